/** A block set in a style: its lines at a width, remembered, so that an edit sets only the paragraph that changed. */
import type { Block } from '../../page/page.ts'
import type { Words } from '../../words.ts'
import type { Face } from '../advances.ts'
import type { Ink, TypeStyle } from '../template.ts'
import { linesOf } from './paragraph.ts'
import type { Line, Setting } from './paragraph.ts'

export type SetBlock = {
  readonly block: Block
  readonly lines: readonly Line[]
  readonly size: number
  readonly leading: number
  readonly ink: Ink
}

export const BLACK: Ink = [0, 0, 0, 100]
export const WHITE: Ink = [0, 0, 0, 0]
/** A blank between the words of a heading and the names of a byline, in em. */
const HEADING_BLANK = 1

const cache = new Map<string, readonly Line[]>()
const CACHED = 6000

/** `linesOf`, remembered by text and setting. */
export function cachedLines(text: string, s: Setting): readonly Line[] {
  const changes = s.changes?.map((c) => `${c.start}${c.face}`).join() ?? ''
  const key = `${s.face}|${s.measure}|${s.indent}|${s.align}|${s.hang ? 1 : 0}|${s.track ?? 0}|${s.blank ?? ''}${s.halfMarks ? 'h' : ''}|${changes}|${text}`
  const known = cache.get(key)
  if (known) return known
  if (cache.size > CACHED) cache.clear()
  const lines = linesOf(text, s)
  cache.set(key, lines)
  return lines
}

/** A block in `style` to `width` points. */
export function setBlock(block: Block, style: TypeStyle, width: number, setting: Partial<Setting> = {}): SetBlock {
  const base: Setting = { face: style.face, measure: width / style.size, indent: 0, align: 'justify', hang: false }
  return {
    block,
    lines: cachedLines(block.text, { ...base, ...setting }),
    size: style.size,
    leading: style.leading,
    ink: style.ink ?? BLACK,
  }
}

/** A heading in `style`, centred, in as few lines as fit `width` points, broken between words and into lines of about one length. */
export function setHeading(
  block: Block,
  style: TypeStyle,
  width: number,
  words?: Words,
  align: Setting['align'] = 'center',
): SetBlock {
  const setting: Setting = {
    face: style.face,
    measure: width / style.size,
    indent: 0,
    align,
    hang: false,
    blank: HEADING_BLANK,
  }
  const text = breakHeading(block.text, style.face, setting.measure, words)
  return { ...setBlock(block, style, width), lines: linesWithin(block.text, text, setting) }
}

/** The lines of `broken`, which is `text` with newlines added or put for blanks; offsets count in `text`. */
export function linesWithin(text: string, broken: string, setting: Setting): readonly Line[] {
  const lines = cachedLines(broken, setting)
  if (broken === text) return lines
  const at = offsetsIn(text, broken)
  return lines.map((l) => ({
    ...l,
    start: at[l.start] ?? l.start,
    end: at[l.end] ?? text.length,
    runs: l.runs.map((r) => ({ ...r, start: at[r.start] ?? r.start })),
  }))
}

/** For each offset of `broken` the one of `text` that it stands for. */
function offsetsIn(text: string, broken: string): readonly number[] {
  const at: number[] = []
  let i = 0
  for (let k = 0; k < broken.length; k++) {
    at.push(i)
    if (broken[k] === text[i] || (broken[k] === '\n' && /\s/.test(text[i] ?? ''))) i++
  }
  at.push(i)
  return at
}

/** What takes more lines than these is no heading to be balanced: it is set as text. */
const HEADING_LINES = 4

/** `text` with newlines where its lines end, so that each is at most `measure` em wide; its own newlines stay. */
export function breakHeading(text: string, face: Face, measure: number, words?: Words): string {
  return text
    .split('\n')
    .map((part) => {
      const count = Math.max(1, Math.ceil(naturalWidth(part, face) / measure - 1e-6))
      if (count > HEADING_LINES) return part
      for (let n = count; n <= count + 2; n++) {
        const lines = splitTitle(part, n, words)
        if (lines.every((l) => naturalWidth(l, face) <= measure + 1e-6)) return lines.join('\n')
      }
      return part
    })
    .join('\n')
}

/** `text` in `count` lines: at blanks, brackets and marks if it has them, else between words where they are known, of about one length. */
export function splitTitle(text: string, count: number, words?: Words): readonly string[] {
  if (count === 1) return [text]
  const pieces = glued(words ? words.cut(text) : [...text])
  if (count === 1 || pieces.length <= count) return count === 1 ? [text] : pieces
  const target = text.length / count
  const costOf = (line: string) => ((line.trim().length - target) / target) ** 2
  const known = new Map<number, Ending>()
  const best = (from: number, left: number): Ending => {
    const key = from * 100 + left
    const ending = known.get(key) ?? endingOf(from, left)
    known.set(key, ending)
    return ending
  }
  const endingOf = (from: number, left: number): Ending => {
    let line = ''
    let found: Ending = { cost: Infinity, lines: [pieces.slice(from).join('')] }
    if (left === 1) return { cost: costOf(found.lines[0] ?? ''), lines: found.lines }
    for (let to = from + 1; to <= pieces.length - left + 1; to++) {
      line += pieces[to - 1] ?? ''
      if (line.length > target * 2.5) break
      const rest = best(to, left - 1)
      const cost = costOf(line) + rest.cost + breakCost(line, pieces[to] ?? '')
      if (cost < found.cost) found = { cost, lines: [line, ...rest.lines] }
    }
    return found
  }
  return best(0, count).lines
}

type Ending = { readonly cost: number; readonly lines: readonly string[] }

/** What it costs to end a headline's line here: nothing at a blank or a bracket, little behind a mark. */
function breakCost(line: string, next: string): number {
  if (/\s$/.test(line) || /^[\s（]/.test(next)) return 0
  return /[，、：；！？——”》]$/.test(line) ? 0.15 : 0.4
}

/** Pieces with marks that may not start a line hung to what stands before, and those that may not end one to what follows. */
function glued(pieces: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last !== undefined && (/^[，。、；：？！”’）》】…—·]/.test(piece) || /[“‘（《【—]$/.test(last)))
      out[out.length - 1] = last + piece
    else out.push(piece)
  }
  return out
}

/** Width of `text` on one line, in em. */
export function naturalWidth(text: string, face: Face): number {
  const setting: Setting = {
    face,
    measure: 1e6,
    indent: 0,
    align: 'left',
    hang: false,
    blank: HEADING_BLANK,
    halfMarks: true,
  }
  return Math.max(0, ...cachedLines(text, setting).map((l) => l.width))
}

/** Where the baseline stands in a line of `height`, so that a Han character of `size` is in its middle. */
export const baselineIn = (height: number, size: number): number => height / 2 + size * 0.38

/** Forgets all lines: for measuring. */
export const clearLines = (): void => cache.clear()
