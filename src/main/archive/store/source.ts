/** Sources: the bytes of files as they came, once by content. */
import { hash } from 'node:crypto'
import { sql } from './db.ts'
import type { Db } from './db.ts'

export const digest = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** The id of the source with these bytes, stored now if it is new. */
export const putSource = (db: Db, bytes: Uint8Array, sha256 = digest(bytes)): number =>
  sourceId(db, sha256) ?? addSource(db, bytes, sha256)

/** Stores bytes that are not there yet. */
export const addSource = (db: Db, bytes: Uint8Array, sha256: Buffer): number =>
  Number(sql(db, 'INSERT INTO source (sha256, bytes) VALUES (?, ?)').run(sha256, bytes).lastInsertRowid)

export const sourceId = (db: Db, sha256: Buffer): number | undefined =>
  sql<{ id: number }>(db, 'SELECT id FROM source WHERE sha256 = ?').get(sha256)?.id

export const sourceBytes = (db: Db, id: number): Uint8Array | undefined =>
  sql<{ bytes: Buffer }>(db, 'SELECT bytes FROM source WHERE id = ?').get(id)?.bytes
