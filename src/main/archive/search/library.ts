/** Where every page stands, kept in memory for search: publication, date, page number, section. */
import { normalise } from '../../../shared/search/normalise.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { plainNumber } from './page-number.ts'

export type PageInfo = {
  readonly publication: string
  readonly publicationId: number
  /** YYYY-MM-DD, '' where not known. */
  readonly date: string
  /** In normal form, without zeros before it. */
  readonly number: string
  readonly section: string
}

export type Library = {
  readonly pages: ReadonlyMap<number, PageInfo>
  readonly change: number
  readonly library: number
}

/** Moves whenever a page, an issue or a publication does. */
export const libraryKey = (db: Db): string =>
  sql<{ key: string }>(
    db,
    "SELECT group_concat(value, '.') AS key FROM counter WHERE name IN ('change', 'library') ORDER BY name",
  ).get()?.key ?? ''

/** The library now; what is in `before` and did not change since is taken over. */
export function loadLibrary(db: Db, before?: Library): Library {
  const counter = (name: string) =>
    sql<{ value: number }>(db, 'SELECT value FROM counter WHERE name = ?').get(name)?.value ?? 0
  const [change, library] = [counter('change'), counter('library')]
  // Issues and publications changed: every page may stand elsewhere now.
  const keep = before?.library === library ? before : undefined
  const select = `SELECT page.id, publication.name AS publication, publication.id AS publicationId, issue.date, page.number, page.section
      FROM page JOIN issue ON issue.id = page.issue_id JOIN publication ON publication.id = issue.publication_id`
  // All pages are read from an index that has these columns: the table has the pages' texts between them.
  const rows = keep ? sql<Row>(db, `${select} WHERE page.change > ?`).all(keep.change) : sql<Row>(db, select).all()
  const number = remembered(plainNumber)
  const section = remembered(normalise)
  // A hundred thousand pages are not copied for one that changed.
  const pages = (keep?.pages as Map<number, PageInfo> | undefined) ?? new Map<number, PageInfo>()
  for (const row of rows)
    pages.set(row.id, {
      publication: row.publication,
      publicationId: row.publicationId,
      date: row.date,
      number: number(row.number),
      section: section(row.section),
    })
  return { pages, change, library }
}

type Row = PageInfo & { readonly id: number }

/** The same function, for texts that come again and again. */
function remembered(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let made = known.get(text)
    if (made === undefined) known.set(text, (made = of(text)))
    return made
  }
}
