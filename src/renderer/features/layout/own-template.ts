/** Templates that people make: a copy of one that is there, and values changed by their path in it. */
import { sizeLimits, templateSchema } from '../../../shared/layout/template.ts'
import type { Template } from '../../../shared/layout/template.ts'

/** A copy under an id that no other template has. */
export function copyOf(t: Template, taken: readonly string[]): Template {
  let n = 1
  while (taken.includes(`own-${n}`)) n++
  return { ...t, id: `own-${n}`, name: { zh: `${t.name.zh} 副本`, en: `${t.name.en}, copy` } }
}

export const isOwn = (t: Template): boolean => t.id.startsWith('own-')

/** The template with the value at `path` (`grid.columns`, `accent.0`) changed; undefined where it is then no template. */
export function withValue(t: Template, path: string, value: string | number | readonly number[]): Template | undefined {
  const made = put(t, path.split('.'), value)
  const parsed = templateSchema.safeParse(made)
  return parsed.success && isSound(parsed.data) ? parsed.data : undefined
}

export function valueAt(t: Template, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), t)
}

/** 栏距 in millimetres: what the columns leave of the type area. */
export const gapOf = ({ area, grid }: Template): number =>
  grid.columns < 2 ? 0 : (area.width - (grid.columns * grid.characters * grid.size * 25.4) / 72) / (grid.columns - 1)

/** The type area lies on the sheet, and the columns in the type area. */
const isSound = (t: Template): boolean =>
  gapOf(t) >= 1 &&
  t.area.width <= t.trim.width &&
  t.area.top + t.area.height <= t.trim.height &&
  t.grid.leading >= t.grid.size &&
  t.area.height > t.masthead.height + 60 &&
  t.limits.leading[0] <= t.limits.leading[1] &&
  sizeLimits(t)[0] <= sizeLimits(t)[1]

function put(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(at)) return at.map((x, i) => (String(i) === key ? put(x, rest, value) : x))
  return isRecord(at) ? { ...at, [key]: put(at[key], rest, value) } : at
}

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null
