/** What a frame by hand has no place for (a picture added later, a box whose columns are gone) stands at the story's end: nothing is lost. */
import type { Frame } from '../placement.ts'
import type { Block } from '../../page/page.ts'
import type { PictureSet, WideTable } from './parts.ts'
import { columnsOf } from './room.ts'
import type { Desk } from './room.ts'
import type { Story } from './story.ts'

/** The pictures of `story` for which its first frame has no place. */
export function strayPictures(story: Story, frame: Frame, desk: Desk): readonly PictureSet[] {
  const placed = placedIn(frame, desk)
  return story.first ? story.parts.pictures.filter((p) => !placed.has(p.picture.id)) : []
}

/** The story with the words of such pictures, and a box or a table without a place, in its text. */
export function withStray(story: Story, frame: Frame, desk: Desk): Story {
  if (!story.first) return story
  const placed = placedIn(frame, desk)
  const stray = strayPictures(story, frame, desk)
  const [opener] = story.parts.box
  const box = opener && !placed.has(opener.id) ? story.parts.box : []
  const isStray = (w: WideTable) => !placed.has(w.blocks[0]?.id ?? '')
  const tables = story.parts.tables.filter(isStray).flatMap((w) => w.blocks)
  if (stray.length === 0 && box.length === 0 && tables.length === 0) return story
  const { parts } = story
  const body = [...withTables(story, tables), ...box, ...stray.flatMap((p) => p.words)]
  const kept = parts.tables.filter((w) => !isStray(w))
  return { ...story, parts: { ...parts, body, tables: kept, box: box.length > 0 ? [] : parts.box } }
}

/** The body with `tables` where they stand in the text. */
function withTables({ article, parts }: Story, tables: readonly Block[]): readonly Block[] {
  if (tables.length === 0) return parts.body
  const at = new Map(article.blocks.map((b, i) => [b.id, i]))
  return [...parts.body, ...tables].toSorted((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0))
}

/** First blocks of what stands within the frame's columns. */
function placedIn(frame: Frame, desk: Desk): ReadonlySet<string> {
  const { n } = columnsOf(frame, desk)
  return new Set(frame.insets.filter((i) => i.column + i.span <= n).map((i) => i.block))
}
