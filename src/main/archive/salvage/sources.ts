/** Makes pages anew from the bytes of files whose own pages were lost with all that was known of them. */
import { derive } from '../derive.ts'
import { take } from '../intake.ts'
import type { Taken } from '../intake.ts'
import { nameToRead } from '../source-text.ts'
import { write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { insertPage } from '../store/page.ts'
import { addSource, digest, sourceId } from '../store/source.ts'
import { idsOf, lastId } from './ids.ts'
import { hasTable } from './rows.ts'

type Source = { readonly sha256: Buffer; readonly bytes: Buffer }

/**
 * Call it when all that belongs to pages was copied: these have new numbers, above `lost` and every other that a page ever had, so
 * that nothing of a lost page becomes theirs. A source stands with a page as long as it has one, so one that the new archive lacks
 * is a lost page's. Gives how many pages were made; files whose bytes are not what they were are none.
 */
export function saveSources(old: Db, fresh: Db, lost: readonly number[]): number {
  if (!hasTable(old, 'source')) return 0
  const one = old.prepare('SELECT sha256, bytes FROM source WHERE id = ?')
  let id = Math.max(lastId(old, 'page'), lastId(fresh, 'page'))
  // One by one: they may be more than a call takes arguments.
  for (const each of lost) id = Math.max(id, each)
  let made = 0
  for (const source of idsOf(old, 'source')) {
    const found = attempt(() => one.get(source.id) as Source | undefined)
    if (!found || sourceId(fresh, found.sha256) !== undefined || !digest(found.bytes).equals(found.sha256)) continue
    const name = `salvage-${source.id}`
    const taken = attempt(() => takeAny(found.bytes, name))
    if (!taken) continue
    const { page, reader, encoding, notices } = taken
    write(fresh, () =>
      insertPage(fresh, {
        id: ++id,
        name,
        sourceId: addSource(fresh, found.bytes, found.sha256),
        reader,
        encoding,
        notices,
        meta: page.meta,
        json: JSON.stringify(page),
        derived: derive(page),
        who: 'salvage',
      }),
    )
    made++
  }
  return made
}

/** What the file was called is lost: our own JSON is tried where it may be that. */
const takeAny = (bytes: Uint8Array, name: string): Taken =>
  (bytes[0] === 0x7b ? attempt(() => take(bytes, nameToRead(name, 'json'))) : undefined) ??
  take(bytes, nameToRead(name, 'text'))

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
