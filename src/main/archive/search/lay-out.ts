/** The texts of a segment laid one after the other, as its lists are made from them. */
import { Bytes, Reader } from './bytes.ts'
import type { Places } from './places.ts'
import { groupBit, roleOf } from './roles.ts'
import { Scratch } from './scratch.ts'
import { SEPARATOR_CODE } from './segment.ts'
import type { IndexedArticle, Segment } from './segment.ts'

/** All articles one after the other, 0 after each block; for each unit the bit of its role's group; where each article begins. */
export type Laid = {
  readonly units: Uint16Array
  readonly groups: Uint8Array
  /** One more at the end. */
  readonly begins: Uint32Array
}

const UNITS = new Scratch(Uint16Array)
const GROUPS = new Scratch(Uint8Array)

/** `articles` as they come. What is given is good until the next call. */
export function layOut(articles: readonly IndexedArticle[]): Laid {
  const begins = beginsOf(Uint32Array.from(articles, (a) => a.units.length))
  const total = begins[articles.length]!
  const units = UNITS.room(total)
  const groups = GROUPS.room(total)
  for (let doc = 0; doc < articles.length; doc++) layArticle(articles[doc]!, begins[doc]!, units, groups)
  return { units, groups, begins }
}

function layArticle({ units: own, roles }: IndexedArticle, from: number, units: Uint16Array, groups: Uint8Array): void {
  let block = 0
  let group = groupOf(roles, 0)
  for (let i = 0; i < own.length; i++) {
    const code = own[i]!
    if (code === SEPARATOR_CODE) {
      units[from + i] = 0
      group = groupOf(roles, ++block)
      continue
    }
    units[from + i] = code
    groups[from + i] = group
  }
  units[from + own.length] = 0
}

/** What a segment keeps of the blocks of `articles`. */
export function blocksOf(articles: readonly IndexedArticle[]): Uint8Array {
  const out = new Bytes()
  for (const article of articles) addBlocks(article, out)
  return out.view().slice()
}

function addBlocks({ units, roles }: IndexedArticle, out: Bytes): void {
  let blocks = 1
  for (let i = 0; i < units.length; i++) if (units[i] === SEPARATOR_CODE) blocks++
  out.number(blocks)
  let from = 0
  for (let block = 0; block < blocks; block++) {
    let end = from
    while (end < units.length && units[end] !== SEPARATOR_CODE) end++
    out.number(end - from)
    out.byte(groupOf(roles, block))
    from = end + 1
  }
}

/** So many units are laid in a step. */
const STEP = 1 << 19

/** The texts of a segment without their units, which `putPair` puts in; a few milliseconds at a time. */
export function* layBlocks(s: Pick<Segment, 'lengths' | 'blocks'>): Generator<undefined, Laid> {
  const begins = beginsOf(s.lengths)
  yield
  const total = begins[s.lengths.length]!
  const units = new Uint16Array(total)
  const groups = new Uint8Array(total)
  const reader = new Reader(s.blocks)
  let rested = 0
  for (let doc = 0; doc < s.lengths.length; doc++) {
    let at = begins[doc]!
    if (at - rested > STEP) {
      // Memory is given when it is first written to: here little by little, and not all of it for the first pairs.
      units.fill(0, rested, at)
      rested = at
      yield
    }
    for (let left = reader.number(); left > 0; left--) {
      const end = at + reader.number()
      groups.fill(s.blocks[reader.at++]!, at, end)
      at = end + 1
    }
  }
  yield
  return { units, groups, begins }
}

/** Puts a pair where it stands in the articles, the first of which is the text's `first`. A block of one unit stays empty: no pair stands in it. */
export function putPair({ units, begins }: Laid, term: number, places: Places, first: number): void {
  const high = term >>> 16
  const low = term & 0xffff
  for (let i = 0; i < places.length; i++) {
    const place = begins[first + places.docs[i]!]! + places.at[i]!
    units[place] = high
    units[place + 1] = low
  }
}

const groupOf = (roles: string, block: number): number => groupBit(roleOf(roles[block] ?? 'a'))

function beginsOf(lengths: Uint32Array): Uint32Array {
  const begins = new Uint32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) begins[i + 1] = begins[i]! + lengths[i]! + 1
  return begins
}
