/** Brings a line to its measure: marks give their air, gaps beside Western text give and take, then all places alike. */
import { hasAirBefore, hasAirBehind, mayHang } from '../chars.ts'
import { QUARTER, airBefore } from './atoms.ts'
import type { Atom } from './atoms.ts'
import type { Setting } from './setting.ts'

/** Differences below this, in em, are none. */
export const CLOSE = 1e-6
/** The air of a full-width mark, and the limits of a gap beside Western text (CLREQ: an eighth to a half), in em. */
const AIR = 0.5
const LEAST_GAP = 0.125
const MOST_GAP = 0.5
/** More air than this between any two characters, in em, is worse to read than a short line. */
const MOST_AIR = 0.4

export type Justified = {
  /** Air before each atom. */
  readonly gaps: readonly number[]
  /** What the line takes of its measure; a hanging mark counts for what stands inside. */
  readonly used: number
}

/** `atoms` set to `measure` em; a paragraph's last line is never stretched. */
export function justify(atoms: readonly Atom[], measure: number, last: boolean, setting: Setting): Justified {
  const track = setting.track ?? 0
  const gaps = atoms.map((a, i) => (i === 0 ? 0 : airBefore(a, track)))
  const total = atoms.reduce((sum, a, i) => sum + a.width + (gaps[i] ?? 0), 0)
  const slack = measure - total
  if (slack < -CLOSE) {
    const given = squeeze(atoms, gaps, -slack, setting)
    return { gaps, used: total - given }
  }
  if (setting.align === 'justify' && !last && slack > CLOSE && stretch(atoms, gaps, slack))
    return { gaps, used: measure }
  return { gaps, used: total }
}

/** How much a line of atoms `[from, end)` can lose, in em. */
export function squeezable(atoms: readonly Atom[], from: number, end: number): number {
  let sum = 0
  for (let i = from; i < end; i++) {
    sum += airOf(atoms, from, end, i) + (i > from ? Math.max(0, (atoms[i] as Atom).gap - LEAST_GAP) : 0)
  }
  return sum
}

/** The air that the mark at `i` can still give: half an em, unless a neighbour took it already. */
function airOf(atoms: readonly Atom[], from: number, end: number, i: number): number {
  const atom = atoms[i] as Atom // in range
  if (atom.kind !== 'mark') return 0
  if (hasAirBehind(atom.text)) {
    const after = i + 1 < end ? atoms[i + 1] : undefined
    return after && after.gap < 0 ? 0 : AIR
  }
  return hasAirBefore(atom.text) && i > from && atom.gap >= 0 ? AIR : 0
}

/** Takes `need` em away: the last mark hangs or gives its air, then all marks give alike, then the gaps. Gives what was won. */
function squeeze(atoms: readonly Atom[], gaps: number[], need: number, setting: Setting): number {
  const end = atoms.length
  const final = atoms[end - 1] as Atom // a line has at least one atom
  const wanted = need
  if (setting.hang && mayHang(final.text) && need <= final.width + CLOSE && need > AIR) return wanted
  if (final.kind === 'mark' && hasAirBehind(final.text)) need -= Math.min(need, AIR)
  const airs = atoms.map((_, i) => (i === end - 1 && hasAirBehind(final.text) ? 0 : airOf(atoms, 0, end, i)))
  const share = Math.min(1, need / Math.max(CLOSE, total(airs)))
  for (const [i, air] of airs.entries()) {
    const take = air * share
    if (take === 0) continue
    const at = hasAirBehind((atoms[i] as Atom).text) ? i + 1 : i
    gaps[at] = (gaps[at] ?? 0) - take
    need -= take
  }
  if (need <= CLOSE) return wanted
  const loose = gaps.map((g, i) => (i > 0 && atoms[i]?.gap === QUARTER ? Math.max(0, g - LEAST_GAP) : 0))
  const part = Math.min(1, need / Math.max(CLOSE, total(loose)))
  for (const [i, l] of loose.entries()) gaps[i] = (gaps[i] ?? 0) - l * part
  return wanted - Math.max(0, need - total(loose) * part)
}

/**
 * Fills `slack` em: the gaps beside Western text first, up to half an em, then every place between characters alike, but within
 * Western words. False, and nothing done, where that would tear the line open, as before a long word: it stays short.
 */
function stretch(atoms: readonly Atom[], gaps: number[], slack: number): boolean {
  const places: number[] = []
  const open: number[] = []
  for (let i = 1; i < atoms.length; i++) {
    const { tied, gap, kind } = atoms[i] as Atom // in range
    if (tied) continue
    places.push(i)
    if (gap === QUARTER || kind === 'blank') open.push(i)
  }
  if (slack > MOST_AIR * places.length) return false
  const each = open.length > 0 ? Math.min(MOST_GAP - QUARTER, slack / open.length) : 0
  for (const i of open) gaps[i] = (gaps[i] ?? 0) + each
  slack -= each * open.length
  if (slack > CLOSE) for (const i of places) gaps[i] = (gaps[i] ?? 0) + slack / places.length
  return true
}

const total = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)
