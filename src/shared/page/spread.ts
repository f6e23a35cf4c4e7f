/** Headings whose characters were spread over their width by blanks (最 后 的 挑 夫): set closer in print, whole words elsewhere. */
import { normalMarks } from './marks.ts'
import type { Block, Role } from './page.ts'

/** What stands in print for each blank of a spread heading: at its size wider ones would take it apart. */
export const THIN = '\u2009'

/** For print: a thin blank in each blank's place. Two characters (启 事) keep the blank that papers give them. */
export const closedUp = (block: Block): Block =>
  HEADINGS.has(block.role)
    ? { ...block, text: block.text.replaceAll(SPREAD, (run) => run.replaceAll(/\s/g, THIN)) }
    : block

/** For the screen and for Word, where no width is to be filled: the words whole, as one looks for them. Two characters keep their blank. */
export function unspread(block: Block): Block {
  const blanks = HEADINGS.has(block.role)
    ? Array.from(block.text.matchAll(SPREAD)).flatMap(({ 0: run, index }) =>
        Array.from(run.matchAll(/\s/g), (blank) => index + blank.index),
      )
    : []
  if (blanks.length === 0) return block
  const moved = (offset: number) => offset - blanks.filter((at) => at < offset).length
  const text = unspreadText(block.text)
  const marks = block.marks.map((m) => ({ ...m, start: moved(m.start), end: moved(m.end) }))
  return { ...block, text, marks: normalMarks(marks, text.length) }
}

/** A title in a line of other text, 启 事 too. */
export const unspreadTitle = (title: string): string => unspreadText(title).replace(PAIR, '$1$2')

const unspreadText = (text: string): string => text.replaceAll(SPREAD, (run) => run.replaceAll(/\s/g, ''))

const HEADINGS = new Set<Role>(['label', 'kicker', 'headline', 'deck', 'keyword', 'crosshead'])
const SPREAD = /(?<!\p{sc=Han})\p{sc=Han}([^\S\n]+)\p{sc=Han}(?:\1\p{sc=Han})+(?!\p{sc=Han})/gu
const PAIR = /^(\p{sc=Han})\s+(\p{sc=Han})$/u
