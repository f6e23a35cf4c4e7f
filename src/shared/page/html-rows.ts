/** The rows of tables that OCR programs write as HTML, `<tr><td>车次</td><td colspan="2">开点</td></tr>`: a block holds them as they are. */

/** `[start, end)` of the block's text, without blanks; over how many columns and rows it goes. */
export type HtmlCell = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly across: number
  readonly down: number
}
/** `names`: its cells name the columns. */
export type HtmlRow = {
  readonly start: number
  readonly end: number
  readonly cells: readonly HtmlCell[]
  readonly names: boolean
}

const OPENS = /^\s*(?:<\/?(?:html|body|table|thead|tbody|tfoot)(?:\s[^<>]*)?>\s*)*<t[rdh](?=[\s>])/i
const TAG = /<(\/?)(html|body|table|thead|tbody|tfoot|tr|td|th)(?=[\s/>])([^<>]*)>/gi
/** Columns, and rows that a cell goes over: no table of a newspaper has more; a misread figure may say so. */
export const MOST = 100

/** The rows that `text` consists of; undefined where it holds anything else. */
export function htmlRowsOf(text: string): readonly HtmlRow[] | undefined {
  if (!text.includes('<') || !OPENS.test(text)) return undefined
  const rows: { start: number; end: number; cells: HtmlCell[]; names: boolean }[] = []
  const tags = [...text.matchAll(TAG)]
  let row: (typeof rows)[number] | undefined
  for (const [i, tag] of tags.entries()) {
    const [all, closes, name = '', attributes = ''] = tag
    const behind = tag.index + all.length
    const next = tags[i + 1]?.index ?? text.length
    const opens = closes === ''
    if (/^tr$/i.test(name)) row = undefined
    if (opens && /^t[dh]$/i.test(name)) {
      if (!row) rows.push((row = { start: tag.index, end: next, cells: [], names: true }))
      row.cells.push(cellIn(text, behind, next, attributes))
      row.names &&= /^th$/i.test(name)
      row.end = next
    } else if (text.slice(behind, next).trim() !== '') return undefined
  }
  return rows.length > 0 ? rows : undefined
}

function cellIn(text: string, from: number, to: number, attributes: string): HtmlCell {
  const between = text.slice(from, to)
  const own = between.trim()
  const start = from + (own === '' ? 0 : between.indexOf(own))
  const over = (name: string) => {
    const n = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,3})`, 'i').exec(attributes)?.[1])
    return n >= 1 && n <= MOST ? n : 1
  }
  return { text: own, start, end: start + own.length, across: over('colspan'), down: over('rowspan') }
}
