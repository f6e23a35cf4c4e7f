/** One file of an import made ready to be stored, all that can be done without the database. Runs in a worker, or here where there is none. */
import type { Notice } from '../../shared/api/pages.ts'
import { BanxinError } from '../../shared/errors.ts'
import { derive } from './derive.ts'
import type { Derived } from './derive.ts'
import { take } from './intake.ts'
import { readBytes } from './read-bytes.ts'
import { pictureInfo } from './picture-size.ts'
import type { PageMeta } from '../../shared/page/page.ts'
import { digest } from './store/source.ts'
import type { Segmenter } from './words.ts'
import { readFile } from 'node:fs/promises'
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
  /** The Page as JSON text, and what was drawn from it. */
  readonly json: string
  readonly derived: Derived
  readonly reader: string
  readonly encoding: string
  readonly notices: readonly Notice[]
  readonly picture: Uint8Array | null
}

export type FileResult =
  | Prepared
  | {
      readonly n: number
      readonly ok: false
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

/** Never throws: what is wrong with the file is in the result, and one bad file stops no other. */
export async function prepareFile(task: FileTask, words: Segmenter | undefined): Promise<FileResult> {
  const { n, path } = task
  try {
    const bytes = task.bytes ?? (await readBytes(path))
    const { page, reader, encoding, notices } = take(bytes, path, {
      ...(task.meta && { meta: task.meta }),
      ...(task.encoding !== undefined && { encoding: task.encoding }),
      ...(words && { words }),
    })
    const picture = task.picture === null ? null : await readFile(task.picture).catch(() => null)
    const usable = picture && pictureInfo(picture) ? picture : null
    return {
      n,
      ok: true,
      name: baseName(path),
      bytes,
      sha256: digest(bytes),
      meta: page.meta,
      json: JSON.stringify(page),
      derived: derive(page, words),
      reader,
      encoding,
      notices: task.picture !== null && !usable ? [...notices, { code: 'picture/unreadable' }] : notices,
      picture: usable,
    }
  } catch (error) {
    if (error instanceof BanxinError) return { n, ok: false, code: error.code, params: error.params }
    return {
      n,
      ok: false,
      code: 'internal',
      params: { detail: error instanceof Error ? error.message.slice(0, 200) : '' },
    }
  }
}

/** The file's name without folder and extension: `x.page.json` gives `x`. */
export const baseName = (file: string): string =>
  basename(file).replace(/(?:\.page)?\.[^.]{1,8}$/, '') || basename(file)
