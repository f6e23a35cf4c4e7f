/** Puts single files into the archive: prepared by the workshop, stored in one short transaction, byte-identical ones only once. */
import type { Imported } from '../../shared/api/imports.ts'
import { BanxinError, isErrorCode } from '../../shared/errors.ts'
import type { Context } from './context.ts'
import type { FileTask, Prepared } from './intake-file.ts'
import { write } from './store/db.ts'
import { insertPage, pageOfSource } from './store/page.ts'
import { putSource, sourceId } from './store/source.ts'

/** The page in a file. In a hurry the segmenter is not waited for. Errors: those of the file, `file/…`. */
export async function prepareOne(
  { workshop }: Pick<Context, 'workshop'>,
  file: Omit<FileTask, 'n' | 'picture'>,
  { hurry } = { hurry: true },
): Promise<Prepared> {
  const [result] = await workshop.run('prepare', { files: [{ n: 0, picture: null, ...file }], hurry })
  if (result?.ok === true) return result
  throw result?.ok === false && isErrorCode(result.code)
    ? new BanxinError(result.code, result.params)
    : new BanxinError('internal')
}

/** Stores a page; one whose bytes are there already (and not in the bin) is left as it is, but for `always`. `name`: as the library shows it. */
export function storePage(
  { db, who }: Pick<Context, 'db' | 'who'>,
  name: string,
  p: Prepared,
  { always } = { always: false },
): { id: number; duplicate: boolean } {
  const sha256 = Buffer.from(p.sha256)
  return write(db, () => {
    const known = always ? undefined : sourceId(db, sha256)
    const there = known === undefined ? undefined : pageOfSource(db, known)
    if (there !== undefined) return { id: there, duplicate: true }
    const { meta, json, derived, encoding, reader, notices } = p
    const source = putSource(db, p.bytes, sha256)
    const id = insertPage(db, { name, sourceId: source, meta, json, derived, encoding, reader, notices, who: who() })
    return { id, duplicate: false }
  })
}

/** Takes one file in; what is wrong with the file is in the answer, what is wrong with the archive is thrown. */
export async function importFile(
  context: Context,
  file: Pick<FileTask, 'path' | 'bytes'>,
  { hurry } = { hurry: true },
): Promise<Imported> {
  const name = file.path
  let prepared: Prepared
  try {
    prepared = await prepareOne(context, file, { hurry })
  } catch (error) {
    if (!(error instanceof BanxinError) || error.code === 'internal') throw error
    return { name, id: null, outcome: 'failed', code: error.code, params: { ...error.params }, notices: [] }
  }
  const { id, duplicate } = storePage(context, prepared.name, prepared)
  return { name, id, outcome: duplicate ? 'duplicate' : 'new', notices: duplicate ? [] : [...prepared.notices] }
}
