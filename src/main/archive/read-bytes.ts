/** Reads a file that a person named, within the limit. Where that may take long it is called in a thread. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
import { checkSize } from './readers/index.ts'

/** To open a file for reading: a pipe, which is none, is not waited for until somebody writes into it. Windows has no such flag. */
export const READING: number = constants.O_RDONLY | ((constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0)

/** The bytes of a file. Errors: `file/missing`, `file/name`, `file/directory`, `file/too-large`, `file/unreadable`. */
export function readBytes(file: string): Uint8Array {
  const name = path.basename(file)
  let handle: number | undefined
  try {
    handle = openSync(file, READING)
    const stat = fstatSync(handle)
    if (stat.isDirectory()) throw new BanxinError('file/directory', { name })
    if (!stat.isFile()) throw new BanxinError('file/unreadable', { name, detail: 'not a file' })
    checkSize(name, stat.size)
    return readWhole(handle, stat.size)
  } catch (error) {
    if (error instanceof BanxinError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Where the bytes of a name are not UTF-8, the list of its folder has this mark for them, by which nothing is found.
    const known = file.includes('\ufffd') ? 'file/name' : 'file/missing'
    // The latter where a file stands in the place of its folder.
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new BanxinError(known, { name }, { cause: error })
    throw new BanxinError('file/unreadable', { name, detail: code || String(error) }, { cause: error })
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Into memory of its own, so that it can be handed to another thread; a file that grew meanwhile as far as it was, one that shrank as it is. */
function readWhole(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  while (at < size) {
    const read = readSync(handle, bytes, at, size - at, null)
    if (read === 0) return bytes.slice(0, at)
    at += read
  }
  return bytes
}
