/** A short note of all sources that an archive has, so that a thread can tell a file that may be there already. */
import { sql } from './store/db.ts'
import type { Db } from './store/db.ts'

/** The first four bytes of each source's digest, ascending, in memory that threads share. */
export type KnownSources = Uint32Array<SharedArrayBuffer>

export function knownSources(db: Db): KnownSources {
  const starts = sql(db, 'SELECT sha256 FROM source').pluck().all() as Buffer[] // the one column
  const known = new Uint32Array(new SharedArrayBuffer(starts.length * 4))
  for (const [i, sha256] of starts.entries()) known[i] = sha256.readUInt32BE(0)
  return known.sort()
}

/** Whether a source with this digest may be there: one in some ten thousand is said to be and is not. */
export function mayBeKnown(known: KnownSources, sha256: Buffer): boolean {
  const start = sha256.readUInt32BE(0)
  let low = 0
  let high = known.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = known[middle] ?? 0
    if (there === start) return true
    if (there < start) low = middle + 1
    else high = middle - 1
  }
  return false
}
