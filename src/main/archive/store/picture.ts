/** Pictures: once by content. */
import { BanxinError } from '../../../shared/errors.ts'
import type { Picture } from '../../../shared/page/page.ts'
import { pictureInfo } from '../picture-size.ts'
import { nextChange } from './change.ts'
import { sql } from './db.ts'
import type { Db } from './db.ts'
import { digest } from './source.ts'

/** The picture's id and value, stored now if it is new. Error: `picture/unsupported`. */
export function putPicture(db: Db, bytes: Uint8Array, name = ''): { id: number; picture: Picture } {
  const info = pictureInfo(bytes)
  if (!info) throw new BanxinError('picture/unsupported', { name })
  const sha256 = digest(bytes)
  const picture = { sha256: sha256.toString('hex'), width: info.width, height: info.height }
  const known = sql<{ id: number }>(db, 'SELECT id FROM picture WHERE sha256 = ?').get(sha256)
  if (known) return { id: known.id, picture }
  const { lastInsertRowid } = sql(
    db,
    'INSERT INTO picture (sha256, type, width, height, bytes) VALUES (?, ?, ?, ?, ?)',
  ).run(sha256, info.type, info.width, info.height, bytes)
  return { id: Number(lastInsertRowid), picture }
}

export type StoredPicture = {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/** By the content's digest in hex. */
export const getPicture = (db: Db, sha256: string): StoredPicture | undefined =>
  sql<StoredPicture>(db, 'SELECT type, width, height, bytes FROM picture WHERE sha256 = ?').get(
    Buffer.from(sha256, 'hex'),
  )

/** The picture that came with a page's file. */
export function pagePicture(db: Db, pageId: number): Picture | undefined {
  const row = sql<{ sha256: Buffer; width: number; height: number }>(
    db,
    'SELECT sha256, width, height FROM picture JOIN page ON page.picture_id = picture.id WHERE page.id = ?',
  ).get(pageId)
  return row && { sha256: row.sha256.toString('hex'), width: row.width, height: row.height }
}

const ROOM =
  'FROM page LEFT JOIN picture ON picture.id = picture_id WHERE page.id = ? AND (picture_id IS NULL OR length(bytes) < ?)'

/** Whether a page has no picture, or one of fewer than so many bytes. */
export const hasRoomFor = (db: Db, page: number, bytes = 0): boolean =>
  sql(db, `SELECT 1 ${ROOM}`).get(page, bytes) !== undefined

/**
 * Gives the page a picture if it has none, or only the beginning of this one, read while the file was still being written; whether it did.
 * Call it in a transaction. Error: `picture/unsupported`.
 */
export function addPicture(db: Db, page: number, bytes: Uint8Array): boolean {
  const has = sql<{ bytes: Buffer | null }>(db, `SELECT bytes ${ROOM}`).get(page, bytes.length)
  if (!has || (has.bytes && !has.bytes.equals(bytes.subarray(0, has.bytes.length)))) return false
  const { id } = putPicture(db, bytes)
  sql(db, 'UPDATE page SET picture_id = ?, change = ? WHERE id = ?').run(id, nextChange(db), page)
  return true
}
