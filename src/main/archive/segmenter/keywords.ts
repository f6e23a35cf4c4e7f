/** Finds the words that say most about a text: those that stand in it often and elsewhere seldom (TF-IDF, as jieba's in Rust counts). */
import { eachLine } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { likeliest } from './likeliest.ts'
import { MOST_PLACES, NOWHERE, placeOf } from './trie.ts'

/** A word with how often it stands in the text times how rare it is elsewhere. */
export type Weighed = { readonly word: string; readonly weight: number }

export type Rarity = {
  /** By place of a word in the dictionary, the logarithm of how many texts there are for one that has it. */
  readonly values: Float64Array
  /** That of words of which it is not known: the middle one. */
  readonly middle: number
  /** Words that say nothing. */
  readonly stopped: ReadonlySet<string>
}

/** `lines`: of `word value`. `stopped`: a word a line. */
export function makeRarity({ trie }: Dictionary, lines: string, stopped: string): Rarity {
  const values = new Float64Array(MOST_PLACES)
  const all: number[] = []
  eachLine(lines, (word, value) => {
    values[placeOf(trie, word)] = Number(value)
    all.push(Number(value))
  })
  const middle = Float64Array.from(all).sort()[all.length >> 1] ?? 0
  return { values, middle, stopped: new Set(stopped.split('\n')) }
}

/** How often the words of a text stand in it, by their places; all 0 between two texts. */
const counts = new Int32Array(MOST_PLACES)

/** The `most` words of two characters or more that say most about a text, most first. */
export function keywords(dictionary: Dictionary, rarity: Rarity, text: string, most: number): readonly Weighed[] {
  // Of each word its place, start and end.
  const found: number[] = []
  const plain = new Map<string, number>()
  let total = 0
  eachWord(dictionary, text, (start, end, place) => {
    if (place !== NOWHERE) {
      total++
      if (counts[place]!++ === 0) found.push(place, start, end)
      return
    }
    const word = text.slice(start, end)
    if (ENGLISH.has(word.toLowerCase())) return
    total++
    plain.set(word, (plain.get(word) ?? 0) + 1)
  })
  const best: Weighed[] = []
  // Told by the share of the text's words that count; about every third character begins one.
  const words = text.length / 3.3
  const weightOf = (count: number, value: number) => ((count * value) / total) * words
  for (let i = 0; i < found.length; i += 3) {
    const place = found[i]!
    const weight = weightOf(counts[place]!, rarity.values[place] || rarity.middle)
    counts[place] = 0
    if (best.length < most || weight >= best.at(-1)!.weight)
      keepBest(best, most, { word: text.slice(found[i + 1], found[i + 2]), weight }, rarity)
  }
  for (const [word, count] of plain) keepBest(best, most, { word, weight: weightOf(count, rarity.middle) }, rarity)
  return best
}

/** Puts a word where it belongs among the best; of equal ones in the order of their characters. */
function keepBest(best: Weighed[], most: number, one: Weighed, { stopped }: Rarity): void {
  if (stopped.has(one.word)) return
  let at = best.length
  while (at > 0 && isBehind(best[at - 1]!, one)) at--
  best.splice(at, 0, one)
  if (best.length > most) best.pop()
}

const isBehind = (a: Weighed, b: Weighed): boolean => a.weight < b.weight || (a.weight === b.weight && a.word > b.word)

/** Words of English texts that do not count. */
const ENGLISH: ReadonlySet<string> = new Set(
  'the of is and to in that we for an are by be as on with can if from which you it this then at have all not one has or'.split(
    ' ',
  ),
)

/** Calls `each` with the words of more than one unit; those of Latin letters and digits that no dictionary has are nowhere. */
function eachWord(
  dictionary: Dictionary,
  text: string,
  each: (start: number, end: number, place: number) => void,
): void {
  let plain = -1
  const endPlain = (end: number) => {
    if (plain >= 0 && end > plain + 1) each(plain, end, NOWHERE)
    plain = -1
  }
  eachRun(text, (from, to) => {
    likeliest(dictionary, text, from, to, (start, end, place) => {
      const single = end === start + 1
      if (single && isPlain(text.charCodeAt(start))) {
        if (plain < 0) plain = start
        return
      }
      endPlain(start)
      if (!single) each(start, end, place)
    })
    endPlain(to)
  })
}

/** Calls `each` with the stretches of the text that have words, without marks. */
function eachRun(text: string, each: (from: number, to: number) => void): void {
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isOfWords(text.charCodeAt(i))) continue
    if (from < i) each(from, i)
    from = i + 1
  }
}

const isPlain = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

/** Han, also rare ones and halves of a pair, Latin and what stands within Latin words too: C++, AT&T. */
const isOfWords = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  isPlain(unit) ||
  (unit < 0x80 && SIGNS.includes(String.fromCharCode(unit))) ||
  (unit >= 0x3400 && unit <= 0x4dbf) ||
  (unit >= 0xd800 && unit <= 0xdfff) ||
  (unit >= 0xf900 && unit <= 0xfaff)

const SIGNS = '+#&._%-'
