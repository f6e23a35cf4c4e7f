/** Breaks a paragraph into lines on the character grid: where a line may end by CLREQ, and what each ending costs. */
import { hasAirBefore, mayHang } from '../chars.ts'
import { airBefore, atomsOf, hyphenBefore } from './atoms.ts'
import type { Atom } from './atoms.ts'
import { CLOSE, justify, squeezable } from './justify.ts'
import { runsOf } from './runs.ts'
import type { Run } from './runs.ts'
import type { Setting } from './setting.ts'

/** A line of a paragraph: source offsets `[start, end)`, its runs, and the width that they take, in em. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly runs: readonly Run[]
  readonly width: number
}

/** Squeezing costs a little less than stretching: papers squeeze first. */
const SQUEEZE_COST = 0.8
const HANG_COST = 0.3
/** A word is parted only where that saves more air than this, in em; at two line ends in a row twice as much. */
const HYPHEN_COST = 1

/** The lines of `text`. A newline in it forces a line's end. Never fails: what cannot be broken stands out. */
export function linesOf(text: string, setting: Setting): readonly Line[] {
  const atoms = atomsOf(text, { ...setting, parted: setting.align === 'justify' })
  const lines: Line[] = []
  let from = 0
  let before = 0
  while (from < atoms.length) {
    while (isBlankAtom(atoms[from])) from++
    if (from >= atoms.length) break
    const indent = indentAt(lines.length, atoms[from], setting)
    const { end, next, last } = breakAfter(atoms, from, setting.measure - indent, setting)
    const given = last && setting.align === 'justify' ? givenTo(atoms, before, from, end) : undefined
    const room = setting.measure - indentAt(lines.length, atoms[given ?? from], setting)
    if (given !== undefined && breakAfter(atoms, given, room, setting).end === end) {
      // the line before is set anew without what it gives
      lines.pop()
      lines.push(setLine(atoms, before, given, indentAt(lines.length, atoms[before], setting), false, setting))
      from = given
    }
    before = from
    lines.push(setLine(atoms, from, end, indentAt(lines.length, atoms[from], setting), last, setting))
    from = next
  }
  return lines
}

/** An opening mark at a line's start gives its air to the margin. */
const indentAt = (line: number, first: Atom | undefined, { indent }: Setting): number =>
  (line === 0 ? indent : 0) - (hasAirBefore(first?.text[0] ?? '') ? 0.5 : 0)

/** A line gives something to the next only if it has so many characters, and then at most so many em. */
const GIVES_LEAST = 8
const GIVES_MOST = 2

/**
 * One character alone is no line (单字不成行): from where on the line `[before, from)` gives what stands at its end to the last one,
 * `[from, end)`; undefined where that has company or the line before has nothing to give.
 */
function givenTo(atoms: readonly Atom[], before: number, from: number, end: number): number | undefined {
  const isAlone = atoms.slice(from, end).filter((a) => a.kind !== 'mark' && a.kind !== 'blank').length < 2
  if (!isAlone || from - before < GIVES_LEAST || atoms[from]?.kind === 'western') return undefined
  let width = 0
  for (let i = from - 1; width < GIVES_MOST && i > before; i--) {
    const atom = atoms[i] as Atom // in range
    if (atom.text === '\n') return undefined
    width += atom.width + atom.gap
    if (atom.breakBefore && atom.kind !== 'blank' && !atom.hyphen) return width <= GIVES_MOST ? i : undefined
  }
  return undefined
}

const isBlankAtom = (a: Atom | undefined): boolean => a?.kind === 'blank'

type Break = { readonly end: number; readonly next: number; readonly last: boolean }

/** Where the line that starts at `from` ends; `next` is where the next one starts. */
function breakAfter(atoms: readonly Atom[], from: number, measure: number, setting: Setting): Break {
  const track = setting.track ?? 0
  let width = 0
  let best: { end: number; cost: number } | undefined
  let i = from
  for (; i < atoms.length; i++) {
    const atom = atoms[i] as Atom // i < length
    if (atom.text === '\n') break
    if (i > from && atom.breakBefore) {
      const { hyphen = 0 } = atom
      const cost = costOf(atoms, from, i, width + hyphen, measure, setting)
      const parting = hyphen > 0 ? HYPHEN_COST * (atoms[from]?.hyphen ? 2 : 1) : 0
      if (cost !== undefined && (!best || cost + parting <= best.cost)) best = { end: i, cost: cost + parting }
    }
    width += (i > from ? airBefore(atom, track) : 0) + atom.width
    if (best && width - measure > 2 && costOf(atoms, from, i + 1, width, measure, setting) === undefined) break
  }
  const reached = i === atoms.length || atoms[i]?.text === '\n'
  if (reached && costOf(atoms, from, i, width, measure, setting) !== undefined)
    return { end: i, next: i + 1, last: true }
  if (best) return { end: best.end, next: best.end, last: false }
  return forced(atoms, from, measure, track)
}

/** No allowed break fits: as many atoms as fit, at least one. */
function forced(atoms: readonly Atom[], from: number, measure: number, track: number): Break {
  let width = 0
  for (let i = from; i < atoms.length; i++) {
    const a = atoms[i] as Atom // i < length
    if (a.text === '\n') return { end: i, next: i + 1, last: true }
    width += (i > from ? airBefore(a, track) : 0) + a.width
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
  while (last > from + 1 && isBlankAtom(atoms[last - 1])) {
    width -= (atoms[last - 1] as Atom).width
    last--
  }
  const slack = measure - width
  if (slack >= -CLOSE) return Math.max(0, slack)
  const lastAtom = atoms[last - 1] as Atom // last > from
  if (setting.hang && mayHang(lastAtom.text) && -slack <= lastAtom.width + CLOSE) return HANG_COST
  return -slack <= squeezable(atoms, from, last) + CLOSE ? -slack * SQUEEZE_COST : undefined
}

function setLine(
  atoms: readonly Atom[],
  from: number,
  to: number,
  indent: number,
  last: boolean,
  setting: Setting,
): Line {
  let end = to
  while (end > from + 1 && isBlankAtom(atoms[end - 1])) end--
  const next = end === to ? atoms[to] : undefined
  const line = [...atoms.slice(from, end), ...(next?.hyphen ? [hyphenBefore(next)] : [])]
  const { gaps, used } = justify(line, setting.measure - indent, last, setting)
  const free = setting.measure - indent - used
  const offset = setting.align === 'center' ? free / 2 : setting.align === 'right' ? free : 0
  return {
    start: line[0]?.start ?? 0,
    end: line.at(-1)?.end ?? 0,
    runs: runsOf(line, gaps, indent + offset),
    width: used + indent + offset,
  }
}
