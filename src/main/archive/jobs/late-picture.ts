/** Pictures that were put beside files whose pages are there already: a page that has none is given its own. */
import { readFile, stat } from 'node:fs/promises'
import type { Context } from '../context.ts'
import type { Failed, FileTask, Prepared } from '../intake-file.ts'
import { pictureInfo } from '../picture-size.ts'
import { READING } from '../read-bytes.ts'
import { write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { pageOfSource } from '../store/page.ts'
import { addPicture, hasRoomFor } from '../store/picture.ts'
import { digest, sourceId } from '../store/source.ts'
import { noteLatePicture } from '../store/watched.ts'

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
    const picture = beside && 'page' in one && hasRoomFor(db, one.page) ? await readPicture(beside) : undefined
    all.push(picture ? { ...one, picture } : one)
  }
  return all
}

/** A picture that came after its text was taken in, or was not whole then. */
export type Late = { readonly text: string; readonly picture: string }

/**
 * Gives the pages of texts the pictures that came late. Where a text waits to be read in, its picture waits with it. What cannot be read is
 * left; so is, unread, what a page has already: at each start of the watch all that ever came late is met again.
 */
export async function addLate({ db, changed }: Pick<Context, 'db' | 'changed'>, late: readonly Late[]): Promise<void> {
  for (const { text, picture } of late) {
    const [source, info] = await Promise.all([readAll(text), stat(picture).catch(() => undefined)])
    if (!source || !info || !db.open) continue
    const id = sourceId(db, digest(source))
    const page = id === undefined ? undefined : pageOfSource(db, id)
    if (page === undefined) noteLatePicture(db, text, picture)
    if (page === undefined || !hasRoomFor(db, page, info.size)) continue
    const bytes = await readPicture(picture)
    if (bytes && db.open && write(db, () => addPicture(db, page, bytes))) changed([page])
  }
}

const readAll = (file: string): Promise<Uint8Array | undefined> =>
  readFile(file, { flag: READING }).catch(() => undefined)

async function readPicture(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readAll(file)
  return bytes && pictureInfo(bytes) ? bytes : undefined
}
