/** The table of readers: a new input format is a folder and a line here. */
import { BanxinError } from '../../../shared/errors.ts'
import { json } from './json/json.ts'
import type { Reader } from './reader.ts'
import { text } from './text/text.ts'

export const READERS: readonly Reader[] = [text, json]

/** The most that a file may have: 20 MB. */
const LIMIT_MB = 20

/** The reader for a file of this name; a name that tells nothing is read as text, which refuses what is none. */
export function readerOf(name: string): Reader {
  const lower = name.toLowerCase()
  return READERS.find((r) => r.extensions.some((e) => lower.endsWith(e))) ?? text
}

/** Whether a folder's file of this name is taken in; a folder has all sorts of JSON, so ours must say that it is a page. */
export const isReadable = (name: string): boolean => {
  const lower = name.toLowerCase()
  return lower.endsWith('.page.json') || (readerOf(lower) === text && text.extensions.some((e) => lower.endsWith(e)))
}

/** Error: `file/too-large`, naming the limit. `size` in bytes. */
export function checkSize(name: string, size: number): void {
  if (size > LIMIT_MB * 1024 * 1024)
    throw new BanxinError('file/too-large', { name, size: Math.ceil(size / 1024 / 1024), limit: LIMIT_MB })
}
