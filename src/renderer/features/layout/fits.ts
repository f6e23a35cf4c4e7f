/** How each story fits the page, over all its frames: what the fit list shows. */
import type { StoryFit } from '../../../shared/layout/geometry.ts'

/** Body lines that a story's frames hold and that its text takes; `over` > 0 is 超 N 行, < 0 缺 N 行. `frame` is its first frame. */
export type Fit = {
  readonly article: string
  readonly frame: number
  readonly sheet: number
  readonly available: number
  readonly used: number
  readonly over: number
}

/** One entry a story, in reading order. A frame's `used` counts all that is left, so the first one says what the story takes. */
export function fitsOf(sheets: readonly { readonly stories: readonly StoryFit[] }[]): readonly Fit[] {
  const fits = new Map<string, Fit>()
  for (const [sheet, { stories }] of sheets.entries()) {
    for (const s of stories) {
      const known = fits.get(s.article)
      if (!known)
        fits.set(s.article, {
          article: s.article,
          frame: s.frame,
          sheet,
          available: s.available,
          used: s.used,
          over: s.over,
        })
      else fits.set(s.article, { ...known, available: known.available + s.available, over: s.over })
    }
  }
  return [...fits.values()]
}

/** White of fewer lines than these is no matter. */
export const WHITE_LEAST = 4
