/** One file of an import: how it is given, how it is handed on to be stored, and how it fails. */
import type { Notice } from '../../shared/api/pages.ts'
import { BanxinError } from '../../shared/errors.ts'
import { draw, withFound } from './derive.ts'
import type { Derived, Drawn, Found } from './derive.ts'
import type { Taken } from './intake.ts'
import { pictureInfo } from './picture-size.ts'
import { READING } from './read-bytes.ts'
import type { PageMeta } from '../../shared/page/page.ts'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

export type FileTask = {
  readonly n: number
  readonly path: string
  /** Its bytes where they were read already. */
  readonly bytes?: Uint8Array
  /** What the file's path says and a person corrected; wins over what stands in the file. Without it the name is looked at. */
  readonly meta?: PageMeta
  /** The encoding where it is known. */
  readonly encoding?: string
  /** The picture beside it. */
  readonly picture: string | null
}

/** A file that became a page. */
export type Paged = {
  readonly n: number
  readonly ok: true
  /** As the library shows it. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
  readonly meta: PageMeta
  /** The Page as JSON text in UTF-8, as the database keeps it: bytes are handed over between threads. */
  readonly json: Uint8Array
  readonly reader: string
  readonly encoding: string
  readonly notices: readonly Notice[]
  readonly picture: Uint8Array | null
  readonly drawn: Drawn
}

/** A file that is ready to be stored. */
export type Prepared = Omit<Paged, 'drawn'> & { readonly derived: Derived }

/** A file whose bytes may be in the archive already: read, and no more. */
export type Seen = { readonly n: number; readonly ok: 'seen'; readonly bytes: Uint8Array; readonly sha256: Uint8Array }

export type Failed = {
  readonly n: number
  readonly ok: false
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** With what is found in its texts. */
export const prepared = ({ drawn, ...paged }: Paged, found: Found): Prepared => ({
  ...paged,
  derived: withFound(drawn, found),
})

/** One bad file stops no other. */
export function attempt<T>({ n }: Pick<FileTask, 'n'>, work: () => T): T | Failed {
  try {
    return work()
  } catch (error) {
    if (error instanceof BanxinError) return { n, ok: false, code: error.code, params: error.params }
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    return { n, ok: false, code: 'internal', params: { detail } }
  }
}

/** The file as the page that was taken from it, with that page's JSON. */
export function pagedOf(
  task: FileTask,
  { bytes, sha256 }: Pick<Paged, 'bytes' | 'sha256'>,
  { page, reader, encoding, notices }: Taken,
  json: Uint8Array,
): Paged {
  const picture = task.picture === null ? null : readPicture(task.picture)
  return {
    n: task.n,
    ok: true,
    name: baseName(task.path),
    bytes,
    sha256,
    meta: page.meta,
    json,
    reader,
    encoding,
    notices: task.picture !== null && !picture ? [...notices, { code: 'picture/unreadable' }] : notices,
    picture,
    drawn: draw(page),
  }
}

function readPicture(file: string): Uint8Array | null {
  try {
    const picture = readFileSync(file, { flag: READING })
    return pictureInfo(picture) ? picture : null
  } catch {
    return null
  }
}

/** The file's name without folder and extension: `x.page.json` gives `x`, however often a page was written out under its file's name. */
export const baseName = (file: string): string =>
  basename(file).replace(/(?:\.page\.json)+$|\.[^.]{1,8}$/i, '') || basename(file)
