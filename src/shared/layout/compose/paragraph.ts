/** Breaks a paragraph into lines on the character grid: squeezing, hanging and carrying by CLREQ, then justification. */
import type { Face } from '../advances.ts'
import { hasAirBefore, hasAirBehind, mayHang } from '../chars.ts'
import { QUARTER, atomsOf } from './atoms.ts'
import type { Atom, FaceChange } from './atoms.ts'

/** How a paragraph is set. `measure` and `indent` are in em. */
export type Setting = {
  readonly face: Face
  readonly measure: number
  readonly indent: number
  readonly align: 'justify' | 'left' | 'center' | 'right'
  readonly hang: boolean
  readonly changes?: readonly FaceChange[]
  /** Added between any two characters, in em: the desk's way to win or fill a line. */
  readonly track?: number
}

/** Characters set with one distance: `x` is where the first starts, `track` what follows each; both in em. */
export type Run = {
  readonly text: string
  readonly start: number
  readonly x: number
  readonly track: number
  readonly face: Face
  readonly width: number
}

/** A line of a paragraph: source offsets `[start, end)`, its runs, and the width that they take, in em. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly runs: readonly Run[]
  readonly width: number
}

/** Squeezing costs a little less than stretching: papers squeeze first. */
const SQUEEZE_COST = 0.8
const AIR = 0.5
const LEAST_GAP = 0.125
const MOST_GAP = 0.5
const CLOSE = 1e-6

/** The lines of `text`. A newline in it forces a line's end. Never fails: what cannot be broken stands out. */
export function linesOf(text: string, setting: Setting): readonly Line[] {
  const atoms = atomsOf(text, setting.face, setting.changes)
  const lines: Line[] = []
  let from = 0
  while (from < atoms.length) {
    while (from < atoms.length && isCollapsible(atoms[from])) from++
    if (from >= atoms.length) break
    const indent = lines.length === 0 ? setting.indent : 0
    const { end, next, last } = breakAfter(atoms, from, setting.measure - indent, setting)
    lines.push(setLine(atoms.slice(from, end), indent, last, setting))
    from = next
  }
  return lines
}

const isCollapsible = (a: Atom | undefined): boolean => a?.kind === 'blank'

type Break = { readonly end: number; readonly next: number; readonly last: boolean }

/** Where the line that starts at `from` ends; `next` is where the next one starts. */
function breakAfter(atoms: readonly Atom[], from: number, measure: number, setting: Setting): Break {
  const track = setting.track ?? 0
  let width = 0
  let best: { end: number; cost: number } | undefined
  let reached = true
  for (let i = from; i < atoms.length; i++) {
    const atom = atoms[i] as Atom // i < length
    if (atom.text === '\n') return { end: i, next: i + 1, last: true }
    if (i > from && atom.breakBefore) {
      const cost = costOf(atoms, from, i, width, measure, setting)
      if (cost !== undefined && (!best || cost <= best.cost)) best = { end: i, cost }
    }
    width += (i > from ? atom.gap + track : 0) + atom.width
    if (best && width - measure > 2 + squeezable(atoms, from, i + 1)) {
      reached = false
      break
    }
  }
  const fits = width - measure <= Math.max(CLOSE, squeezable(atoms, from, atoms.length))
  if (reached && fits) return { end: atoms.length, next: atoms.length, last: true }
  if (best) return { end: best.end, next: best.end, last: false }
  return forced(atoms, from, measure, track)
}

/** No allowed break fits: as many atoms as fit, at least one. */
function forced(atoms: readonly Atom[], from: number, measure: number, track: number): Break {
  let width = 0
  for (let i = from; i < atoms.length; i++) {
    const a = atoms[i] as Atom // i < length
    width += (i > from ? a.gap + track : 0) + a.width
    if (i > from && width - measure > CLOSE) return { end: i, next: i, last: false }
  }
  return { end: atoms.length, next: atoms.length, last: true }
}

/** What it costs to end the line before atom `end` at natural `width`; undefined where it cannot be. */
function costOf(
  atoms: readonly Atom[],
  from: number,
  end: number,
  width: number,
  measure: number,
  setting: Setting,
): number | undefined {
  let last = end
  while (last > from + 1 && isCollapsible(atoms[last - 1])) {
    width -= (atoms[last - 1] as Atom).width
    last--
  }
  const slack = measure - width
  if (slack >= -CLOSE) return Math.max(0, slack)
  const lastAtom = atoms[last - 1] as Atom // last > from
  if (setting.hang && mayHang(lastAtom.text) && -slack <= lastAtom.width + CLOSE) return 0.3
  return -slack <= squeezable(atoms, from, last) + CLOSE ? -slack * SQUEEZE_COST : undefined
}

/** How much a line of atoms `[from, end)` can lose, in em. */
function squeezable(atoms: readonly Atom[], from: number, end: number): number {
  let sum = 0
  for (let i = from; i < end; i++)
    sum += airOf(atoms, from, end, i) + (i > from ? Math.max(0, (atoms[i] as Atom).gap - LEAST_GAP) : 0)
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

function setLine(atoms: readonly Atom[], indent: number, last: boolean, setting: Setting): Line {
  let end = atoms.length
  while (end > 1 && isCollapsible(atoms[end - 1])) end--
  const track = setting.track ?? 0
  const gaps = atoms.slice(0, end).map((a, i) => (i === 0 ? 0 : a.gap + track))
  const widths = atoms.slice(0, end).map((a) => a.width)
  const total = sum(gaps) + sum(widths)
  const measure = setting.measure - indent
  const slack = measure - total
  if (slack < -CLOSE) squeeze(atoms, end, gaps, widths, -slack, setting)
  else if (setting.align === 'justify' && !last) stretch(atoms, end, gaps, slack)
  const used = sum(gaps) + sum(widths)
  const offset = setting.align === 'center' ? (measure - used) / 2 : setting.align === 'right' ? measure - used : 0
  return {
    start: atoms[0]?.start ?? 0,
    end: atoms[end - 1]?.end ?? 0,
    runs: runsOf(atoms.slice(0, end), gaps, indent + offset),
    width: used + indent,
  }
}

/** Takes `need` em away: the last mark's air or its hanging, then the air of all marks alike, then the quarter ems. */
function squeeze(
  atoms: readonly Atom[],
  end: number,
  gaps: number[],
  widths: number[],
  need: number,
  setting: Setting,
): void {
  const final = atoms[end - 1] as Atom // end >= 1
  if (setting.hang && mayHang(final.text) && need <= final.width + CLOSE && need > AIR) {
    widths[end - 1] = (widths[end - 1] ?? 0) - need
    return
  }
  if (final.kind === 'mark' && hasAirBehind(final.text)) {
    const take = Math.min(need, AIR)
    widths[end - 1] = (widths[end - 1] ?? 0) - take
    need -= take
  }
  const airs = atoms.slice(0, end).map((_, i) => (i === end - 1 ? 0 : airOf(atoms, 0, end, i)))
  const share = Math.min(1, need / Math.max(CLOSE, sum(airs)))
  for (const [i, air] of airs.entries()) {
    const take = air * share
    if (take === 0) continue
    const atom = atoms[i] as Atom // in range
    if (hasAirBehind(atom.text)) gaps[i + 1] = (gaps[i + 1] ?? 0) - take
    else gaps[i] = (gaps[i] ?? 0) - take
    need -= take
  }
  if (need <= CLOSE) return
  const loose = gaps.map((g, i) => (atoms[i]?.gap === QUARTER ? Math.max(0, g - LEAST_GAP) : 0))
  const part = Math.min(1, need / Math.max(CLOSE, sum(loose)))
  for (const [i, l] of loose.entries()) gaps[i] = (gaps[i] ?? 0) - l * part
}

/** Fills `slack` em: the gaps beside Western text first, then every place between characters alike. */
function stretch(atoms: readonly Atom[], end: number, gaps: number[], slack: number): void {
  if (slack <= CLOSE) return
  const open = gaps.map((_, i) => i > 0 && (atoms[i]?.gap === QUARTER || atoms[i]?.kind === 'blank'))
  const count = open.filter(Boolean).length
  if (count > 0) {
    const each = Math.min(MOST_GAP - QUARTER, slack / count)
    for (const [i, isOpen] of open.entries()) if (isOpen) gaps[i] = (gaps[i] ?? 0) + each
    slack -= each * count
  }
  if (slack <= CLOSE || end < 2) return
  for (let i = 1; i < end; i++) gaps[i] = (gaps[i] ?? 0) + slack / (end - 1)
}

/** Atoms at their places, joined where one distance and one face hold. Marks stand first in their run or behind a character. */
function runsOf(atoms: readonly Atom[], gaps: readonly number[], x: number): readonly Run[] {
  const runs: {
    text: string
    start: number
    x: number
    track: number
    face: Face
    width: number
    single: boolean
    mark: boolean
  }[] = []
  for (const [i, a] of atoms.entries()) {
    const gap = gaps[i] ?? 0
    x += gap
    const run = runs.at(-1)
    const isSingle = a.kind === 'western' || a.kind === 'pair' || a.kind === 'blank'
    const isMark = a.kind === 'mark'
    const count = run ? [...run.text].length : 0
    const fits =
      run &&
      !run.single &&
      !isSingle &&
      run.face === a.face &&
      !(run.mark && isMark) &&
      (count === 1 || Math.abs(run.track - gap) < 1e-9)
    if (a.kind === 'blank') {
      // nothing to draw: the distance is in the next run's place
    } else if (run && fits) {
      run.track = gap
      run.text += a.text
      run.width += gap + a.width
      run.mark = isMark
    } else
      runs.push({
        text: a.text,
        start: a.start,
        x,
        track: 0,
        face: a.face,
        width: a.width,
        single: isSingle,
        mark: isMark,
      })
    x += a.width
  }
  return runs.map(({ text, start, x, track, face, width }) => ({ text, start, x, track, face, width }))
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0)
