/** Makes a folder together with those on the way to it. */
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * As `mkdir` with `recursive`, which never ends where a system says of a folder whose parent stands that there is no such place, as
 * Linux does under /proc. Throws what the system says against it.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const parent = path.dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have been quicker.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
