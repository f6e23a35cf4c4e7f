/** Pages: their JSON, the columns that lists are made from, and saving with revisions. */
import type { Notice, PageSummary } from '../../../shared/api/pages.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Page, PageMeta } from '../../../shared/page/page.ts'
import { upgradePage } from '../../../shared/page/versions.ts'
import { derive, keepKeywords, titleOfPage } from '../derive.ts'
import type { Derived } from '../derive.ts'
import { putArticles, textKeywords } from './article.ts'
import { furnitureOn } from './furniture.ts'
import { nextChange } from './change.ts'
import { now, sql, write } from './db.ts'
import type { Db } from './db.ts'
import { putIssue } from './publication.ts'
import { addRevision, packRevision } from './revision.ts'
import { writeRows } from './rows.ts'
import { reopen } from './reopen.ts'

export type NewPage = {
  /** Its id where it had one before; the next free one otherwise. */
  readonly id?: number
  readonly name: string
  readonly sourceId: number
  readonly reader: string
  readonly encoding: string
  readonly notices: readonly Notice[]
  readonly meta: PageMeta
  /** The Page as JSON text, or that in UTF-8, and what was drawn from it. */
  readonly json: string | Uint8Array
  readonly derived: Derived
  readonly who: string
  readonly pictureId?: number | undefined
}

export type StoredPage = {
  readonly id: number
  readonly name: string
  readonly sourceId: number
  readonly reader: string
  readonly encoding: string
  readonly notices: readonly Notice[]
  readonly revision: number
  readonly page: Page
}

/** Puts a page in; call it inside a transaction. Its first revision is 1. */
export const insertPage = (db: Db, page: NewPage): number => insertPages(db, [page])[0] ?? 0

/** Puts pages in and gives their ids in the same order; call it inside a transaction. */
export function insertPages(db: Db, pages: readonly NewPage[]): number[] {
  const at = now()
  const last = nextChange(db, pages.length)
  const issueOf = issues(db)
  const insert = sql(
    db,
    `INSERT INTO page (id, issue_id, source_id, name, number, section, title, reader, encoding, notices, json, articles,
      characters, revision, change, created_at, updated_at, picture_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, 1, ?, ?, ?, ?)`,
  )
  const ids = pages.map((p, i) => {
    const c = columns(p.meta)
    return Number(
      insert.run(
        p.id ?? null,
        issueOf(c.publication, c.date),
        p.sourceId,
        p.name,
        c.number,
        c.section,
        p.derived.title,
        p.reader,
        p.encoding,
        JSON.stringify(p.notices),
        p.json,
        p.derived.articles.length,
        p.derived.characters,
        last - pages.length + 1 + i,
        at,
        at,
        p.pictureId ?? null,
      ).lastInsertRowid,
    )
  })
  putArticles(
    db,
    pages.map(({ derived }, i) => ({ pageId: ids[i] ?? 0, derived })),
    true,
  )
  writeRows(
    db,
    5,
    pages.flatMap(({ who }, i) => [ids[i] ?? 0, 1, at, who, 'import']),
    (v) => `INSERT INTO revision (page_id, revision, at, who, action) VALUES ${v}`,
  )
  return ids
}

/** The id of an issue, looked up once for the pages of a batch. */
function issues(db: Db): (publication: string, date: string) => number {
  const known = new Map<string, number>()
  return (publication, date) => {
    const key = `${date} ${publication}`
    const id = known.get(key) ?? putIssue(db, publication, date)
    known.set(key, id)
    return id
  }
}

/** What made a state, and which operation where one did. */
export type Made = { readonly action: string; readonly operation?: number }

/** Saves a new state over `revision`. Errors: `page/missing`, `page/binned` when it lies in the bin, `page/conflict` when another state was saved meanwhile. */
export function savePage(
  db: Db,
  id: number,
  revision: number,
  page: Page,
  who: string,
  { action, operation }: Made = { action: 'edit' },
): { revision: number; savedAt: string } {
  return write(db, () => {
    const old = pageToSave(db, id, revision)
    const json = JSON.stringify(page)
    if (json === old.json) return { revision, savedAt: old.updatedAt }
    const at = now()
    // Where only what is said about the page changes, nothing that is drawn from its articles does.
    const derived =
      articlesOf(json) === articlesOf(old.json) ? undefined : keepKeywords(derive(page), textKeywords(db, id))
    const c = columns(page.meta)
    sql(
      db,
      `UPDATE page SET issue_id = ?, number = ?, section = ?, title = ?, json = ?, articles = ?,
        characters = coalesce(?, characters), revision = ?, change = ?, updated_at = ? WHERE id = ?`,
    ).run(
      putIssue(db, c.publication, c.date),
      c.number,
      c.section,
      titleOfPage(page),
      json,
      page.articles.length,
      derived?.characters ?? null,
      revision + 1,
      nextChange(db),
      at,
      id,
    )
    if (derived) {
      putArticles(db, [{ pageId: id, derived }], false)
      reopen(db, id, page, who)
    }
    packRevision(db, id, revision, old.json, json)
    addRevision(db, id, { revision: revision + 1, at, who, action }, operation)
    return { revision: revision + 1, savedAt: at }
  })
}

/**
 * Notes `page` as a state of its own, over which the one at `revision` stands again: it can be compared and restored, and nothing that
 * is drawn from the page changes, nor the step it has reached. Errors: those of `savePage`.
 */
export function keepBeside(db: Db, id: number, revision: number, page: Page, who: string): { revision: number } {
  return write(db, () => {
    const { json } = pageToSave(db, id, revision)
    const beside = JSON.stringify(page)
    const at = now()
    packRevision(db, id, revision, json, beside)
    addRevision(db, id, { revision: revision + 1, at, who, action: 'beside' })
    packRevision(db, id, revision + 1, beside, json)
    addRevision(db, id, { revision: revision + 2, at, who, action: 'restore' })
    sql(db, 'UPDATE page SET revision = ?, change = ?, updated_at = ? WHERE id = ?').run(
      revision + 2,
      nextChange(db),
      at,
      id,
    )
    return { revision: revision + 2 }
  })
}

/** The stored page, over which a new state is put. Errors: those of `savePage`. */
function pageToSave(db: Db, id: number, revision: number): { json: string; revision: number; updatedAt: string } {
  const old = sql<{ json: string; revision: number; updatedAt: string; binned: number }>(
    db,
    'SELECT json, revision, updated_at AS updatedAt, deleted_at IS NOT NULL AS binned FROM page WHERE id = ?',
  ).get(id)
  if (!old) throw new BanxinError('page/missing')
  if (old.binned) throw new BanxinError('page/binned')
  if (old.revision !== revision) throw new BanxinError('page/conflict', { revision: old.revision })
  return old
}

/** The page with `id`. Error: `page/missing` (a page in the bin is missing too). */
export function getPage(db: Db, id: number): StoredPage {
  const page = findPage(db, id)
  if (!page) throw new BanxinError('page/missing')
  return page
}

/** The page with `id`, of which a new state is made. Errors: `page/missing`, `page/binned` when it lies in the bin. */
export function pageToChange(db: Db, id: number): StoredPage {
  const page = findPage(db, id)
  if (page) return page
  throw new BanxinError(sql(db, 'SELECT 1 FROM page WHERE id = ?').get(id) ? 'page/binned' : 'page/missing')
}

/** The page with `id`, or undefined where it is gone or in the bin. */
export function findPage(db: Db, id: number): StoredPage | undefined {
  const row = sql<Omit<StoredPage, 'notices' | 'page'> & { notices: string; json: string }>(
    db,
    `SELECT id, name, source_id AS sourceId, reader, encoding, notices, revision, json
      FROM page WHERE id = ? AND deleted_at IS NULL`,
  ).get(id)
  if (!row) return undefined
  const { json, notices, ...rest } = row
  return { ...rest, notices: JSON.parse(notices) as Notice[], page: upgradePage(JSON.parse(json)) } // notices: written by insertPage
}

/** The pages' newest revisions. Error: `page/missing` where one is not there. */
export function revisionsOf(db: Db, ids: readonly number[]): readonly { id: number; revision: number }[] {
  const found = sql<{ id: number; revision: number }>(
    db,
    'SELECT id, revision FROM page WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids))
  if (found.length < new Set(ids).size) throw new BanxinError('page/missing')
  return found
}

/** What a person knows the pages by, in the order of `ids`; of those that are there, in the bin too. */
export const titlesOf = (db: Db, ids: readonly number[]): string[] =>
  sql<{ title: string }>(
    db,
    `SELECT CASE page.title WHEN '' THEN page.name ELSE page.title END AS title
      FROM json_each(?) AS one JOIN page ON page.id = one.value ORDER BY one.key`,
  )
    .all(JSON.stringify(ids))
    .map((r) => r.title)

/** Whether the page is there and nothing was saved since `revision`. */
export const isAt = (db: Db, id: number, revision: number): boolean =>
  sql(db, 'SELECT 1 FROM page WHERE id = ? AND revision = ? AND deleted_at IS NULL').get(id, revision) !== undefined

/** The page whose source has these bytes and that is not in the bin, if there is one. */
export const pageOfSource = (db: Db, sourceId: number): number | undefined =>
  sql<{ id: number }>(db, 'SELECT id FROM page WHERE source_id = ? AND deleted_at IS NULL ORDER BY id LIMIT 1').get(
    sourceId,
  )?.id

/** Every page that is not in the bin, newest issue first, then by page number. */
export const listPages = (db: Db): PageSummary[] => sql<SummaryRow>(db, `${SUMMARY} ${ORDER}`).all().map(summary)

export const countPages = (db: Db): number =>
  sql<{ n: number }>(db, 'SELECT count(*) AS n FROM page WHERE deleted_at IS NULL').get()?.n ?? 0

export type SummaryRow = {
  id: number
  name: string
  publication: string
  date: string
  number: string
  section: string
  title: string
  stories: number
  characters: number
  revision: number
  createdAt: string
  updatedAt: string
}

/** How many stories each page has: its articles but those that are page furniture only. */
export const STORIES = `page.articles - ${furnitureOn('page.id')} AS stories`

export const SUMMARY = `SELECT page.id, page.name, publication.name AS publication, issue.date, page.number, page.section,
  page.title, ${STORIES}, page.characters, page.revision, page.created_at AS createdAt, page.updated_at AS updatedAt
  FROM page JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id
  WHERE page.deleted_at IS NULL`

const ORDER = 'ORDER BY issue.date DESC, publication.name, page.number, page.id'

export function summary(r: SummaryRow): PageSummary {
  const { publication, date, number, section, ...rest } = r
  return {
    ...rest,
    meta: {
      ...(publication && { publication }),
      ...(date && { date }),
      ...(number && { number }),
      ...(section && { section }),
    },
  }
}

const columns = (meta: PageMeta) => ({
  publication: meta.publication ?? '',
  date: meta.date ?? '',
  number: meta.number ?? '',
  section: meta.section ?? '',
})

/** The text of a page from its articles on; what stands before is about the page. */
const articlesOf = (json: string): string => json.slice(json.indexOf('"articles":'))
