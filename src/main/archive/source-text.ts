/** The decoded source text of a stored page, read again from its raw bytes. */
import { readerOf } from './readers/index.ts'
import { sql } from './store/db.ts'
import type { Db } from './store/db.ts'
import { sourceBytes } from './store/source.ts'

/** The text that the spans of page `id` point into; empty where the bytes are gone. */
export function sourceText(db: Db, id: number, sourceId: number): string {
  const bytes = sourceBytes(db, sourceId)
  const row = sql<{ name: string; encoding: string; reader: string }>(
    db,
    'SELECT name, encoding, reader FROM page WHERE id = ?',
  ).get(id)
  if (!bytes || !row) return ''
  const name = nameToRead(row.name, row.reader)
  return readerOf(name).read(bytes, row.name, { encoding: row.encoding }).text
}

/** A name by which the table of readers picks the reader that read the page first. */
export const nameToRead = (name: string, reader: string): string => `${name}.${reader === 'json' ? 'page.json' : 'txt'}`
