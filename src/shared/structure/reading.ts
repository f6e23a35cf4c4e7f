/** What the structure engine asks of the segmenter, each question once a page. */
import type { TaggedWord, Words } from '../words.ts'
import { codesOf } from './classes.ts'

export type Reading = {
  /** Whether a word stands across the place where `tail` ends and `head` begins. */
  readonly across: (tail: string, head: string) => boolean
  /** Where words end in a text. */
  readonly ends: (text: string) => ReadonlySet<number>
  /** The tag of the text's last word, by its last few characters; empty where there is none. */
  readonly lastTag: (text: string) => string
  /** The tag of the text's first word, by its first few characters; empty where there is none. */
  readonly firstTag: (text: string) => string
  /** The tags of all words of a short text. */
  readonly tags: (text: string) => readonly string[]
  /** The tag of the last word of `text` before `end`. */
  readonly tagBefore: (text: string, end: number) => string
  /** Has the tags of short texts at hand: one question for many is sooner answered than one for each. */
  readonly readTags: (texts: readonly string[]) => void
  /** The same for words between `tail` and each of `heads`. */
  readonly readAcross: (tail: string, heads: readonly string[]) => void
}

/** A word across a cut is looked for in so many characters before and after it; a last word in the last `TAIL`. */
const SIDE = 6
const TAIL = 8

export function readingOf(words: Words): Reading {
  const crossings = new Map<string, boolean>()
  const known = new Map<string, readonly string[]>()
  const ends = (text: string): ReadonlySet<number> => {
    const set = new Set<number>()
    let at = 0
    for (const word of words.cut(text)) set.add((at += word.length))
    return set
  }
  const tags = (text: string): readonly string[] => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = words.tag(text).map(tagOf)
    known.set(text, found)
    return found
  }
  return {
    ends,
    tags,
    firstTag: (text) => tags(beginOf(text.slice(0, TAIL)))[0] ?? '',
    lastTag: (text) => tags(endOf(text.slice(-TAIL))).at(-1) ?? '',
    tagBefore: (text, end) => tags(text.slice(0, end)).at(-1) ?? '',
    across: (tail, head) => {
      const left = leftOf(tail)
      const right = rightOf(head)
      if (left === '' || right === '') return false
      const key = `${left}\n${right}`
      const before = crossings.get(key)
      if (before !== undefined) return before
      const across = !endsAt(words.cut(left + right), left.length)
      crossings.set(key, across)
      return across
    },
    readTags: (texts) => {
      const unknown = [...new Set(texts)].filter((text) => !known.has(text))
      if (unknown.length < 2) return
      const found = partsOf(words.tag(unknown.join(BORDER)), ({ word }) => word, unknown)
      found?.forEach((part, i) => known.set(unknown[i]!, part.map(tagOf)))
    },
    readAcross: (tail, heads) => {
      const left = leftOf(tail)
      const rights = left === '' ? [] : heads.map(rightOf).filter((right) => right !== '')
      const cuts = rights.map((right) => left + right)
      if (cuts.length < 2) return
      const found = partsOf(words.cut(cuts.join(BORDER)), (word) => word, cuts)
      found?.forEach((part, i) => crossings.set(`${left}\n${rights[i]!}`, !endsAt(part, left.length)))
    },
  }
}

/**
 * The segmenter cuts what stands between these one by one: each is a word by itself, and what stands beyond one says nothing of a word.
 * So nothing beyond is asked.
 */
const PARTERS = codesOf(' \t\n，。')

/** What stands behind the last parter; and before the first one. */
function behindParter(text: string): string {
  let from = text.length
  while (from > 0 && !PARTERS.has(text.charCodeAt(from - 1))) from--
  return text.slice(from)
}
function beforeParter(text: string): string {
  let to = 0
  while (to < text.length && !PARTERS.has(text.charCodeAt(to))) to++
  return text.slice(0, to)
}

/** What a word across a cut is looked for in, before the cut and behind it. */
const leftOf = (tail: string): string => behindParter(tail.slice(-SIDE))
const rightOf = (head: string): string => beforeParter(head.slice(0, SIDE))

/** So much of a text that its first word stands in it; and its last. */
const beginOf = (text: string): string => beforeParter(text) || text.slice(0, 1)
const endOf = (text: string): string => behindParter(text) || text.slice(-1)

const tagOf = ({ tag }: TaggedWord): string => tag

/** No word stands across the end of a line. */
const BORDER = '\n'

/** The words of each of `texts`, of which all together, with borders between, have these; undefined where it does not come out even. */
function partsOf<W>(
  all: readonly W[],
  wordOf: (word: W) => string,
  texts: readonly string[],
): readonly (readonly W[])[] | undefined {
  const parts: W[][] = []
  let n = 0
  for (const text of texts) {
    const part: W[] = []
    for (let length = 0; length < text.length; n++) {
      const word = all[n]
      if (word === undefined) return undefined
      part.push(word)
      length += wordOf(word).length
      if (length > text.length) return undefined
    }
    parts.push(part)
    const border = all[n++]
    if (border !== undefined && wordOf(border) !== BORDER) return undefined
  }
  return parts
}

/** Whether one of the words that stand one behind the other ends at `place`. */
function endsAt(words: readonly string[], place: number): boolean {
  let at = 0
  for (const word of words) if ((at += word.length) >= place) break
  return at === place
}

/** Tags by their first letter: sorts of words. */
export const TAGS: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz')

/** The number in `TAGS` of a tag; one that is none counts as `x`, as the segmenter calls what is no word. */
export function tagAt(tag: string): number {
  const at = TAGS.indexOf(tag[0] ?? 'x')
  return at < 0 ? TAGS.indexOf('x') : at
}
