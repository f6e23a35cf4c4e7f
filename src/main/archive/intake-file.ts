/** One file of an import made ready to be stored, all that can be done without the database. Runs in a worker, or here where there is none. */
import type { Notice } from '../../shared/api/pages.ts'
import { BanxinError } from '../../shared/errors.ts'
import { derive } from './derive.ts'
import type { Derived } from './derive.ts'
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

/** A file that is ready to be stored. */
export type Prepared = {
  readonly n: number
  readonly ok: true
  /** As the library shows it. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
  readonly meta: PageMeta
  /** The Page as JSON text in UTF-8, as the database keeps it: bytes are handed over between threads. What was drawn from it. */
  readonly json: Uint8Array
  readonly derived: Derived
  readonly reader: string
  readonly encoding: string
  readonly notices: readonly Notice[]
  readonly picture: Uint8Array | null
}

/** A file whose bytes may be in the archive already: read, and no more. */
export type Seen = { readonly n: number; readonly ok: 'seen'; readonly bytes: Uint8Array; readonly sha256: Uint8Array }

export type Failed = {
  readonly n: number
  readonly ok: false
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export type FileResult = Prepared | Seen | Failed

export type PrepareOptions = {
  /** Files that may be among these are only read. */
  readonly known?: KnownSources
  /** No keywords but those that are printed on the page. */
  readonly plain?: boolean
}

/** Never throws: what is wrong with the file is in the result, and one bad file stops no other. */
export function prepareFile(
  task: FileTask,
  words: Segmenter | undefined,
  { known, plain = false }: PrepareOptions = {},
): FileResult {
  try {
    return readAndPrepare(task, words, known, plain)
  } catch (error) {
    const { n } = task
    if (error instanceof BanxinError) return { n, ok: false, code: error.code, params: error.params }
    const detail = error instanceof Error ? error.message.slice(0, 200) : ''
    return { n, ok: false, code: 'internal', params: { detail } }
  }
}

function readAndPrepare(
  task: FileTask,
  words: Segmenter | undefined,
  known: KnownSources | undefined,
  plain: boolean,
): Prepared | Seen {
  const bytes = task.bytes ?? readBytes(task.path)
  const sha256 = digest(bytes)
  if (known && mayBeKnown(known, sha256)) return { n: task.n, ok: 'seen', bytes, sha256 }
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
    derived: derive(page, plain ? undefined : words),
    reader,
    encoding,
    notices: task.picture !== null && !picture ? [...notices, { code: 'picture/unreadable' }] : notices,
    picture,
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
