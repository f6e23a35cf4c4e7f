/** The words that the segmenter knows: the standard dictionary of jieba, and what the newsroom adds. */
import { makeTrie, putText, valueOf } from './trie.ts'
import type { Trie } from './trie.ts'

export type Dictionary = {
  /** Words with the number of their kind; 0 for what is no word. */
  readonly trie: Trie
  readonly kinds: Kinds
  /** The weight of a character that is no word. */
  readonly least: number
  /** How often all words were seen together. */
  readonly total: number
}

/** Words of one weight, frequency and tag are of one kind: 350,000 words are of some ten thousand. By number: */
type Kinds = {
  /** The logarithm of a word's share of all words; the first, of what is no word, is never looked at. */
  readonly weights: Float64Array
  /** How often a word was seen. */
  readonly frequencies: number[]
  readonly tags: string[]
  readonly numbers: Map<string, number>
}

const MOST_KINDS = 0x10000
/** As how often seen an added word counts: as a well-known one, yet not so often that it swallows others. */
const ADDED = 1000

/** `lines`: of `word frequency tag`. `extra`: words on lines, alone, with a tag, or with frequency and tag. */
export function makeDictionary(lines: string, extra = ''): Dictionary {
  const trie = makeTrie()
  const kinds: Kinds = { weights: new Float64Array(MOST_KINDS), frequencies: [0], tags: [''], numbers: new Map() }
  const counts: number[] = [0]
  eachLine(lines, (word, rest) => {
    let kind = kinds.numbers.get(rest)
    if (kind === undefined) {
      const [frequency = '', tag = ''] = rest.split(' ')
      kind = addKind(kinds, rest, Number(frequency), tag)
      counts.push(0)
    }
    counts[kind]!++
    putText(trie, word, kind)
  })
  const total = counts.reduce((sum, count, kind) => sum + count * kinds.frequencies[kind]!, 0)
  for (let kind = 1; kind < counts.length; kind++) kinds.weights[kind] = Math.log(kinds.frequencies[kind]! / total)
  const sorted = counts.map((count, kind) => ({ count, weight: kinds.weights[kind]! })).slice(1)
  sorted.sort((a, b) => a.weight - b.weight)
  const dictionary = { trie, kinds, least: sorted[0]?.weight ?? 0, total }
  eachLine(extra, (word, rest) => {
    const [frequency, tag] = rest.includes(' ') ? rest.split(' ') : [undefined, rest]
    put(dictionary, word, tag ?? '', 0, frequency === undefined ? middle(sorted) : Math.log(Number(frequency) / total))
  })
  return dictionary
}

/** Adds a word of the newsroom, or makes it of one that is there. False when there is no room for it. */
export const addWord = (dictionary: Dictionary, word: string, tag: string): boolean =>
  put(dictionary, word, tag, ADDED, Math.log(ADDED / dictionary.total))

/** 0 for what is no word. */
export const frequencyOf = ({ trie, kinds }: Dictionary, word: string): number =>
  kinds.frequencies[valueOf(trie, word)]!

/** Empty for what is no word, and for words that have none. */
export const tagIn = ({ trie, kinds }: Dictionary, word: string): string => kinds.tags[valueOf(trie, word)]!

function put({ trie, kinds }: Dictionary, word: string, tag: string, frequency: number, weight: number): boolean {
  const name = `${weight} ${frequency} ${tag}`
  const kind = kinds.numbers.get(name) ?? addKind(kinds, name, frequency, tag)
  kinds.weights[kind] = weight
  return putText(trie, word, kind)
}

function addKind({ frequencies, tags, numbers }: Kinds, name: string, frequency: number, tag: string): number {
  const kind = frequencies.push(frequency) - 1
  tags.push(tag)
  numbers.set(name, kind)
  return kind
}

/** The weight of the word in the middle of all words. */
function middle(sorted: readonly { readonly count: number; readonly weight: number }[]): number {
  let left = sorted.reduce((sum, { count }) => sum + count, 0) >> 1
  for (const { count, weight } of sorted) if ((left -= count) < 0) return weight
  return 0
}

/** Calls `each` with what stands before and behind the first blank of every line; an expression would make half a million arrays. */
export function eachLine(text: string, each: (first: string, rest: string) => void): void {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const next = end < 0 ? text.length : end
    const blank = text.indexOf(' ', at)
    const middle = blank < 0 || blank > next ? next : blank
    if (at < next) each(text.slice(at, middle), text.slice(middle + 1, next))
    at = next + 1
  }
}
