/** What a frame has no place for: a picture added later, a box whose columns are gone stand at the story's end, a table in the text. Nothing is lost. */
import type { Inset } from '../placement.ts'
import type { Block } from '../../page/page.ts'
import type { From } from './flow.ts'
import type { WideTable } from './parts.ts'
import type { Story } from './story.ts'
import { nameOf } from './wide.ts'

/**
 * The story with the words of a box that is not among what its frame holds in its text, and in its last frame those of pictures;
 * another frame leaves these to the next. Of its tables those that the frame holds stand apart from the text.
 */
export function withStray(given: Story, held: readonly Inset[], last: boolean): Story {
  const { parts } = given
  const placed = new Set(held.map((i) => i.block))
  const tables = parts.tables.map(nameOf).filter((id) => placed.has(id))
  const story = { ...given, apart: new Set([...given.apart, ...tables]) }
  const stray = last ? parts.pictures.filter((p) => !placed.has(p.picture.id)) : []
  const [opener] = parts.box
  const box = opener && !placed.has(opener.id) ? parts.box : []
  if (stray.length === 0 && box.length === 0) return story
  const body = [...parts.body, ...box, ...stray.flatMap((p) => p.words)]
  const pictures = parts.pictures.filter((p) => !stray.includes(p))
  return { ...story, parts: { ...parts, body, pictures, box: box.length > 0 ? [] : parts.box } }
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
    tables: story.parts.tables.filter((w) => isToCome(w, story, from)),
  },
})

/** The story with `opening` before its text. */
export const withOpening = (story: Story, opening: readonly Block[]): Story => ({
  ...story,
  parts: { ...story.parts, body: [...opening, ...story.parts.body] },
})

/** A table that neither stands in a place of its own nor has begun in the text. */
function isToCome(w: WideTable, { parts, apart }: Story, from: From): boolean {
  const at = parts.body.findIndex((b) => b.id === nameOf(w))
  return !apart.has(nameOf(w)) && (at > from.block || (at === from.block && from.offset === 0))
}
