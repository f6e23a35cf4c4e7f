/** What of a page changed but its text: what is said of the page, and blocks that read the same and have another role, or other marks. */
import type { Block, Page, PageMeta } from './page.ts'
import { walk } from './walk.ts'

/** Whether a block is the same in its text, its role and its marks. */
export const isSameBlock = (a: Block, b: Block): boolean => a.text === b.text && isSameKind(a, b)

const isSameKind = (a: Block, b: Block): boolean =>
  a.role === b.role && JSON.stringify(a.marks) === JSON.stringify(b.marks)

/** In the order of `to`. Blocks are known by their id. */
export function changedOtherwise(from: Page, to: Page): readonly { readonly before: Block; readonly after: Block }[] {
  const old = new Map([...walk(from)].map(({ block }) => [block.id, block]))
  return [...walk(to)].flatMap(({ block: after }) => {
    const before = old.get(after.id)
    return before && before.text === after.text && !isSameKind(before, after) ? [{ before, after }] : []
  })
}

const META = ['publication', 'date', 'number', 'section', 'title'] as const satisfies readonly (keyof PageMeta)[]

/** What is said of the page and differs; '' where nothing was said. */
export const changedMeta = (from: PageMeta, to: PageMeta) =>
  META.map((field) => ({ field, before: from[field] ?? '', after: to[field] ?? '' })).filter(
    ({ before, after }) => before !== after,
  )

/** Whether nothing differs but what is said of the page. The order of an object's keys says nothing: the archive stores its own. */
export const isSameButMeta = (a: Page, b: Page): boolean =>
  a === b || JSON.stringify({ ...a, meta: {} }, inOrder) === JSON.stringify({ ...b, meta: {} }, inOrder)

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value
