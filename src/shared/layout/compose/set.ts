/** A block set in a style: its lines at a width, remembered, so that an edit sets only the paragraph that changed. */
import type { Block } from '../../page/page.ts'
import { closedUp } from '../../page/spread.ts'
import type { Words } from '../../words.ts'
import type { Face } from '../advances.ts'
import type { Ink, TypeStyle } from '../template.ts'
import { linesOf } from './paragraph.ts'
import type { Line } from './paragraph.ts'
import { splitTitle } from './split.ts'
import type { Setting } from './setting.ts'

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
/** More than the trials of a full broadsheet page need; each entry takes some kilobytes in every thread that composes. */
const CACHED = 3000

/** `linesOf`, remembered by text and setting. */
export function cachedLines(text: string, s: Setting): readonly Line[] {
  const changes = s.changes?.map((c) => `${c.start}${c.face}${c.script ?? ''}${c.dotted ? '.' : ''}`).join() ?? ''
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
  const text = breakHeading(closedUp(block).text, style.face, setting.measure, words)
  return { ...setBlock(block, style, width), lines: linesWithin(block.text, text, setting) }
}

/** The lines of `broken`, which is `text` with newlines or thin blanks put for blanks, or newlines added; offsets count in `text`. */
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
    if (broken[k] === text[i] || (/\s/.test(broken[k] ?? '') && /\s/.test(text[i] ?? ''))) i++
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

/** Width of `text` on one line, in em; marks half an em wide, as in headlines, unless told otherwise. */
export function naturalWidth(text: string, face: Face, halfMarks = true): number {
  const setting: Setting = {
    face,
    measure: 1e6,
    indent: 0,
    align: 'left',
    hang: false,
    blank: HEADING_BLANK,
    halfMarks,
  }
  return Math.max(0, ...cachedLines(text, setting).map((l) => l.width))
}

/** Where the baseline stands in a line of `height`, so that a Han character of `size` is in its middle. */
export const baselineIn = (height: number, size: number): number => height / 2 + size * 0.38

/** Forgets all lines: for measuring. */
export const clearLines = (): void => cache.clear()
