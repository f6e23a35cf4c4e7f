/** The names and words of an archive as they are looked through at each key: in normal form, and how they sound. */
import { normalise } from '../../../shared/search/normalise.ts'
import { soundOf } from '../../../shared/pinyin.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import type { Kind } from './named.ts'

export type Sound = { readonly pinyin: string; readonly initials: string }

/** By number. Names and words are added, and neither changed nor taken away. */
export type Called = {
  readonly names: string[]
  readonly normal: string[]
  /** Of people as they are kept; of keywords as they are asked for. */
  readonly sounds: (Sound | undefined)[]
}

const SELECT: Readonly<Record<Kind, string>> = {
  people: 'SELECT id, name, pinyin, initials FROM person WHERE id > ? ORDER BY id LIMIT ?',
  keywords: 'SELECT id, word AS name FROM keyword WHERE id > ? ORDER BY id LIMIT ?',
}

const held = new WeakMap<Db, Readonly<Record<Kind, Called>>>()

const AT_ONCE = 5000

/** All there are now. */
export function calledNow(db: Db, kind: Kind): Called {
  const called = heldBy(db)[kind]
  while (readSomeOf(db, kind, called));
  return called
}

/** Reads some of those that came. False when none did. */
export const readSomeNames = (db: Db): boolean => {
  const called = heldBy(db)
  return readSomeOf(db, 'people', called.people) || readSomeOf(db, 'keywords', called.keywords)
}

/** How the keyword of that number sounds. */
export const soundAt = ({ sounds, names }: Called, id: number): Sound => (sounds[id] ??= soundOf(names[id] ?? ''))

function heldBy(db: Db): Readonly<Record<Kind, Called>> {
  let called = held.get(db)
  if (!called) held.set(db, (called = { people: none(), keywords: none() }))
  return called
}

const none = (): Called => ({ names: [], normal: [], sounds: [] })

type Row = { readonly id: number; readonly name: string; readonly pinyin?: string; readonly initials?: string }

function readSomeOf(db: Db, kind: Kind, { names, normal, sounds }: Called): boolean {
  const rows = sql<Row>(db, SELECT[kind]).all(names.length - 1, AT_ONCE)
  for (const { id, name, pinyin, initials } of rows) {
    // Numbers that none has are filled, so that the lists stay without holes.
    while (names.length < id) {
      names.push('')
      normal.push('')
      sounds.push(undefined)
    }
    names.push(name)
    normal.push(normalise(name))
    sounds.push(pinyin === undefined || initials === undefined ? undefined : { pinyin, initials })
  }
  return rows.length === AT_ONCE
}
