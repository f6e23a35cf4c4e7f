/** Cuts a stretch of text into the words of the dictionary that are likeliest together: the path of the greatest sum of weights. */
import type { Dictionary } from './dictionary.ts'
import { firstPlace, NOWHERE, placeAt, stepFrom, valueAt } from './trie.ts'

/** For the word that begins at each place of the stretch its end, its place in the dictionary and the sum from there on: used again for the next stretch. */
let ends = new Int32Array(1024)
let places = new Int32Array(1024)
let sums = new Float64Array(1024)

/**
 * Calls `each` with every word of `text.slice(from, to)` in order and its place in the trie. Of ways that are equally likely the one with the shorter word first.
 */
export function likeliest(
  { trie, kinds: { weights }, least }: Dictionary,
  text: string,
  from: number,
  to: number,
  each: (start: number, end: number, place: number) => void,
): void {
  const length = to - from
  if (ends.length <= length) {
    ends = new Int32Array(length * 2)
    places = new Int32Array(length * 2)
    sums = new Float64Array(length * 2)
  }
  sums[length] = 0
  for (let i = length - 1; i >= 0; i--) {
    const unit = text.charCodeAt(from + i)
    let place = firstPlace(unit)
    let kind = trie.firsts[place]!
    let end = i + 1
    // Both halves of a pair are one character.
    if (isPair(unit, text.charCodeAt(from + end)) && end < length) {
      const step = stepFrom(trie, place, text.charCodeAt(from + end++))
      place = step < 0 ? NOWHERE : placeAt(trie, step)
      kind = step < 0 ? 0 : valueAt(trie, step)
    }
    let word = place
    let best = sums[end]! + (kind === 0 ? least : weights[kind]!)
    for (let j = end; j < length && place !== NOWHERE; j++) {
      const step = stepFrom(trie, place, text.charCodeAt(from + j))
      if (step < 0) break
      place = placeAt(trie, step)
      kind = valueAt(trie, step)
      if (kind === 0) continue
      const sum = sums[j + 1]! + weights[kind]!
      if (sum > best) {
        best = sum
        word = place
        end = j + 1
      }
    }
    sums[i] = best
    ends[i] = end
    places[i] = word
  }
  for (let i = 0; i < length;) {
    const end = ends[i]!
    each(from + i, from + end, places[i]!)
    i = end
  }
}

/** Whether a character of two units begins. */
export const isPair = (unit: number, next: number): boolean => (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00
