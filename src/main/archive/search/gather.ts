/** The places of all code units, gathered by unit: the one step of building a segment that leaps through memory. */
import type { Laid } from './lay-out.ts'
import { Scratch } from './scratch.ts'

/** For each place its article, how far from that one's beginning it is, the bit of its role's group, and the unit after it. */
export type Gathered = {
  readonly docs: Uint32Array
  readonly at: Uint32Array
  readonly groups: Uint8Array
  readonly nexts: Uint16Array
  /** Where the places of each unit end; they begin where those of the unit before end. */
  readonly ends: Uint32Array
}

const DOCS = new Scratch(Uint32Array)
const AT = new Scratch(Uint32Array)
const GROUPS = new Scratch(Uint8Array)
const NEXTS = new Scratch(Uint16Array)

/** The places of units, by ascending unit, those of one as they come; not those of what parts blocks. Good until the next call. */
export function gather(laid: Laid): Gathered {
  const { begins } = laid
  // Where the next place of each unit goes: where they end when all are there.
  const ends = new Uint32Array(65536)
  for (let doc = 0; doc + 1 < begins.length; doc++) countUnits(laid, begins[doc]!, begins[doc + 1]!, ends)
  let places = 0
  for (let unit = 1; unit < ends.length; unit++) {
    const count = ends[unit]!
    ends[unit] = places
    places += count
  }
  ends[0] = 0
  const gathered = {
    docs: DOCS.room(places),
    at: AT.room(places),
    groups: GROUPS.room(places),
    nexts: NEXTS.room(places),
    ends,
  }
  for (let doc = 0; doc + 1 < begins.length; doc++) gatherFrom(laid, doc, gathered)
  return gathered
}

// What is done with each article is a function of its own: one that is called often is compiled once and for all, a long loop in one
// that is called seldom again and again.

function countUnits({ units }: Laid, from: number, to: number, counts: Uint32Array): void {
  for (let i = from; i < to; i++) counts[units[i]!]!++
}

function gatherFrom(laid: Laid, doc: number, { docs, at, groups, nexts, ends }: Gathered): void {
  const { units } = laid
  const begin = laid.begins[doc]!
  const end = laid.begins[doc + 1]!
  // Each article ends with a 0, so there is always a unit after.
  for (let i = begin; i < end; i++) {
    const unit = units[i]!
    if (unit === 0) continue
    const place = ends[unit]!++
    docs[place] = doc
    at[place] = i - begin
    groups[place] = laid.groups[i]!
    nexts[place] = units[i + 1]!
  }
}
