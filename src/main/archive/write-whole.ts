/** Writes a file whole or not at all: into a temporary neighbour, to disk, then renamed over the old one. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
import { makeFolder } from './make-folder.ts'

/** Makes the folders on the way. Throws `disk/full` or `file/unwritable`; the old file is then untouched. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.part`)
  try {
    makeFolder(path.dirname(file))
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw unwritable(file, error)
  }
}

/** What the system says against writing `file` (SQLite too, where it makes a copy there) as an error that names it; anything else unchanged. */
export function unwritable(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC') return new BanxinError('disk/full', {}, { cause: error })
  if (!/^(E[A-Z]+$|SQLITE_(CANTOPEN|READONLY|PERM|AUTH))/.test(code)) return error
  return new BanxinError('file/unwritable', { name: path.basename(file), detail: code }, { cause: error })
}
