/** Writes a file whole or not at all: into a temporary neighbour, to disk, then renamed over the old one. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'

/** Makes the folders on the way. Throws `disk/full` or `file/unwritable`; the old file is then untouched. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.part`)
  try {
    await mkdir(path.dirname(file), { recursive: true })
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
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO' // every failure of these calls is one of the system's
    if (code === 'ENOSPC') throw new BanxinError('disk/full', {}, { cause: error })
    throw new BanxinError('file/unwritable', { name: path.basename(file), detail: code }, { cause: error })
  }
}
