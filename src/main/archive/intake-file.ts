/** One file of an import made ready to be stored, all that can be done without the database. Runs in a worker, or here where there is none. */
import type { Notice } from '../../shared/api/pages.ts'
import { BanxinError } from '../../shared/errors.ts'
import { draw, find, withFound } from './derive.ts'
import type { Derived, Drawn, Found } from './derive.ts'
import { take } from './intake.ts'
import { mayBeKnown } from './known-sources.ts'
import type { KnownSources } from './known-sources.ts'
import { readBytes } from './read-bytes.ts'
import { pictureInfo } from './picture-size.ts'
import type { PageMeta } from '../../shared/page/page.ts'
import { digest } from './store/source.ts'
import type { Segmenter } from './words.ts'
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

/** A file with all that is kept of it. Never throws: what is wrong with the file is in the result. */
export const prepareFile = (task: FileTask, words: Segmenter | undefined): Prepared | Failed =>
  attempt(task, () => {
    const bytes = task.bytes ?? readBytes(task.path)
    const paged = paging(task, bytes, digest(bytes), words)
    return prepared(paged, find(paged.drawn.articles, words))
  })

/** With what is found in its texts. */
export const prepared = ({ drawn, ...paged }: Paged, found: Found): Prepared => ({
  ...paged,
  derived: withFound(drawn, found),
})

/** A file as a page, without what is found in its texts; one that may be among `known` is only read. Never throws. */
export const pageFile = (
  task: FileTask,
  words: Segmenter | undefined,
  known: KnownSources | undefined,
): Paged | Seen | Failed =>
  attempt(task, () => {
    const bytes = task.bytes ?? readBytes(task.path)
    const sha256 = digest(bytes)
    if (known && mayBeKnown(known, sha256)) return { n: task.n, ok: 'seen', bytes, sha256 }
    return paging(task, bytes, sha256, words)
  })

/** One bad file stops no other. */
function attempt<T>({ n }: FileTask, work: () => T): T | Failed {
  try {
    return work()
  } catch (error) {
    if (error instanceof BanxinError) return { n, ok: false, code: error.code, params: error.params }
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    return { n, ok: false, code: 'internal', params: { detail } }
  }
}

function paging(task: FileTask, bytes: Uint8Array, sha256: Uint8Array, words: Segmenter | undefined): Paged {
  const { page, reader, encoding, notices } = take(bytes, task.path, {
    ...(task.meta && { meta: task.meta }),
    ...(task.encoding !== undefined && { encoding: task.encoding }),
    ...(words && { words }),
  })
  const picture = task.picture === null ? null : readPicture(task.picture)
  return {
    n: task.n,
    ok: true,
    name: baseName(task.path),
    bytes,
    sha256,
    meta: page.meta,
    json: new TextEncoder().encode(JSON.stringify(page)),
    reader,
    encoding,
    notices: task.picture !== null && !picture ? [...notices, { code: 'picture/unreadable' }] : notices,
    picture,
    drawn: draw(page),
  }
}

function readPicture(file: string): Uint8Array | null {
  try {
    const picture = readFileSync(file)
    return pictureInfo(picture) ? picture : null
  } catch {
    return null
  }
}

/** The file's name without folder and extension: `x.page.json` gives `x`. */
export const baseName = (file: string): string =>
  basename(file).replace(/(?:\.page)?\.[^.]{1,8}$/, '') || basename(file)
