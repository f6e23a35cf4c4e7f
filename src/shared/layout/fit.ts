/** Fitting a story: by the body's size and spacing, by the headline's size, by the page's leading, within the template's limits; shown before it is done. */
import type { Page } from '../page/page.ts'
import type { Words } from '../words.ts'
import { compose } from './compose.ts'
import type { Composed } from './compose.ts'
import type { Frame, Placement } from './placement.ts'
import { gridOf, sizeLimits } from './template.ts'
import type { Template } from './template.ts'

/**
 * A way to fit: what is changed and to what (`track` in em, body `size` in points, `headline` in steps smaller, `leading` in points), the lines that the
 * story is over (> 0) or short (< 0) then, and the placement that does it.
 */
export type FitChoice = {
  readonly kind: 'track' | 'size' | 'headline' | 'leading'
  readonly value: number
  readonly over: number
  readonly placement: Placement
}

/** Lines that `article` is over (> 0) or short (< 0); undefined where it has no frame. */
export function overOf(composed: Composed, article: string): number | undefined {
  const fits = composed.pages.flatMap((p) => p.stories.filter((s) => s.article === article))
  return fits.length === 0 ? undefined : (fits.find((f) => f.over > 0)?.over ?? fits.at(-1)?.over)
}

/** The ways to fit `article`, those that bring it closest to its frame first; of each kind the mildest that does. */
export function fitChoices(
  page: Page,
  t: Template,
  placement: Placement,
  article: string,
  words?: Words,
): readonly FitChoice[] {
  const now = overOf(compose(page, t, placement, words), article)
  if (now === undefined || now === 0) return []
  const tried = (
    kind: FitChoice['kind'],
    values: readonly number[],
    change: (value: number) => Placement,
  ): readonly FitChoice[] => {
    let best: FitChoice | undefined
    for (const value of values) {
      const changed = change(value)
      const over = overOf(compose(page, t, changed, words), article) ?? now
      if (!best || Math.abs(over) < Math.abs(best.over)) best = { kind, value, over, placement: changed }
      if (over <= 0 === now > 0) break
    }
    return best && Math.abs(best.over) < Math.abs(now) ? [best] : []
  }
  const [tight, loose] = t.limits.track
  const [least, most] = t.limits.leading
  const [small, large] = sizeLimits(t)
  const frame = placement.frames.find((f) => f.article === article)
  const steps = frame ? t.headline[frame.rank].sizes.length : 1
  const choices = [
    ...tried('track', range(frame?.track ?? 0, now > 0 ? tight : loose, 5), (track) =>
      withFrame(placement, article, { track }),
    ),
    ...tried('size', range(frame?.size ?? t.grid.size, now > 0 ? small : large, 4), (size) =>
      withFrame(placement, article, { size: Math.round(size * 10) / 10 }),
    ),
    ...(now > 0
      ? tried('headline', range(frame?.smaller ?? 0, Math.min(steps - 1, 3), 3), (n) =>
          withFrame(placement, article, { smaller: Math.round(n) }),
        )
      : []),
    ...tried('leading', range(placement.leading, now > 0 ? least : most, 4), (leading) =>
      withLeading(placement, t, leading),
    ),
  ]
  return choices.toSorted((a, b) => Math.abs(a.over) - Math.abs(b.over))
}

const withFrame = (placement: Placement, article: string, change: Partial<Frame>): Placement => ({
  ...placement,
  frames: placement.frames.map((f) => (f.article === article ? { ...f, ...change } : f)),
})

/** The placement at another leading: every frame keeps its part of the sheet. */
function withLeading(placement: Placement, t: Template, leading: number): Placement {
  const by = gridOf(t, leading).rows / gridOf(t, placement.leading).rows
  const frames = placement.frames.map((f) => {
    const row = Math.round(f.row * by)
    return { ...f, row, rows: Math.max(1, Math.round((f.row + f.rows) * by) - row) }
  })
  return { ...placement, leading, frames }
}

/** `count` steps from `from` (left out) to `to`. */
const range = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Math.round((from + ((to - from) * (i + 1)) / count) * 1000) / 1000)
