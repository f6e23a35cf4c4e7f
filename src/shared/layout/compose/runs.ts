/** A set line as runs: characters with one distance and one dress, each run at its place. */
import type { Face } from '../advances.ts'
import { isWestern } from '../chars.ts'
import type { Atom } from './atoms.ts'
import { DOT } from './dress.ts'
import type { Dress } from './dress.ts'

/** `x` is where the first character starts, `track` what follows each, `width` what all take; in em. `start` is an offset into the text. */
export type Run = Dress & {
  readonly text: string
  readonly start: number
  readonly x: number
  readonly track: number
  readonly width: number
  /** A hyphen at the end of a line that parts a word: drawn, but no character of the text. */
  readonly hyphen?: true
}

type Open = { -readonly [K in keyof Run]: Run[K] } & { count: number; single: boolean; mark: boolean }

/**
 * Atoms with the air before each, from `x` on. Two marks side by side never share a run, so that no program that draws the run
 * can squeeze them once more.
 */
export function runsOf(atoms: readonly Atom[], gaps: readonly number[], x: number): readonly Run[] {
  const runs: Open[] = []
  for (const [i, a] of atoms.entries()) {
    const gap = gaps[i] ?? 0
    x += gap
    if (a.kind !== 'blank') {
      const run = runs.at(-1)
      if (run && a.hyphen && i > 0) {
        run.text += a.text
        run.width += a.width
      } else if (run && joins(run, a, gap)) {
        run.track = gap
        run.text += a.text
        run.width += gap + a.width
        run.count++
        run.mark = a.kind === 'mark'
      } else runs.push(opened(a, x))
    } else if (runs.length > 0) (runs.at(-1) as Open).single = true // what follows a blank starts at its own place
    x += a.width
  }
  return runs.map(({ text, start, x, track, face, script, dotted, hyphen, width }) => ({
    text,
    start,
    x,
    track,
    face,
    ...(script && { script }),
    ...(dotted && { dotted }),
    ...(hyphen && { hyphen }),
    width,
  }))
}

const opened = (a: Atom, x: number): Open => ({
  text: a.text,
  start: a.start,
  x,
  track: 0,
  face: a.face,
  ...(a.script && { script: a.script }),
  ...(a.dotted && { dotted: a.dotted }),
  ...(a.start === a.end && { hyphen: true as const }),
  width: a.width,
  count: 1,
  single: a.kind === 'western' || a.kind === 'pair' || a.width !== 1,
  mark: a.kind === 'mark',
})

function joins(run: Open, a: Atom, gap: number): boolean {
  if (run.single || a.kind === 'western' || a.kind === 'pair' || a.width !== 1) return false
  if (run.face !== a.face || run.script !== a.script || run.dotted !== a.dotted) return false
  if (run.mark && a.kind === 'mark') return false
  return run.count === 1 || Math.abs(run.track - gap) < 1e-9
}

/** The middles of the dots under a run's characters, in em of the line from its start and baseline. */
export function dotsOf(run: Run): readonly { readonly x: number; readonly y: number }[] {
  if (!run.dotted) return []
  const count = [...run.text].length
  const step = (run.width + run.track) / count
  const first = run.x + (run.width - run.track * (count - 1)) / count / 2
  return Array.from({ length: count }, (_, i) => ({ x: first + i * step, y: DOT.below }))
}

/** One cell of a vertical line: `at` em down from the line's top, `width` em wide; a longer Western word is turned. */
export type Cell = {
  readonly text: string
  readonly start: number
  readonly at: number
  readonly width: number
  readonly turned: boolean
  readonly face: Face
}

/** The run's characters as cells, one below the other; one or two figures stand upright side by side. */
export function cellsOf(run: Run): readonly Cell[] {
  if (run.text === '——')
    return [{ text: run.text, start: run.start, at: run.x, width: 2, turned: true, face: run.face }]
  if (isWestern(run.text) || run.text.startsWith('·')) {
    return [
      {
        text: run.text,
        start: run.start,
        at: run.x,
        width: run.width,
        turned: run.width > 1.15 || !/^[0-9]+$/.test(run.text),
        face: run.face,
      },
    ]
  }
  const chars = [...run.text]
  const step = chars.length > 1 ? run.width / chars.length : 0
  let start = run.start
  return chars.map((text, i) => {
    const cell: Cell = { text, start, at: run.x + i * step, width: 1, turned: false, face: run.face }
    start += text.length
    return cell
  })
}
