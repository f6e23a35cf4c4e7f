/**
 * Texts by their beginnings, each with a whole number, in one flat array: a step takes nanoseconds, and a whole dictionary 17 MB, where
 * a tree of objects takes ten times both. A place in it is a whole number; that of one code unit is known without looking.
 */

export type Trie = {
  /** Slots of an open hash, `SLOT` numbers each: from which place by which unit to which place, and the value of the text that ends there. */
  readonly steps: Int32Array
  /** The value of each text of one unit. */
  readonly firsts: Int32Array
  /** A bit for what steps there may be: most that are asked for are not there, and this part stays near the processor. */
  readonly maybe: Int32Array
  /** The next place that is free. */
  free: number
}

const BITS = 20
const SLOTS = 1 << BITS
const SLOT = 4
const FILTER_BITS = 22
const UNITS = 0x10000
/** Places are below this; the standard dictionary has half as many. */
export const MOST_PLACES = Math.floor(SLOTS * 0.85)

export const makeTrie = (): Trie => ({
  steps: new Int32Array(SLOTS * SLOT),
  firsts: new Int32Array(UNITS + 1),
  maybe: new Int32Array(1 << (FILTER_BITS - 5)),
  free: UNITS + 1,
})

/** The place where nothing is, and the value of what is not there. */
export const NOWHERE = 0

/** The place of a text of one code unit. */
export const firstPlace = (unit: number): number => unit + 1

/** The step by `unit` from `place`, for `placeAt` and `valueAt`; negative where there is none. */
export function stepFrom({ steps, maybe }: Trie, place: number, unit: number): number {
  const hash = hashOf(place, unit)
  if ((maybe[hash >>> (37 - FILTER_BITS)]! & (1 << (hash >>> (32 - FILTER_BITS)))) === 0) return -1
  for (let slot = hash >>> (32 - BITS); ; slot = (slot + 1) & (SLOTS - 1)) {
    const at = slot * SLOT
    const from = steps[at]
    if (from === place && steps[at + 1] === unit) return at
    if (from === NOWHERE) return -1
  }
}

export const placeAt = ({ steps }: Trie, step: number): number => steps[step + 2]!
export const valueAt = ({ steps }: Trie, step: number): number => steps[step + 3]!

/** Gives a text its value; false when there is no room for it. */
export function putText(trie: Trie, text: string, value: number): boolean {
  const first = text.charCodeAt(0)
  if (text.length < 2) {
    if (text !== '') trie.firsts[firstPlace(first)] = value
    return true
  }
  let step = -1
  for (let i = 1, place = firstPlace(first); i < text.length; i++) {
    const unit = text.charCodeAt(i)
    step = stepFrom(trie, place, unit)
    if (step < 0) step = addStep(trie, place, unit)
    if (step < 0) return false
    place = placeAt(trie, step)
  }
  trie.steps[step + 3] = value
  return true
}

export const valueOf = (trie: Trie, text: string): number => find(trie, text, trie.firsts, 3)

/** The place of a text, where any begins with it. */
export const placeOf = (trie: Trie, text: string): number => find(trie, text, undefined, 2)

function find(trie: Trie, text: string, firsts: Int32Array | undefined, part: 2 | 3): number {
  let place = text === '' ? NOWHERE : firstPlace(text.charCodeAt(0))
  let found = firsts ? firsts[place]! : place
  for (let i = 1; i < text.length; i++) {
    const step = stepFrom(trie, place, text.charCodeAt(i))
    if (step < 0) return NOWHERE
    place = placeAt(trie, step)
    found = trie.steps[step + part]!
  }
  return found
}

function addStep(trie: Trie, place: number, unit: number): number {
  if (trie.free >= MOST_PLACES) return -1
  const hash = hashOf(place, unit)
  trie.maybe[hash >>> (37 - FILTER_BITS)]! |= 1 << (hash >>> (32 - FILTER_BITS))
  let slot = hash >>> (32 - BITS)
  while (trie.steps[slot * SLOT] !== NOWHERE) slot = (slot + 1) & (SLOTS - 1)
  trie.steps.set([place, unit, trie.free++], slot * SLOT)
  return slot * SLOT
}

function hashOf(place: number, unit: number): number {
  const mixed = Math.imul(Math.imul(place, 0x9e3779b1) ^ unit, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0
}
