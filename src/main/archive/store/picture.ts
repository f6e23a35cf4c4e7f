/** Pictures: once by content. */
import { BanxinError } from '../../../shared/errors.ts'
import type { Picture } from '../../../shared/page/page.ts'
import { pictureInfo } from '../picture-size.ts'
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
