/** Keywords by their numbers. */
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { inRows, writeRows } from './rows.ts'

/**
 * So many words are held for a database, and those of the last call besides: a few megabytes. Newspapers use the same words day by
 * day, and a look into the table costs as much as a row.
 */
const MOST_HELD = 32_768

type Held = { readonly ids: Map<string, number>; last: number; readonly version: number }

const heldBy = new WeakMap<Db, Held>()

/** The numbers of `words` and of others; those that are new get one. Call it in the transaction that uses them. */
export function keywordIds(db: Db, words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const held = heldNow(db)
  const { ids } = held
  if (ids.size > MOST_HELD) ids.clear()
  // As the table's index keeps them: the next one stands on the leaf of the one before.
  const unknown = [...words].filter((word) => !ids.has(word)).toSorted()
  inRows<{ id: number; word: string }>(
    db,
    1,
    unknown,
    (v) => `WITH given (word) AS (VALUES ${v})
      SELECT id, keyword.word FROM given CROSS JOIN keyword ON keyword.word = given.word`,
    (statement, bound) => {
      for (const { id, word } of statement.all(...bound)) ids.set(word, id)
    },
  )
  const fresh = unknown.filter((word) => !ids.has(word))
  writeRows(
    db,
    2,
    fresh.flatMap((word, i) => [held.last + 1 + i, word]),
    (v) => `INSERT INTO keyword (id, word) VALUES ${v}`,
  )
  for (const word of fresh) ids.set(word, ++held.last)
  return ids
}

/**
 * What is held while it holds: `version` is another when another connection wrote, and `last`, the highest number there is, when this
 * one took words back that it had put in. Words are not deleted.
 */
function heldNow(db: Db): Held {
  const there = sql<Pick<Held, 'last' | 'version'>>(
    db,
    'SELECT (SELECT coalesce(max(id), 0) FROM keyword) AS last, data_version AS version FROM pragma_data_version',
  ).get()
  if (!there) throw new RangeError('no version')
  const held = heldBy.get(db)
  if (held && held.last === there.last && held.version === there.version) return held
  const fresh: Held = { ids: new Map(), ...there }
  heldBy.set(db, fresh)
  return fresh
}
