/** What a frame by hand has no place for (a picture added later, a box whose columns are gone) stands at the story's end: nothing is lost. */
import type { Frame } from '../placement.ts'
import type { PictureSet } from './parts.ts'
import { columnsOf } from './room.ts'
import type { Desk } from './room.ts'
import type { Story } from './story.ts'

/** The pictures of `story` for which its first frame has no place. */
export function strayPictures(story: Story, frame: Frame, desk: Desk): readonly PictureSet[] {
  const placed = placedIn(frame, desk)
  return story.first ? story.parts.pictures.filter((p) => !placed.has(p.picture.id)) : []
}

/** The story with the words of such pictures, and a box without a place, in its text. */
export function withStray(story: Story, frame: Frame, desk: Desk): Story {
  if (!story.first) return story
  const stray = strayPictures(story, frame, desk)
  const [opener] = story.parts.box
  const box = opener && !placedIn(frame, desk).has(opener.id) ? story.parts.box : []
  if (stray.length === 0 && box.length === 0) return story
  const { parts } = story
  const body = [...parts.body, ...box, ...stray.flatMap((p) => p.words)]
  return { ...story, parts: { ...parts, body, box: box.length > 0 ? [] : parts.box } }
}

/** First blocks of what stands within the frame's columns. */
function placedIn(frame: Frame, desk: Desk): ReadonlySet<string> {
  const { n } = columnsOf(frame, desk)
  return new Set(frame.insets.filter((i) => i.column + i.span <= n).map((i) => i.block))
}
