/** Finds the lists of a segment. */
import { FORM, openList } from './segment.ts'
import type { List, ReadBytes, Segment } from './segment.ts'
import { tripleAt } from './triples.ts'

export type LookUp = {
  /** Lists of one, two or three units of a text, those from `at` on. */
  readonly one: (text: string) => List | undefined
  readonly pair: (text: string, at: number) => List | undefined
  /** Whether all pairs of a text stand somewhere: told without reading a list. */
  readonly hasPairs: (text: string) => boolean
  readonly triple: (text: string, at: number) => List | undefined
  /** Whether so many articles hold the pair that triples of it have lists. */
  readonly isCommon: (text: string, at: number) => boolean
}

export function lookUpIn(
  { terms, offsets, common, directories }: Pick<Segment, 'terms' | 'offsets' | 'common' | 'directories'>,
  read: ReadBytes,
  form = FORM,
): LookUp {
  const list = (term: number): List | undefined => {
    const at = placeIn(terms, term)
    return at < 0 ? undefined : openList(read, offsets[at] ?? 0, offsets[at + 1] ?? 0, form)
  }
  return {
    one: (text) => list((text.charCodeAt(0) << 16) >>> 0),
    pair: (text, at) => list(pairAt(text, at)),
    hasPairs: (text) => {
      for (let at = 0; at + 2 <= text.length; at++) if (placeIn(terms, pairAt(text, at)) < 0) return false
      return true
    },
    triple: (text, at) => {
      const place = placeIn(common, pairAt(text, at))
      const found = place < 0 ? undefined : tripleAt(read, directories[place] ?? 0, text.charCodeAt(at + 2))
      return found && openList(read, found.from, found.to)
    },
    isCommon: (text, at) => placeIn(common, pairAt(text, at)) >= 0,
  }
}

const pairAt = (text: string, at: number): number => ((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)) >>> 0

/** The place of `value` in an ascending array, or -1. */
function placeIn(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = sorted[middle]!
    if (there === value) return middle
    if (there < value) low = middle + 1
    else high = middle - 1
  }
  return -1
}
