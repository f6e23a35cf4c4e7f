/** People of bylines: what they did, and which spellings are one person. */
import type { Person } from '../../../shared/api/library.ts'
import { MOST_ARTICLES } from '../derive.ts'
import { sql, write } from './db.ts'
import type { Db } from './db.ts'

/** Who is a spelling of whom. */
export const mainsOf = (db: Db): ReadonlyMap<number, number> =>
  new Map(
    sql<{ id: number; main: number }>(db, 'SELECT id, same_as AS main FROM person WHERE same_as IS NOT NULL')
      .all()
      .map(({ id, main }) => [id, main]),
  )

/** As what people of these numbers are named on pages that are not in the bin. */
export const kindsOf = (db: Db, ids: readonly number[]): Person['kinds'] =>
  sql(
    db,
    `SELECT DISTINCT kind FROM json_each(?) AS wanted CROSS JOIN article_person ON person_id = wanted.value
      WHERE article_id / ${MOST_ARTICLES} NOT IN (SELECT id FROM page WHERE deleted_at IS NOT NULL) ORDER BY kind`,
  )
    .pluck()
    .all(JSON.stringify(ids)) as Person['kinds'] // a checked column

/** `ids` are spellings of `into` from now on. */
export function mergePeople(db: Db, into: number, ids: readonly number[]): void {
  write(db, () => {
    const main = sql<{ id: number }>(db, 'SELECT coalesce(same_as, id) AS id FROM person WHERE id = ?').get(into)?.id
    if (main === undefined) return
    for (const id of ids)
      if (id !== main) sql(db, 'UPDATE person SET same_as = ? WHERE id = ? OR same_as = ?').run(main, id, id)
  })
}

/** All spellings of a person are people of their own again. */
export const splitPerson = (db: Db, id: number): void =>
  void write(db, () => sql(db, 'UPDATE person SET same_as = NULL WHERE same_as = ? OR id = ?').run(id, id))
