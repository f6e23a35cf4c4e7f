/** Reads ahead what suggestions and facets look at, a little at a time. */
import { setImmediate as rest } from 'node:timers/promises'
import type { Db } from '../store/db.ts'
import { calledNow, readSomeNames, soundAt } from './called.ts'
import { commonest } from './commonest.ts'
import { namedNow, readSomeNamed } from './named.ts'

/** Sounds found out at once. */
const SOUNDS = 400

/** With rests in which others are answered: of a large archive all of it takes most of a second, the first time. */
export async function readNames(db: Db): Promise<void> {
  while (db.open && (readSomeNamed(db) || readSomeNames(db) || hearSome(db))) await rest()
}

function hearSome(db: Db): boolean {
  const called = calledNow(db, 'keywords')
  let heard = 0
  for (const id of commonest(namedNow(db))) {
    if (called.sounds[id]) continue
    soundAt(called, id)
    if (++heard === SOUNDS) return true
  }
  return false
}
