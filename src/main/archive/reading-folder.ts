/** A folder for the copy of an archive that cannot be read where it lies. A copy may be gigabytes: what killed processes left is taken away. */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { lives } from './lives.ts'

export type ReadingFolder = { readonly folder: string; readonly remove: () => void }

/** A fresh folder in `place`, which nobody else may look into; `remove` takes it away with all that is in it. */
export function readingFolder(place: string): ReadingFolder {
  clearLeft(place)
  const folder = mkdtempSync(path.join(place, `${PREFIX}${process.pid}-`))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const PREFIX = 'banxin-read-'
const LEFT = new RegExp(`^${PREFIX}(\\d+)-`)

function clearLeft(place: string): void {
  try {
    for (const name of readdirSync(place)) {
      const pid = Number(LEFT.exec(name)?.[1] ?? process.pid)
      const folder = path.join(place, name)
      // A thread of this process may be reading another copy, and in a folder that all may write to what is not our own may be a trap.
      if (pid === process.pid || lives(pid) || lstatSync(folder).uid !== ownId()) continue
      rmSync(folder, { recursive: true, force: true })
    }
  } catch {
    // It is tried again with the next copy.
  }
}

/** As files say it; where the system has none, theirs is 0. */
const ownId = (): number => Math.max(0, userInfo().uid)
