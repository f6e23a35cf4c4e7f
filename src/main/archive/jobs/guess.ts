/** What files of a job are before they are read in: guessed of their paths by the house's patterns, and of their first lines. */
import { open } from 'node:fs/promises'
import path from 'node:path'
import { identityOfFolio } from '../../../shared/identity/folio.ts'
import { identityOfPath } from '../../../shared/identity/path.ts'
import { pageMetaSchema } from '../../../shared/page/page.ts'
import type { PageMeta } from '../../../shared/page/page.ts'
import { firstLines } from '../intake.ts'
import { READING } from '../read-bytes.ts'
import { decode } from '../readers/text/encoding.ts'

/** What the path says; our own JSON says itself what page it is. `below` as `belowLabel` has it. */
export const guessed = (below: string, patterns: readonly string[], publication: string | undefined): PageMeta => ({
  ...(/\.json$/i.test(below) ? {} : identityOfPath(below, patterns, publication)),
  ...(publication && { publication }),
})

/** The path of a job's file from the folder on that was chosen, or that all that was chosen lies in; `/` between. */
export function belowLabel(label: string, file: string): string {
  const folder = file === label ? path.dirname(file) : label
  return [path.basename(folder), ...path.relative(folder, file).split(path.sep)].join('/')
}

/** So much of a file is looked at, in bytes. */
const HEAD = 4096

/** What the first lines of a file say: nothing where it cannot be read. */
export async function headSays(file: string): Promise<PageMeta> {
  const bytes = await headOf(file).catch(() => undefined)
  if (!bytes) return {}
  const { text } = decode(bytes)
  return /\.json$/i.test(file) ? metaInJson(text) : identityOfFolio(firstLines(text))
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, READING)
  try {
    if (!(await handle.stat()).isFile()) return new Uint8Array()
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD), 0, HEAD, 0)
    const bytes = buffer.subarray(0, bytesRead)
    // A character may be cut at the end, a line end never is.
    const line = bytesRead < HEAD ? -1 : bytes.lastIndexOf(0x0a)
    return line > 0 ? bytes.subarray(0, line) : bytes
  } finally {
    await handle.close()
  }
}

/** As our own writer has it at the beginning. */
function metaInJson(text: string): PageMeta {
  try {
    return pageMetaSchema.parse(JSON.parse(/"meta":\s*(\{[^{}]*\})/.exec(text)?.[1] ?? '{}'))
  } catch {
    return {}
  }
}
