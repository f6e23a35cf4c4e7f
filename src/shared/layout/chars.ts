/** What a character is to the compositor: its class by CLREQ and GB/T 15834, as tables. */

import { THIN } from '../page/spread.ts'

/** Marks that may not start a line. */
const NOT_AT_START = new Set('，。、；：？！．,.;:?!”’）》】〉」』〕〗｝］)]}…—％%·～℃‰°')
/** Marks that may not end a line. */
const NOT_AT_END = new Set('“‘（《【〈「『〔〖｛［([{￥＄$￡#№')
/** Full-width marks whose ink stands in the left half: half an em of air behind it can go. */
const AIR_BEHIND = new Set('，。、；：？！．”’）》】〉」』〕〗｝］')
/** Full-width marks whose ink stands in the right half: half an em of air before it can go. */
const AIR_BEFORE = new Set('“‘（《【〈「『〔〖｛［')
/** Marks that may hang outside the column at a line's end. */
const HANGS = new Set('，。、；：')

/** Narrow marks among Chinese characters belong to what stands before or behind them, as wide ones do; a straight quotation mark to either. */
const CLOSE_BEHIND = new Set(',.;:?!)]}"\'')
const CLOSE_BEFORE = new Set('([{"\'')

export const mayStartLine = (c: string): boolean => !NOT_AT_START.has(c)
export const mayEndLine = (c: string): boolean => !NOT_AT_END.has(c)
export const hasAirBehind = (c: string): boolean => AIR_BEHIND.has(c)
export const hasAirBefore = (c: string): boolean => AIR_BEFORE.has(c)
/** True if `text` begins with a narrow mark that stands close behind a Chinese character, or ends with one that stands close before it. */
export const standsCloseBehind = (text: string): boolean => CLOSE_BEHIND.has(text[0] ?? ' ')
export const standsCloseBefore = (text: string): boolean => CLOSE_BEFORE.has(text.at(-1) ?? ' ')
export const mayHang = (c: string): boolean => HANGS.has(c)

/** Letters, digits and marks that are set by their own width: Latin, Greek, Cyrillic, and what sticks to figures: −, €, ′. */
export function isWestern(c: string): boolean {
  const code = c.codePointAt(0) ?? 0
  if (code >= 0x21 && code <= 0x7e) return true
  return (
    (code >= 0xa1 && code <= 0x24f && code !== 0xb7) ||
    (code >= 0x370 && code <= 0x52f) ||
    isSmallCode(code) ||
    isSign(code)
  )
}

const isSign = (code: number): boolean =>
  code === 0x2212 || code === 0x2032 || code === 0x2033 || (code >= 0x20a0 && code <= 0x20bf)

/** Raised and lowered figures and letters that are characters of their own: ₂ in CO₂, ⁻ in 10⁻³. */
export const isSmall = (c: string): boolean => isSmallCode(c.charCodeAt(0))
const isSmallCode = (code: number): boolean => code >= 0x2070 && code <= 0x209c

export const isBlank = (c: string): boolean =>
  c === ' ' || c === '\t' || c === '\u00a0' || c === '\u3000' || c === THIN || c === '\n'

/** A whole mark of two em, never broken: a dash —— or an ellipsis ……. */
export const isPair = (a: string, b: string | undefined): boolean => a === b && (a === '—' || a === '…')
