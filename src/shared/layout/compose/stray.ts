/** What a frame has no place for (a picture added later, a box whose columns are gone, one picture too many) stands at the story's end: nothing is lost. */
import type { Inset } from '../placement.ts'
import type { Block } from '../../page/page.ts'
import type { From } from './flow.ts'
import type { WideTable } from './parts.ts'
import type { Story } from './story.ts'

/**
 * The story with the words of a box and of tables that are not among what its frame holds in its text, and in its last frame those of
 * pictures; another frame leaves these to the next.
 */
export function withStray(story: Story, held: readonly Inset[], last: boolean): Story {
  const { parts } = story
  const placed = new Set(held.map((i) => i.block))
  const stray = last ? parts.pictures.filter((p) => !placed.has(p.picture.id)) : []
  const [opener] = parts.box
  const box = opener && !placed.has(opener.id) ? parts.box : []
  const isStray = (w: WideTable) => !placed.has(w.blocks[0]?.id ?? '')
  const tables = parts.tables.filter(isStray).flatMap((w) => w.blocks)
  if (stray.length === 0 && box.length === 0 && tables.length === 0) return story
  const body = [...withTables(story, tables), ...box, ...stray.flatMap((p) => p.words)]
  const kept = parts.tables.filter((w) => !isStray(w))
  const pictures = parts.pictures.filter((p) => !stray.includes(p))
  return { ...story, parts: { ...parts, body, pictures, tables: kept, box: box.length > 0 ? [] : parts.box } }
}

/** What is left of the story behind a frame that holds `held`, from `from` on. */
export const restOf = (story: Story, held: readonly Inset[], from: From): Story => ({
  ...story,
  from,
  first: false,
  parts: {
    ...story.parts,
    pictures: story.parts.pictures.filter((p) => !held.some((i) => i.block === p.picture.id)),
    box: [],
    tables: [],
  },
})

/** The story with `opening` before its text. */
export const withOpening = (story: Story, opening: readonly Block[]): Story => ({
  ...story,
  parts: { ...story.parts, body: [...opening, ...story.parts.body] },
})

/** The body with `tables` where they stand in the text. */
function withTables({ article, parts }: Story, tables: readonly Block[]): readonly Block[] {
  if (tables.length === 0) return parts.body
  const at = new Map(article.blocks.map((b, i) => [b.id, i]))
  return [...parts.body, ...tables].toSorted((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0))
}
