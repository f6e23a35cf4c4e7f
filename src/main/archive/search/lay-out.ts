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
  /** For every 64th place the article there. */
  readonly near: Uint32Array
}

const UNITS = new Scratch(Uint16Array)
const GROUPS = new Scratch(Uint8Array)

/** `articles` as they come. What is given is good until the next call. */
export function layOut(articles: readonly IndexedArticle[]): Laid {
  const begins = beginsOf(Uint32Array.from(articles, (a) => a.units.length))
  const total = begins[articles.length]!
  const units = UNITS.room(total)
  const groups = GROUPS.room(total)
  let at = 0
  for (const { units: own, roles } of articles) {
    let block = 0
    let group = groupOf(roles, 0)
    for (let i = 0; i < own.length; i++, at++) {
      const code = own[i]!
      if (code === SEPARATOR_CODE) {
        units[at] = 0
        group = groupOf(roles, ++block)
        continue
      }
      units[at] = code
      groups[at] = group
    }
    units[at++] = 0
  }
  return { units, groups, begins, near: nearOf(begins) }
}

/** What a segment keeps of the blocks of `articles`. */
export function blocksOf(articles: readonly IndexedArticle[]): Uint8Array {
  const out = new Bytes()
  const ends: number[] = []
  for (const { units, roles } of articles) {
    ends.length = 0
    for (let i = 0; i < units.length; i++) if (units[i] === SEPARATOR_CODE) ends.push(i)
    ends.push(units.length)
    out.number(ends.length)
    let from = 0
    for (let block = 0; block < ends.length; block++) {
      out.number(ends[block]! - from)
      out.byte(groupOf(roles, block))
      from = ends[block]! + 1
    }
  }
  return out.view().slice()
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
  return { units, groups, begins, near: nearOf(begins) }
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

function nearOf(begins: Uint32Array): Uint32Array {
  const near = new Uint32Array((begins[begins.length - 1]! >> 6) + 1)
  let doc = 0
  for (let i = 0; i < near.length; i++) {
    while (doc + 2 < begins.length && begins[doc + 1]! <= i << 6) doc++
    near[i] = doc
  }
  return near
}
