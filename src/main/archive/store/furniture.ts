/** Articles that are page furniture only (folio lines; `n` is the letter of a folio): they are no stories. An index holds them. */
import { MOST_ARTICLES } from '../derive.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'

const ONLY = "article.roles NOT GLOB '*[^n]*'"

/** Whether an article with such roles is page furniture only. */
export const isFurniture = ({ roles }: { readonly roles: string }): boolean => !/[^n]/.test(roles)

/** SQL: how many there are on the page whose number `page`, a column with its table's name, has. */
export const furnitureOn = (page: string): string =>
  `(SELECT count(*) FROM article WHERE ${ONLY}
    AND article.id >= ${page} * ${MOST_ARTICLES} AND article.id < (${page} + 1) * ${MOST_ARTICLES})`

/** How many there are on the pages that are not in the bin. */
export const furnitureCount = (db: Db): number =>
  sql<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM article WHERE ${ONLY}
      AND id / ${MOST_ARTICLES} NOT IN (SELECT id FROM page WHERE deleted_at IS NOT NULL)`,
  ).get()?.n ?? 0
