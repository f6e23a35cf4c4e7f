/** Which pages a damaged archive has. */
import type { Db } from '../store/db.ts'

/** After so many ids in a row without a page nothing more is expected. */
const GAP = 5000

/** The ids by the index where it can be read; otherwise every number up to where nothing comes any more. */
export function* pageIds(old: Db): Generator<{ id: number; expected: boolean }> {
  let known: number[] | undefined
  try {
    known = old.prepare('SELECT id FROM page ORDER BY id').pluck().all() as number[]
  } catch {
    known = undefined
  }
  if (known) {
    for (const id of known) yield { id, expected: true }
    return
  }
  const one = old.prepare('SELECT id FROM page WHERE id = ?').pluck()
  let highest = 0
  try {
    highest = Number(old.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'page'").pluck().get() ?? 0)
  } catch {
    // The sequence is lost too: the gap ends the search.
  }
  for (let id = 1, empty = 0; highest > 0 ? id <= highest : empty < GAP; id++) {
    let there = true
    try {
      there = one.get(id) !== undefined
    } catch {
      there = true
    }
    empty = there ? 0 : empty + 1
    if (there) yield { id, expected: false }
  }
}
