/** Many rows by few statements: a call for each row costs more than the row. */
import type Database from 'better-sqlite3'
import { sql } from './db.ts'
import type { Db } from './db.ts'

/**
 * Rows of one statement. Many, because SQLite copies for each statement the leaves that it changes, to be able to take it back: rows
 * that share a leaf cost one copy together. Not more, because a statement binds at most 32,766 values, and each number of rows is a
 * statement of its own that stays prepared. What is left over goes by halves: nine statements do for any number of rows.
 */
const MOST = 256

export type Value = string | number | null

/**
 * Calls `use` with statements that take all rows, some at a time, and with what to bind. `values`: those of the first row, then of the
 * second and so on, `width` of each; an array for each row would cost more than what is in it. `text` is given the rows as
 * `(?,?),(?,?)…`, to stand after VALUES.
 */
export function inRows<Row = unknown>(
  db: Db,
  width: number,
  values: readonly Value[],
  text: (places: string) => string,
  use: (statement: Database.Statement<unknown[], Row>, bound: readonly Value[]) => void,
): void {
  for (let at = 0; at < values.length;) {
    let count = MOST
    while (count * width > values.length - at) count /= 2
    use(sql<Row>(db, text(placesOf(width, count))), values.slice(at, at + count * width))
    at += count * width
  }
}

/** Runs a statement that writes, for all rows. */
export const writeRows = (db: Db, width: number, values: readonly Value[], text: (places: string) => string): void =>
  inRows(db, width, values, text, (statement, bound) => void statement.run(...bound))

const places = new Map<number, string>()

function placesOf(width: number, count: number): string {
  const key = width * (MOST + 1) + count
  let made = places.get(key)
  if (made === undefined) {
    const row = `(${Array<string>(width).fill('?').join()})`
    places.set(key, (made = Array<string>(count).fill(row).join()))
  }
  return made
}

/** Up to here whole numbers are exact, with something to spare. */
const MOST_PACKED = 2 ** 52

/**
 * The places of `keys` in ascending order of these, which are whole numbers from 0 on. Where keys are so large or many that both do not
 * go into one number, those that are nearly the same come as they are: good enough for rows that are to come leaf by leaf.
 */
export function inOrder(keys: readonly number[]): readonly number[] {
  let most = 0
  for (const key of keys) if (key > most) most = key
  // Powers of two: what is divided by them and multiplied again is exact.
  let room = 1
  while (room < keys.length) room *= 2
  let near = 1
  while ((most / near + 1) * room > MOST_PACKED) near *= 2
  const packed = new Float64Array(keys.length)
  for (let i = 0; i < packed.length; i++) packed[i] = Math.floor(keys[i]! / near) * room + i
  packed.sort()
  const places: number[] = []
  for (const p of packed) places.push(p - Math.floor(p / room) * room)
  return places
}
