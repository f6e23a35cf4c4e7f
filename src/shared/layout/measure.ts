/** The body size and leading of a page, within the template's limits, at which all its stories fill one sheet best. */
import type { Plan } from './plan.ts'
import { sizeLimits } from './template.ts'
import type { Template } from './template.ts'

/** In points. */
export type Measure = { readonly size: number; readonly leading: number }

/** A step of body size in points, and the distances of lines that stand well with a size. */
const STEP = 0.5
const RATIOS = [1.33, 1.38, 1.44, 1.5, 1.56] as const

/** What the best plan takes of a sheet at a measure; undefined where not all stories stand on one. */
export type Attempt = (measure: Measure) => { readonly plan: Plan; readonly rows: number } | undefined

/** The measure: the template's own if it does, else looser where white would be left, else tighter where text would run over. */
export function bestMeasure(t: Template, attempt: Attempt): Measure {
  const own: Measure = { size: t.grid.size, leading: t.grid.leading }
  const first = attempt(own)
  if (first && first.plan.rows + first.plan.stretch >= first.rows) return own
  const all = measuresOf(t)
  const room = (m: Measure) => m.size * m.leading
  const isLooser = first !== undefined
  // from the measure nearest to the template's own
  const tried = all
    .filter((m) => (isLooser ? room(m) > room(own) : room(m) < room(own)))
    .toSorted((a, b) => (isLooser ? room(a) - room(b) : room(b) - room(a)))
  let best: Measure | undefined
  let low = 0
  let high = tried.length - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const measure = tried[middle] as Measure // in range
    const fits = attempt(measure) !== undefined
    if (fits) best = measure
    // the loosest that fits, or the mildest tightening that does
    if (fits === isLooser) low = middle + 1
    else high = middle - 1
  }
  return best ?? own
}

function measuresOf(t: Template): readonly Measure[] {
  const [small, large] = sizeLimits(t)
  const [least, most] = t.limits.leading
  const measures: Measure[] = []
  for (let size = small; size <= large + 1e-6; size += STEP) {
    for (const ratio of RATIOS) {
      const leading = Math.round(size * ratio * 20) / 20
      if (leading >= least && leading <= most) measures.push({ size, leading })
    }
  }
  return measures
}
