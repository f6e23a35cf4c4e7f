/** The newsroom's own words: people, places, organisations, terms. */
import type { Word } from '../../../shared/api/keep.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'

export const words = (db: Db): Word[] => sql<Word>(db, 'SELECT word, tag, note FROM word ORDER BY word').all()

/** Adds or changes words; gives those that were not there. */
export function putWords(db: Db, list: readonly Word[]): string[] {
  const added: string[] = []
  for (const { word, tag, note } of list) {
    const known = sql(db, 'SELECT 1 FROM word WHERE word = ?').get(word)
    if (!known) added.push(word)
    sql(
      db,
      'INSERT INTO word (word, tag, note, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET tag = excluded.tag, note = excluded.note',
    ).run(word, tag, note, now())
  }
  return added
}

export function removeWords(db: Db, list: readonly string[]): void {
  for (const word of list) sql(db, 'DELETE FROM word WHERE word = ?').run(word)
}
