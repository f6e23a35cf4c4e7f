/** Search results as CSV for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180). */
import { setImmediate as rest } from 'node:timers/promises'
import type { SearchHit, SearchInput } from '../../../shared/api/search.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import type { Lang } from '../../../shared/page/roles.ts'
import { lastChange } from '../store/change.ts'
import type { Db } from '../store/db.ts'
import { hit } from './hits.ts'
import { prepare } from './prepare.ts'
import { searchAll } from './service.ts'

const HEAD: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['报纸', '日期', '版次', '版名', '标题', '署名', '所在', '摘录', '版面编号'],
  en: ['Newspaper', 'Date', 'Page', 'Section', 'Headline', 'Byline', 'Found in', 'Excerpt', 'Page no.'],
}

/** Hits written at once: some ten milliseconds. */
const AT_ONCE = 250

/** With rests in which others are answered; what is changed meanwhile is written as it is at its turn, if it is still a hit. */
export async function csv(db: Db, input: SearchInput, lang: Lang = 'zh'): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [Buffer.from(`\ufeff${line(HEAD[lang])}`)]
  const { query } = prepare(db, input)
  let found: Found | undefined
  let last = 0
  do {
    await rest()
    if (!db.open) break
    db.transaction(() => {
      found = hitsAfter(db, input, last, found)
      const some = found.hits.splice(0, AT_ONCE)
      last = some.at(-1)?.id ?? last
      const hits = some.flatMap(({ id, pageId }) => hit(db, id, pageId, 0, query, input.roles))
      parts.push(Buffer.from(hits.map((h) => line(cellsOf(h, lang))).join('')))
    })()
  } while (found && found.hits.length > 0)
  return new Uint8Array(Buffer.concat(parts))
}

/** The hits that are still to be written, in the order of their ids, as of a change. */
type Found = { readonly hits: { readonly id: number; readonly pageId: number }[]; readonly change: number }

function hitsAfter(db: Db, input: SearchInput, last: number, before: Found | undefined): Found {
  const change = lastChange(db)
  return before?.change === change ? before : { hits: searchAll(db, input).filter(({ id }) => id > last), change }
}

const cellsOf = (h: SearchHit, lang: Lang): readonly string[] => [
  h.publication,
  h.date,
  h.number,
  h.section,
  h.headline,
  h.byline,
  ROLE_NAMES[h.role][lang],
  h.snippet.text,
  String(h.page),
]

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A cell that a spreadsheet would take for a formula, in signs of full width too, gets an apostrophe, so that nothing in a newspaper is ever run. */
export function cell(value: string): string {
  const plain = /^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
