/** The people of bylines: their articles, spellings, and who may be the same. */
import { setImmediate as rest } from 'node:timers/promises'
import type { Person } from '../../shared/api/library.ts'
import { lettersOf } from '../../shared/pinyin.ts'
import { normalise } from '../../shared/search/normalise.ts'
import { calledNow } from './search/called.ts'
import type { Called } from './search/called.ts'
import { mostNamed } from './search/most-named.ts'
import { namedNow } from './search/named.ts'
import { countAs } from './search/naming.ts'
import { readNames } from './search/read-names.ts'
import type { Db } from './store/db.ts'
import { kindsOf, mainsOf } from './store/people.ts'

/** Those with most articles first; `text` by characters in either script, pinyin or initials, in any spelling. */
export async function people(
  db: Db,
  text: string,
  offset: number,
  limit: number,
): Promise<{ total: number; people: Person[] }> {
  const everybody = await everyone(db)
  const counts = fitting(everybody, normalise(text.trim()))
  const listed = mostNamed(counts, offset + limit, (id) => everybody.called.names[id] ?? '').slice(offset)
  return {
    total: counts.reduce((n, count) => n + Number(count > 0), 0),
    people: await described(
      db,
      everybody,
      listed.map(({ id }) => id),
    ),
  }
}

/** Groups of names that sound the same, or are one character apart and of three or more: perhaps one person misread. */
export async function alikePeople(db: Db, limit: number): Promise<Person[][]> {
  const everybody = await everyone(db)
  const { called } = everybody
  const alike = new Map<string, number[]>()
  const listed = mostFirst(everybody)
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    for (const id of listed.slice(at, at + AT_ONCE))
      for (const key of keysOf(called, id)) {
        const group = alike.get(key)
        if (group) group.push(id)
        else alike.set(key, [id])
      }
    await rest()
  }
  const groups: number[][] = []
  const taken = new Set<number>()
  for (const group of alike.values()) {
    const fresh = group.length < 2 ? [] : group.filter((id) => !taken.has(id))
    if (fresh.length < 2) continue
    for (const id of fresh) taken.add(id)
    groups.push(fresh)
    if (groups.length >= limit) break
  }
  const known = new Map((await described(db, everybody, groups.flat())).map((p) => [p.id, p]))
  return groups.map((group) => group.flatMap((id) => known.get(id) ?? []))
}

/** Names looked at at once, and bylines read: some milliseconds. */
const AT_ONCE = 2000
const BYLINES = 10_000

/** Everyone, by number; `mains`: who is another one. Of pages in the bin nothing is counted. */
type Everybody = {
  readonly called: Called
  readonly mains: ReadonlyMap<number, number>
  readonly counts: Uint32Array
}

/** With rests in which others are answered, the first time. */
async function everyone(db: Db): Promise<Everybody> {
  await readNames(db)
  return db.transaction(() => {
    const mains = mainsOf(db)
    return { called: calledNow(db, 'people'), mains, counts: countAs(namedNow(db).people, mains) }
  })()
}

/** The counts of those who are called or sound as typed (in normal form), whichever spelling of them is; of others nothing. */
function fitting({ called, mains, counts }: Everybody, typed: string): Uint32Array {
  if (typed === '') return counts
  const letters = lettersOf(typed)
  const found = new Uint32Array(counts.length)
  for (const [id, name] of called.normal.entries()) {
    const main = mains.get(id) ?? id
    const sound = letters === undefined ? undefined : called.sounds[id]
    if (name.includes(typed) || (sound && (sound.pinyin.startsWith(letters ?? '') || sound.initials === letters)))
      found[main] = counts[main] ?? 0
  }
  return found
}

/** Of equals those that came first. */
const mostFirst = ({ counts }: Everybody): readonly number[] =>
  Array.from(counts.keys())
    .filter((id) => counts[id]! > 0)
    .toSorted((a, b) => counts[b]! - counts[a]!)

/** Names that share one of these may be one: the sound, and the name with each character left out. */
function keysOf({ names, sounds }: Called, id: number): readonly string[] {
  const chars = [...(names[id] ?? '')]
  const holes = chars.length < 3 ? [] : chars.map((_, i) => chars.map((c, k) => (k === i ? '*' : c)).join(''))
  return [`~${sounds[id]?.pinyin}`, ...holes]
}

/** What is shown of people; their bylines are looked through with rests. */
async function described(db: Db, { called, mains, counts }: Everybody, ids: readonly number[]): Promise<Person[]> {
  const spellings = new Map<number, number[]>(ids.map((id) => [id, [id]]))
  for (const [id, main] of mains) spellings.get(main)?.push(id)
  const kinds = new Map<number, readonly Person['kinds'][number][]>()
  let read = 0
  for (const [id, written] of spellings) {
    if (!db.open) break
    kinds.set(id, kindsOf(db, written))
    read += counts[id] ?? 0
    if (read < BYLINES) continue
    read = 0
    await rest()
  }
  return ids.map((id) => ({
    id,
    name: called.names[id] ?? '',
    pinyin: called.sounds[id]?.pinyin ?? '',
    articles: counts[id] ?? 0,
    kinds: [...(kinds.get(id) ?? [])],
    variants: (spellings.get(id) ?? []).slice(1).map((other) => called.names[other] ?? ''),
  }))
}
