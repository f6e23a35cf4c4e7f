/** Reads a file that a person named, within the limit. */
import { open } from 'node:fs/promises'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
import { checkSize } from './readers/index.ts'

/** The bytes of a file that someone named. Errors: `file/missing`, `file/directory`, `file/too-large`, `file/unreadable`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const name = path.basename(file)
  let handle
  try {
    handle = await open(file, 'r')
    const stat = await handle.stat()
    if (stat.isDirectory()) throw new BanxinError('file/directory', { name })
    if (!stat.isFile()) throw new BanxinError('file/unreadable', { name, detail: 'not a file' })
    checkSize(name, stat.size)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof BanxinError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new BanxinError('file/missing', { name }, { cause: error })
    throw new BanxinError('file/unreadable', { name, detail: code || String(error) }, { cause: error })
  } finally {
    await handle?.close()
  }
}
