/** The sample pages that a new archive is filled with: in the background, one after the other, so that the window is answered meanwhile. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Context } from './context.ts'
import { importFile } from './import.ts'
import { isReadable } from './readers/index.ts'
import type { Db } from './store/db.ts'
import { setSetting, setting } from './store/setting.ts'

/** Stands in the settings until all samples are in: a program that was closed before goes on with them at the next start. */
const PENDING = 'samples.pending'

export const wantSamples = (db: Db): void => setSetting(db, PENDING, true)

/** Takes in what is missing of the samples in `folder`; nothing in an archive that did not want any. Ends early when `stopped`. */
export async function addSamples(context: Context, folder: string, stopped: () => boolean): Promise<void> {
  if (setting(context.db, PENDING) !== true) return
  const names = existsSync(folder) ? readdirSync(folder).filter(isSample).toSorted() : []
  for (const name of names) {
    if (stopped()) return
    // The first one is there at once, the others as good as can be.
    const hurry = name === names[0]
    const { id, outcome } = await importFile(context, { path: path.join(folder, name) }, { hurry })
    if (id !== null && outcome === 'new') context.changed([id])
  }
  if (!stopped()) setSetting(context.db, PENDING, null)
}

/** The folder's README tells people about the pages; it is none. */
const isSample = (name: string): boolean => name !== 'README.md' && isReadable(name)
