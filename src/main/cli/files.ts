/** Writes a command's files: whole, never over an existing one without `--force`, never two under one name. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
import type { WrittenFile } from '../../shared/writers/writer.ts'
import { unwritable, writeWhole } from '../archive/write-whole.ts'
import { resolve } from './arguments.ts'

/** Gives each name once: the second `x` is `x-2`. Names that differ in case only are the same on many disks. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    let unique = name
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name}-${n}`
    taken.add(unique.toLowerCase())
    return unique
  }
}

/**
 * The folder that a person named for what is made; it is made itself when there is something to put in. Error: `file/unwritable`, naming
 * it, where that cannot be: told once, and not of every page after it was made.
 */
export function folderFor(given: string): string {
  const folder = resolve(given)
  try {
    let there = folder
    while (!existsSync(there)) there = path.dirname(there)
    if (!statSync(there).isDirectory()) throw new BanxinError('file/unwritable', { name: given, detail: 'ENOTDIR' })
    accessSync(there, constants.W_OK)
  } catch (error) {
    throw unwritable(given, error)
  }
  return folder
}

/** Writes `files` into `folder`. Errors: `file/exists` (then none was written), `file/unwritable`, `disk/full`. */
export async function writeFiles(
  folder: string,
  files: readonly WrittenFile[],
  force: boolean,
): Promise<readonly string[]> {
  const targets = files.map((f) => path.join(folder, ...f.name.split('/')))
  const there = force ? undefined : targets.find((t) => existsSync(t))
  if (there !== undefined) throw new BanxinError('file/exists', { name: path.relative(folder, there) })
  for (const [i, target] of targets.entries()) await writeWhole(target, files[i]?.bytes ?? new Uint8Array())
  return targets
}
