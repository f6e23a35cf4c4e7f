/** Inline marks by hand: bold, italics, emphasis dots, superscript, links over what is selected, in one block or over many. */
import { normalMarks } from './marks.ts'
import { findBlock } from './walk.ts'
import type { Caret, Edit } from './edit.ts'
import type { Block, Mark, Page } from './page.ts'

/** A stretch of text: `from` before `to`; `blocks` are all that it touches, in reading order. */
export type Stretch = { readonly from: Caret; readonly to: Caret; readonly blocks: readonly string[] }

/** Sets `kind` on the stretch, or takes it away where all of it has it already. An empty stretch changes nothing. */
export function toggleMark(page: Page, at: Stretch, kind: Exclude<Mark['kind'], 'link'>): Edit {
  const on = !hasMark(page, at, kind)
  return changed(page, at, (block, start, end) => {
    const rest = cutMarks(block.marks, kind, start, end)
    return on ? [...rest, { kind, start, end }] : rest
  })
}

/** Links the stretch to `href`; an empty `href` takes links away. */
export const setLink = (page: Page, at: Stretch, href: string): Edit =>
  changed(page, at, (block, start, end) => {
    const rest = cutMarks(block.marks, 'link', start, end)
    return href === '' ? rest : [...rest, { kind: 'link', start, end, href }]
  })

/** Whether every character of the stretch has the mark. */
export function hasMark(page: Page, at: Stretch, kind: Mark['kind']): boolean {
  const parts = at.blocks.flatMap((id) => {
    const block = findBlock(page, id)?.block
    const part = block && partOf(block, at)
    return block && part ? [{ block, part }] : []
  })
  return (
    parts.length > 0 &&
    parts.every(({ block, part: [start, end] }) =>
      block.marks.some((m) => m.kind === kind && m.start <= start && m.end >= end),
    )
  )
}

/** A link's address that may be followed: http, https and mailto only; what has no scheme is taken as https. */
export function safeHref(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return undefined
  if (/^(https?:\/\/|mailto:)\S+$/i.test(trimmed)) return trimmed
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(trimmed) ? `https://${trimmed}` : undefined
}

function changed(page: Page, at: Stretch, marks: (b: Block, start: number, end: number) => readonly Mark[]): Edit {
  const ids = new Set(at.blocks)
  const change = (block: Block): Block => {
    const part = partOf(block, at)
    return ids.has(block.id) && part
      ? { ...block, marks: normalMarks(marks(block, ...part), block.text.length) }
      : block
  }
  const articles = page.articles.map((a) =>
    a.blocks.some((b) => ids.has(b.id) && partOf(b, at)) ? { ...a, blocks: a.blocks.map(change) } : a,
  )
  return { page: articles.every((a, i) => a === page.articles[i]) ? page : { ...page, articles } }
}

/** What the stretch covers of one of its blocks; undefined where that is nothing. */
function partOf(block: Block, { from, to }: Stretch): readonly [start: number, end: number] | undefined {
  const start = block.id === from.block ? from.offset : 0
  const end = block.id === to.block ? to.offset : block.text.length
  return start < end ? [start, end] : undefined
}

/** The marks without those of `kind` on `[start, end)`. */
const cutMarks = (marks: readonly Mark[], kind: Mark['kind'], start: number, end: number): readonly Mark[] =>
  marks.flatMap((m) =>
    m.kind !== kind || m.end <= start || m.start >= end
      ? [m]
      : [...(m.start < start ? [{ ...m, end: start }] : []), ...(m.end > end ? [{ ...m, start: end }] : [])],
  )
