/** The segmenter: the only place that knows nodejieba. Loading its dictionaries takes about two seconds, so it is loaded when first wanted. */
import { readFile } from 'node:fs/promises'
import type { TaggedWord, Words } from '../../shared/words.ts'

type Jieba = {
  readonly DEFAULT_DICT: string
  readonly load: () => void
  readonly cut: (text: string, hmm?: boolean) => string[]
  readonly tag: (text: string) => TaggedWord[]
  readonly cutForSearch: (text: string, hmm?: boolean) => string[]
  readonly insertWord: (word: string, tag?: string) => boolean
}

/** The segmenter with what only the archive needs: words of the newsroom, and the finer cut. */
export type Segmenter = Words & {
  readonly cutForSearch: (text: string) => readonly string[]
  readonly learn: (word: string, tag: string) => void
}

let loading: Promise<Segmenter> | undefined
let loaded: Segmenter | undefined

/** The segmenter if it is loaded already. */
export const wordsIfLoaded = (): Segmenter | undefined => loaded

/** The next call loads the segmenter afresh, without the words it learned. */
export function resetWords(): void {
  loading = undefined
}

/** The segmenter, loaded once for each process or thread. */
export const loadWords = (): Promise<Segmenter> => (loading ??= load())

async function load(): Promise<Segmenter> {
  const imported = (await import('nodejieba')) as unknown as { default?: Jieba } & Jieba // its types lack DEFAULT_DICT
  const jieba = imported.default ?? imported
  const [dictionary] = await Promise.all([readFile(jieba.DEFAULT_DICT, 'utf8'), jieba.load()])
  let frequencies: Map<string, number> | undefined
  const learned = new Set<string>()
  loaded = {
    cut: (text) => whole(text, jieba.cut(text, true)),
    tag: (text) => jieba.tag(text),
    cutForSearch: (text) => jieba.cutForSearch(text, true),
    frequency: (word) => (learned.has(word) ? LEARNED : ((frequencies ??= parse(dictionary)).get(word) ?? 0)),
    learn: (word, tag) => {
      if (learned.has(word)) return
      learned.add(word)
      jieba.insertWord(word, tag)
    },
  }
  return loaded
}

/** What a word of the newsroom counts as: well known, yet not so common that it swallows others. */
const LEARNED = 1000

function parse(dictionary: string): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const [, word = '', count] of dictionary.matchAll(/^(\S+) (\d+)/gm)) frequencies.set(word, Number(count))
  return frequencies
}

/** The cut as it came if it loses nothing; half a surrogate pair makes it do so, and then the text stays one piece. */
const whole = (text: string, words: string[]): string[] => (words.join('').length === text.length ? words : [text])
