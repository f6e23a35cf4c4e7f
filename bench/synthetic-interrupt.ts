/** Stories that OCR reads into the middle of another: the next column's head comes before the rest of the column below a picture. */
import type { Random } from './random.ts'
import { cutNear } from './synthetic-flow.ts'
import type { Piece } from './synthetic-flow.ts'

/** Shorter paragraphs are not cut. */
const LEAST = 50
/** Most stories that get between. */
const MOST = 3

/** The pieces of all stories, with one to three whole stories between the halves of a paragraph of the story before them, where one is long enough. */
export function interrupted(stories: readonly (readonly Piece[])[], r: Random): readonly Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < stories.length; i++) {
    const own = stories[i]!
    const between = stories.slice(i + 1, i + 2 + (r.chance(0.7) ? 0 : r.int(1, MOST)))
    const at = r.pick(cuttable(own))
    if (at === undefined || !between.some(isNews) || !r.chance(0.6)) {
      pieces.push(...own)
      continue
    }
    const whole = own[at]!
    const cut = cutNear(whole.text, r.int(20, whole.text.length - 6))
    pieces.push(
      ...own.slice(0, at),
      { ...whole, text: whole.text.slice(0, cut) },
      ...between.flat(),
      { ...whole, text: whole.text.slice(cut), glued: false, opens: false },
      ...own.slice(at + 1),
    )
    i += between.length
  }
  return pieces
}

/** The numbers of the paragraphs that may be cut: nothing is glued to them. */
const cuttable = (story: readonly Piece[]): readonly number[] =>
  story.flatMap((p, i) => (p.role === 'paragraph' && p.text.length >= LEAST && !story[i + 1]?.glued ? i : []))

const isNews = (story: readonly Piece[]): boolean => story.some((p) => p.role === 'paragraph')
