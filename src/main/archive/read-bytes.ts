/** Reads a file that a person named, within the limit. Where that may take long it is called in a thread. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
import { checkSize } from './readers/index.ts'

/** The bytes of a file. Errors: `file/missing`, `file/directory`, `file/too-large`, `file/unreadable`. */
export function readBytes(file: string): Uint8Array {
  const name = path.basename(file)
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const stat = fstatSync(handle)
    if (stat.isDirectory()) throw new BanxinError('file/directory', { name })
    if (!stat.isFile()) throw new BanxinError('file/unreadable', { name, detail: 'not a file' })
    checkSize(name, stat.size)
    return readFileSync(handle)
  } catch (error) {
    if (error instanceof BanxinError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new BanxinError('file/missing', { name }, { cause: error })
    throw new BanxinError('file/unreadable', { name, detail: code || String(error) }, { cause: error })
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
