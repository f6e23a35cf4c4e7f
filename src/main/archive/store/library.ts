/** The library as people go through it: publications, issues, pages by filter, the calendar. */
import type { Issue, LibraryPage, PageFilter, Publication } from '../../../shared/api/library.ts'
import { datesOf } from '../../../shared/search/dates.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { STORIES, summary } from './page.ts'
import type { SummaryRow } from './page.ts'

/** Days that a page stays in the bin. */
export const BIN_DAYS = 30

export const publications = (db: Db): Publication[] =>
  sql<Publication>(
    db,
    `SELECT publication.id, publication.name, count(DISTINCT issue.id) AS issues, count(*) AS pages,
      sum(page.characters) AS characters,
      coalesce(min(nullif(issue.date, '')), '') AS first, max(issue.date) AS last
      FROM page JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id
      WHERE page.deleted_at IS NULL GROUP BY publication.id ORDER BY publication.name`,
  ).all()

export const issues = (db: Db, publication: number): Issue[] =>
  sql<Omit<Issue, 'states'> & { states: string }>(
    db,
    `SELECT id, date, sum(n) AS pages, sum(characters) AS characters, json_group_object(state, n) AS states
      FROM (SELECT issue.id, issue.date, page.state, count(*) AS n, sum(page.characters) AS characters
        FROM page JOIN issue ON issue.id = page.issue_id WHERE issue.publication_id = ? AND page.deleted_at IS NULL
        GROUP BY issue.id, page.state)
      GROUP BY id ORDER BY date DESC`,
  )
    .all(publication)
    .map((i) => ({ ...i, states: JSON.parse(i.states) as Issue['states'] })) // made by the query

const SORTS = {
  date: 'issue.date',
  number: 'page.number',
  name: 'page.name',
  title: 'page.title',
  characters: 'page.characters',
  updated: 'page.updated_at',
  created: 'page.created_at',
  deleted: 'page.deleted_at',
} as const

export function pagesOf(
  db: Db,
  filter: PageFilter,
  offset: number,
  limit: number,
): { total: number; pages: LibraryPage[] } {
  const order = orderOf(db, filter)
  const rows = sql<SummaryRow & { issue: number; state: string; picture: number; deletedAt: string | null }>(
    db,
    `SELECT page.id, page.name, publication.name AS publication, issue.date, issue.id AS issue, page.number, page.section,
      page.title, ${STORIES}, page.characters, page.revision, page.created_at AS createdAt, page.updated_at AS updatedAt,
      page.state, page.picture_id IS NOT NULL AS picture, page.deleted_at AS deletedAt
      FROM json_each(?) AS wanted JOIN page ON page.id = wanted.value
      JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id ORDER BY wanted.key`,
  ).all(JSON.stringify([...order.subarray(offset, offset + limit)]))
  const pages = rows.map(({ issue, state, picture, deletedAt, ...row }) => ({
    ...summary(row),
    issue,
    state,
    picture: picture === 1,
    ...(deletedAt !== null && {
      deletedAt,
      purgeAt: new Date(Date.parse(deletedAt) + BIN_DAYS * 86_400_000).toISOString(),
    }),
  }))
  return { total: order.length, pages }
}

export const idsOf = (db: Db, filter: PageFilter): number[] => [...orderOf(db, filter)]

/** The order of the list that was asked for last: scrolling through it sorts it once, until anything is written. */
const orders = new WeakMap<Db, { readonly key: string; readonly ids: Uint32Array }>()

function orderOf(db: Db, filter: PageFilter): Uint32Array {
  const written = sql<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n
  const key = JSON.stringify([filter, written, db.pragma('data_version', { simple: true })])
  const known = orders.get(db)
  if (known?.key === key) return known.ids
  const { where, values } = conditions(filter)
  const found = sql<number>(db, `SELECT page.id ${FROM} WHERE ${where} ${order(filter)}`).pluck()
  const ids = Uint32Array.from(found.all(...values))
  orders.set(db, { key, ids })
  return ids
}

const FROM = `FROM page JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id`

const KNOWN_BY = `lower(page.name || ' ' || page.title || ' ' || publication.name || ' ' || issue.date || ' ' || page.number || ' ' || page.section)`

function conditions(f: PageFilter): { where: string; values: unknown[] } {
  const parts: [string, ...unknown[]][] = [[f.bin ? 'page.deleted_at IS NOT NULL' : 'page.deleted_at IS NULL']]
  if (f.publication !== undefined) parts.push(['publication.id = ?', f.publication])
  if (f.issue !== undefined) parts.push(['issue.id = ?', f.issue])
  if (f.state !== undefined) parts.push(['page.state = ?', f.state])
  if (f.missing) parts.push([`${MISSING[f.missing]} = ''`])
  if (f.from) parts.push(['issue.date >= ?', f.from])
  if (f.to) parts.push(['issue.date <= ?', f.to], ["issue.date <> ''"])
  // Every word must stand in what a page is known by.
  for (const word of f.text?.toLowerCase().split(/\s+/) ?? []) {
    const dates = datesOf(DATE.exec(word)?.[1] ?? '')
    if (dates) parts.push(['issue.date BETWEEN ? AND ?', dates.from, dates.to])
    else if (word !== '') parts.push([`instr(${KNOWN_BY}, ?)`, word])
  }
  return { where: parts.map(([text]) => text).join(' AND '), values: parts.flatMap(([, ...values]) => values) }
}

/** 日期:2022.., date:none: as in the queries of search. */
const DATE = /^(?:日期|date)[:：](.+)$/

const MISSING = { publication: 'publication.name', date: 'issue.date', number: 'page.number' } as const

/** Columns of the table above only: no text of a caller goes into SQL. */
function order(f: PageFilter): string {
  const way = f.descending ? 'DESC' : 'ASC'
  return f.sort === undefined
    ? 'ORDER BY issue.date DESC, publication.name, page.number, page.id'
    : `ORDER BY ${SORTS[f.sort]} ${way}, issue.date DESC, page.number, page.id`
}

export const years = (db: Db, publication: number): number[] =>
  sql<{ year: number }>(
    db,
    `SELECT DISTINCT CAST(substr(date, 1, 4) AS INTEGER) AS year FROM issue
      WHERE publication_id = ? AND date <> '' AND EXISTS (SELECT 1 FROM page WHERE issue_id = issue.id AND deleted_at IS NULL)
      ORDER BY year DESC`,
  )
    .all(publication)
    .map((r) => r.year)

const DAY = 86_400_000

/** Days with an issue, and those without on which one mostly came out. */
export function calendar(db: Db, publication: number, year: number) {
  const all = sql<{ date: string; issue: number; pages: number }>(
    db,
    `SELECT issue.date, issue.id AS issue, count(*) AS pages FROM issue JOIN page ON page.issue_id = issue.id
      WHERE issue.publication_id = ? AND page.deleted_at IS NULL AND issue.date <> '' GROUP BY issue.id ORDER BY issue.date`,
  ).all(publication)
  const there = new Set(all.map((d) => d.date))
  const days = all.filter((d) => d.date.startsWith(String(year)))
  const [first, last] = [all[0]?.date, all.at(-1)?.date]
  const missing: string[] = []
  if (first !== undefined && last !== undefined) {
    const usual = usualWeekdays(all.map((d) => d.date))
    const start = Math.max(Date.parse(first), Date.UTC(year, 0, 1))
    const end = Math.min(Date.parse(last), Date.UTC(year, 11, 31))
    for (let at = start; at <= end; at += DAY) {
      const date = new Date(at).toISOString().slice(0, 10)
      if (usual.has(new Date(at).getUTCDay()) && !there.has(date)) missing.push(date)
    }
  }
  return { days, missing }
}

/**
 * Weekdays on which it came out in at least half of the weeks that have an issue at all: years of which nothing is held say nothing
 * about how often a paper comes out. Two issues are no rule yet.
 */
function usualWeekdays(dates: readonly string[]): ReadonlySet<number> {
  const weeks = new Set(dates.map((date) => Math.floor((Date.parse(date) / DAY + MONDAY) / 7))).size
  const counts = new Map<number, number>()
  for (const date of dates) {
    const day = new Date(date).getUTCDay()
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return new Set(dates.length < 3 ? [] : [...counts].filter(([, n]) => n * 2 >= weeks).map(([day]) => day))
}

/** 1970 began on a Thursday. */
const MONDAY = 3
