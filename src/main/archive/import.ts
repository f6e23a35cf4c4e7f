/** Puts pages that were taken in into the archive: one short transaction, byte-identical files only once. */
import type { Imported } from '../../shared/api/imports.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Context } from './context.ts'
import { derive } from './derive.ts'
import { take } from './intake.ts'
import type { Taken } from './intake.ts'
import { write } from './store/db.ts'
import { insertPage, pageOfSource } from './store/page.ts'
import { digest, putSource, sourceId } from './store/source.ts'
import path from 'node:path'

export type ToStore = {
  /** How the library shows the page: the file's name without its extension. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly taken: Taken
  /** Store it even if a page with the same bytes is there. */
  readonly always?: boolean
}

/** Stores a page; one whose bytes are there already (and not in the bin) is left as it is. */
export function storePage(
  context: Pick<Context, 'db' | 'who' | 'words'>,
  p: ToStore,
): { id: number; duplicate: boolean } {
  const { db } = context
  const sha256 = digest(p.bytes)
  return write(db, () => {
    const known = p.always ? undefined : sourceId(db, sha256)
    const there = known === undefined ? undefined : pageOfSource(db, known)
    if (there !== undefined) return { id: there, duplicate: true }
    const { page, encoding, reader, notices } = p.taken
    const id = insertPage(db, {
      name: p.name,
      sourceId: putSource(db, p.bytes, sha256),
      meta: page.meta,
      json: JSON.stringify(page),
      derived: derive(page, context.words()),
      encoding,
      reader,
      notices,
      who: context.who(),
    })
    return { id, duplicate: false }
  })
}

/** Takes one file's bytes in; what is wrong with the file is in the answer, what is wrong with the archive is thrown. */
export function importBytes(
  context: Context,
  name: string,
  bytes: Uint8Array,
  options: { encoding?: string } = {},
): Imported {
  let taken: Taken
  try {
    const words = context.words()
    taken = take(bytes, name, { ...options, ...(words && { words }) })
  } catch (error) {
    return failed(name, error)
  }
  const { id, duplicate } = storePage(context, { name: baseName(name), bytes, taken })
  return { name, id, outcome: duplicate ? 'duplicate' : 'new', notices: duplicate ? [] : [...taken.notices] }
}

/** The answer for a file that could not be taken in; other errors than a BanxinError are thrown on. */
export function failed(name: string, error: unknown): Imported {
  if (!(error instanceof BanxinError)) throw error
  return { name, id: null, outcome: 'failed', code: error.code, params: { ...error.params }, notices: [] }
}

/** The file's name without folder and extension: `x.page.json` gives `x`. */
export const baseName = (name: string): string => path.basename(name).replace(/(?:\.page)?\.[^.]{1,8}$/, '') || name
