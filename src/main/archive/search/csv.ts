/** Search results as CSV for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180). */
import type { SearchInput } from '../../../shared/api/search.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import type { Db } from '../store/db.ts'
import { hitsOf, searchAll } from './service.ts'

const HEAD = ['报纸', '日期', '版次', '版名', '标题', '署名', '所在', '摘录', '版面编号']

export function csv(db: Db, input: SearchInput): Uint8Array<ArrayBuffer> {
  const rows = hitsOf(db, input, searchAll(db, input)).map((h) => [
    h.publication,
    h.date,
    h.number,
    h.section,
    h.headline,
    h.byline,
    ROLE_NAMES[h.role].zh,
    h.snippet.text,
    String(h.page),
  ])
  const text = [HEAD, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  return new Uint8Array(new TextEncoder().encode(`\ufeff${text}\r\n`))
}

/** A cell that a spreadsheet would take for a formula, in signs of full width too, gets an apostrophe, so that nothing in a newspaper is ever run. */
export function cell(value: string): string {
  const plain = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
