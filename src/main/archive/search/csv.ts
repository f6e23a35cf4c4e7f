/** Search results as CSV for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180). */
import { setImmediate as rest } from 'node:timers/promises'
import type { SearchHit, SearchInput } from '../../../shared/api/search.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import type { Lang } from '../../../shared/page/roles.ts'
import { MOST_ARTICLES } from '../derive.ts'
import { changedSince, lastChange } from '../store/change.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { engineOf } from './engine.ts'
import { hit } from './hits.ts'
import { prepare } from './prepare.ts'
import { readArticles, scoreOf } from './reading.ts'

const HEAD: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['报纸', '日期', '版次', '版名', '标题', '署名', '所在', '摘录', '版面编号'],
  en: ['Newspaper', 'Date', 'Page', 'Section', 'Headline', 'Byline', 'Found in', 'Excerpt', 'Page no.'],
}

/** Hits written at once: some ten milliseconds. */
const AT_ONCE = 250

/**
 * What is found now, in the order of the pages, with rests in which others are answered: a page that is changed meanwhile is written as it
 * is at its turn, if it still has a hit, and what comes is not waited for. Error: `archive/unavailable` where the archive is closed meanwhile.
 */
export async function csv(db: Db, input: SearchInput, lang: Lang = 'zh'): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [Buffer.from(`\ufeff${line(HEAD[lang])}`)]
  const { query, ids, change } = db.transaction(() => {
    const { query, resolved } = prepare(db, input)
    return { query, ids: engineOf(db).search(resolved).ids.toSorted(), change: lastChange(db) }
  })()
  const changed = new Set<number>()
  let seen = change
  for (let at = 0; at < ids.length;) {
    await rest()
    if (!db.open) throw new BanxinError('archive/unavailable')
    db.transaction(() => {
      const since = changedSince(db, seen)
      seen = since.change
      for (const page of since.ids) changed.add(page)
      const end = endOfPage(ids, at + AT_ONCE)
      const hits = hitsNow(db, ids.subarray(at, end), changed, input).flatMap((id) =>
        hit(db, id, pageOf(id), 0, query, input.roles),
      )
      parts.push(Buffer.from(hits.map((h) => line(cellsOf(h, lang))).join('')))
      at = end
    })()
  }
  return new Uint8Array(Buffer.concat(parts))
}

const pageOf = (id: number): number => Math.floor(id / MOST_ARTICLES)

/** The first place from `from` on where another page begins. */
function endOfPage(ids: Float64Array, from: number): number {
  let end = Math.min(from, ids.length)
  while (end < ids.length && pageOf(ids[end]!) === pageOf(ids[end - 1]!)) end++
  return end
}

/** Those hits that are none any more give way to those that their page has now. */
function hitsNow(db: Db, ids: Float64Array, changed: ReadonlySet<number>, input: SearchInput): readonly number[] {
  const pages = new Set(Array.from(ids, pageOf).filter((page) => changed.has(page)))
  if (pages.size === 0) return [...ids]
  const { resolved } = prepare(db, input)
  const { library } = engineOf(db)
  const fitting = [...pages]
    .filter((page) => sql(db, 'SELECT 1 FROM page WHERE id = ? AND deleted_at IS NULL').get(page))
    .flatMap((page) => readArticles(db, page).filter((a) => scoreOf(a, resolved, library) !== undefined))
  return [...Array.from(ids).filter((id) => !pages.has(pageOf(id))), ...fitting.map(({ id }) => id)].toSorted(
    (a, b) => a - b,
  )
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
