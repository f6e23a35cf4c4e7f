/** The segmenter: the only place that knows nodejieba. Loading its dictionaries takes about two seconds, so it is loaded when first wanted. */
import { readFile } from 'node:fs/promises'
import type { TaggedWord, Words } from '../../shared/words.ts'
import { forgetKeywords, keywordFinder, learnKeyword } from './keyword-finder.ts'
import type { FindKeywords, Weighed } from './keyword-finder.ts'

type Jieba = {
  readonly DEFAULT_DICT: string
  readonly load: () => void
  readonly cut: (text: string, hmm?: boolean) => string[]
  readonly tag: (text: string) => TaggedWord[]
  readonly cutForSearch: (text: string, hmm?: boolean) => string[]
  readonly extract: (text: string, most: number) => Weighed[]
  readonly insertWord: (word: string, tag?: string) => boolean
}

/** The segmenter with what only the archive needs: words of the newsroom, and the finer cut. */
export type Segmenter = Words & {
  readonly cutForSearch: (text: string) => readonly string[]
  readonly keywords: FindKeywords
  readonly learn: (word: string, tag: string) => void
}

let loading: Promise<Segmenter> | undefined
let loaded: Segmenter | undefined

/** The segmenter if it is loaded already. */
export const wordsIfLoaded = (): Segmenter | undefined => loaded

/** The next call loads the segmenter afresh, without the words it learned. */
export function resetWords(): void {
  loading = undefined
  forgetKeywords()
}

/** The segmenter, loaded once for each process or thread. */
export const loadWords = (): Promise<Segmenter> => (loading ??= load())

async function load(): Promise<Segmenter> {
  const imported = (await import('nodejieba')) as unknown as { default?: Jieba } & Jieba // its types lack DEFAULT_DICT
  const jieba = imported.default ?? imported
  const [dictionary] = await Promise.all([readFile(jieba.DEFAULT_DICT, 'utf8'), jieba.load()])
  let frequencies: Map<string, number> | undefined
  const learned = new Set<string>()
  const tagger = taggerOf(jieba)
  loaded = {
    cut: (text) => whole(text, jieba.cut(text, true)),
    tag: tagger.tag,
    cutForSearch: (text) => jieba.cutForSearch(text, true),
    keywords: (text, most) => keywordFinder()?.(text, most) ?? jieba.extract(text, most),
    frequency: (word) => (learned.has(word) ? LEARNED : ((frequencies ??= parse(dictionary)).get(word) ?? 0)),
    learn: (word, tag) => {
      if (learned.has(word)) return
      learned.add(word)
      jieba.insertWord(word, tag)
      tagger.forget()
      learnKeyword(word, tag)
    },
  }
  return loaded
}

/** Words whose tags are kept at hand. */
const MOST_TAGS = 50_000

/**
 * What `jieba.tag` gives, in two thirds of its time: it looks each word of the cut up by itself, so a word has the same tag
 * everywhere, and that is kept. A word that it would part when it stands alone has its tag from the text where it was found whole.
 */
export function taggerOf(jieba: Pick<Jieba, 'cut' | 'tag'>): {
  readonly tag: Words['tag']
  readonly forget: () => void
} {
  const known = new Map<string, string>()
  const keep = ({ word, tag }: TaggedWord): void => {
    if (known.size >= MOST_TAGS) known.clear()
    known.set(word, tag)
  }
  const look = (word: string): string | undefined => {
    const [only, ...others] = jieba.tag(word)
    if (only?.word !== word || others.length > 0) return undefined
    keep(only)
    return only.tag
  }
  const tag = (text: string): readonly TaggedWord[] => {
    const tagged: TaggedWord[] = []
    for (const word of jieba.cut(text, true)) {
      const tag = known.get(word) ?? look(word)
      if (tag !== undefined) tagged.push({ word, tag })
      else {
        const asked = jieba.tag(text)
        asked.forEach(keep)
        return asked
      }
    }
    return tagged
  }
  return { tag, forget: () => known.clear() }
}

/** What a word of the newsroom counts as: well known, yet not so common that it swallows others. */
const LEARNED = 1000

/** Lines of `word frequency tag`. Read by hand: an expression would make 350,000 arrays. */
function parse(dictionary: string): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (let at = 0; at < dictionary.length;) {
    const end = dictionary.indexOf('\n', at)
    const next = end < 0 ? dictionary.length : end
    const blank = dictionary.indexOf(' ', at)
    if (blank > at && blank < next) {
      let n = 0
      for (let i = blank + 1; i < next; i++) {
        const digit = dictionary.charCodeAt(i) - 48
        if (digit < 0 || digit > 9) break
        n = n * 10 + digit
      }
      frequencies.set(dictionary.slice(at, blank), n)
    }
    at = next + 1
  }
  return frequencies
}

/** The cut as it came if it loses nothing; half a surrogate pair makes it do so, and then the text stays one piece. */
function whole(text: string, words: string[]): string[] {
  let length = 0
  for (const word of words) length += word.length
  return length === text.length ? words : [text]
}
