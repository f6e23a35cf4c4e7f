/** Pictures that were put beside files whose pages are there already: a page that has none is given its own. */
import { readFile } from 'node:fs/promises'
import type { Context } from '../context.ts'
import type { Failed, FileTask, Prepared } from '../intake-file.ts'
import { pictureInfo } from '../picture-size.ts'
import { READING } from '../read-bytes.ts'
import { nextChange } from '../store/change.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { pageOfSource } from '../store/page.ts'
import { putPicture } from '../store/picture.ts'
import { digest, sourceId } from '../store/source.ts'

/** A file whose page is there already, with a picture for that where it has none. */
export type There = { readonly n: number; readonly page: number; readonly picture?: Uint8Array }
type Outcome = Prepared | Failed | There

/** Each of `outcomes` whose page is there already, with the picture beside its file where the page has none. */
export async function withPictures(
  db: Db,
  files: readonly FileTask[],
  outcomes: readonly Outcome[],
): Promise<readonly Outcome[]> {
  const all: Outcome[] = []
  for (const one of outcomes) {
    const beside = 'page' in one ? files.find((f) => f.n === one.n)?.picture : undefined
    const picture = beside && 'page' in one && lacksPicture(db, one.page) ? await readPicture(beside) : undefined
    all.push(picture ? { ...one, picture } : one)
  }
  return all
}

/** A picture that came after its text was taken in, or was not whole then. */
export type Late = { readonly text: string; readonly picture: string }

/** Gives the pages of texts the pictures that came late. What cannot be read, or has no page, is left. */
export async function addLate({ db, changed }: Pick<Context, 'db' | 'changed'>, late: readonly Late[]): Promise<void> {
  for (const { text, picture } of late) {
    const [bytes, source] = await Promise.all([readPicture(picture), readAll(text)])
    if (!bytes || !source || !db.open) continue
    const page = write(db, () => {
      const id = sourceId(db, digest(source))
      const its = id === undefined ? undefined : pageOfSource(db, id)
      return its !== undefined && addPicture(db, its, bytes) ? its : undefined
    })
    if (page !== undefined) changed([page])
  }
}

/** Gives the page a picture if it has none, or only the beginning of this one; whether it did. Call it in a transaction. */
export function addPicture(db: Db, page: number, bytes: Uint8Array): boolean {
  if (!lacksPicture(db, page) && !hasBeginningOf(db, page, bytes)) return false
  const { id } = putPicture(db, bytes)
  sql(db, 'UPDATE page SET picture_id = ?, change = ? WHERE id = ?').run(id, nextChange(db), page)
  return true
}

const lacksPicture = (db: Db, page: number): boolean =>
  sql(db, 'SELECT 1 FROM page WHERE id = ? AND picture_id IS NULL').get(page) !== undefined

/** A file may have been read while it was still being written. */
function hasBeginningOf(db: Db, page: number, bytes: Uint8Array): boolean {
  const has = sql<{ bytes: Buffer }>(
    db,
    `SELECT bytes FROM page JOIN picture ON picture.id = picture_id WHERE page.id = ? AND length(bytes) < ?`,
  ).get(page, bytes.length)
  return has !== undefined && has.bytes.equals(bytes.subarray(0, has.bytes.length))
}

const readAll = (file: string): Promise<Uint8Array | undefined> =>
  readFile(file, { flag: READING }).catch(() => undefined)

async function readPicture(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readAll(file)
  return bytes && pictureInfo(bytes) ? bytes : undefined
}
