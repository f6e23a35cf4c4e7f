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

/** `text` with newlines where its lines end, so that each is at most `measure` em wide; its own newlines stay. */
export function breakHeading(text: string, face: Face, measure: number, words?: Words): string {
  return text
    .split('\n')
    .map((part) => {
      const count = Math.max(1, Math.ceil(naturalWidth(part, face) / measure - 1e-6))
      for (let n = count; n <= count + 2; n++) {
        const lines = splitTitle(part, n, words)
        if (lines.every((l) => naturalWidth(l, face) <= measure + 1e-6)) return lines.join('\n')
      }
      return part
    })
    .join('\n')
}

/** `text` in `count` lines of about one length, at blanks if it has them, else between words where they are known. */
export function splitTitle(text: string, count: number, words?: Words): readonly string[] {
  if (count === 1) return [text]
  const pieces = glued(words ? words.cut(text) : [...text])
  const target = text.length / count
  const lines: string[] = []
  let line = ''
  for (const [i, piece] of pieces.entries()) {
    const here = Math.abs(line.length - target)
    const there = Math.abs(line.length + piece.length - target)
    // a blank near the middle is the better place
    const bonus =
      /\s$/.test(line) || /^\s/.test(piece) ? target * 0.5 : /[，、：；！？]$/.test(line) ? target * 0.35 : 0
    const later = pieces.slice(i).some((p) => /[\s（]/.test(p)) && !bonus && line.length < target * 1.3
    if (line.trim() && lines.length < count - 1 && there > here - bonus && !later) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
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
