/** The newsroom's own words: people, places, organisations, terms. */
import type { Word } from '../../../shared/api/keep.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'

export const words = (db: Db): Word[] => sql<Word>(db, 'SELECT word, tag, note FROM word ORDER BY word').all()

/** What a word was and what it became; null: not in the dictionary. */
export type WordChange = readonly [before: Word | null, after: Word | null]

/** Adds or changes words; gives those that are not as they were, in their order. Call it in a transaction. */
export const putWords = (db: Db, list: readonly Word[]): WordChange[] =>
  list.flatMap((word) => change(db, word.word, word))

/** Words of a list as the dictionary takes them: what the list does not say stays as it is, in a new word it is a term. */
export const completed = (db: Db, list: readonly { readonly word: string; readonly tag?: Word['tag'] }[]): Word[] =>
  list.map(({ word, tag }) => {
    const known = wordOf(db, word)
    return { word, tag: tag ?? known?.tag ?? 'nz', note: known?.note ?? '' }
  })

export const removeWords = (db: Db, list: readonly string[]): WordChange[] =>
  list.flatMap((word) => change(db, word, null))

/** Gives the words that were changed since, which stay. Call it in a transaction. */
export function takeBackWords(db: Db, changes: readonly WordChange[]): string[] {
  const kept: string[] = []
  for (const [before, after] of changes.toReversed()) {
    const word = before?.word ?? after?.word ?? ''
    if (isSame(wordOf(db, word), after)) change(db, word, before)
    else kept.push(word)
  }
  return kept.toReversed()
}

function change(db: Db, word: string, after: Word | null): readonly WordChange[] {
  const before = wordOf(db, word)
  if (isSame(before, after)) return []
  if (after === null) sql(db, 'DELETE FROM word WHERE word = ?').run(word)
  else
    sql(
      db,
      'INSERT INTO word (word, tag, note, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET tag = excluded.tag, note = excluded.note',
    ).run(word, after.tag, after.note, now())
  return [[before, after]]
}

const wordOf = (db: Db, word: string): Word | null =>
  sql<Word>(db, 'SELECT word, tag, note FROM word WHERE word = ?').get(word) ?? null

const isSame = (a: Word | null, b: Word | null): boolean =>
  a?.word === b?.word && a?.tag === b?.tag && a?.note === b?.note
