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
  const joints = new Map<string, number>()
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
    const pieces = piecesOf(text)
    const found = pieces.length > 1 ? pieces.flatMap(tags) : words.tag(text).map(tagOf)
    known.set(text, found)
    return found
  }
  return {
    ends,
    tags,
    firstTag: (text) => tags(beginOf(text))[0] ?? '',
    lastTag: (text) => tags(endOf(text)).at(-1) ?? '',
    tagBefore: (text, end) => {
      const before = text.slice(0, end)
      return tags(behindParter(before, end) || before.slice(-1)).at(-1) ?? ''
    },
    across: (tail, head) => {
      const left = leftOf(tail)
      const right = rightOf(head)
      if (left === '' || right === '') return false
      const text = left + right
      let ends = joints.get(text)
      if (ends === undefined) joints.set(text, (ends = endsOf(words.cut(text))))
      return ((ends >> left.length) & 1) === 0
    },
    readTags: (texts) => {
      const unknown = [...new Set(texts.flatMap(piecesOf))].filter((text) => !known.has(text))
      if (unknown.length < 2) return
      const found = partsOf(words.tag(unknown.join(BORDER)), ({ word }) => word, unknown)
      found?.forEach((part, i) => known.set(unknown[i]!, part.map(tagOf)))
    },
    readAcross: (tail, heads) => {
      const left = leftOf(tail)
      if (left === '') return
      const texts = heads.map(rightOf).flatMap((right) => (right === '' ? [] : left + right))
      if (texts.length < 2) return
      const found = partsOf(words.cut(texts.join(BORDER)), (word) => word, texts)
      found?.forEach((part, i) => joints.set(texts[i]!, endsOf(part)))
    },
  }
}

/**
 * The segmenter cuts what stands between these one by one: each is a word by itself, and what stands beyond one says nothing of a word.
 * So nothing beyond is asked.
 */
const PARTERS = codesOf(' \t\n，。')

/** What stands behind the last parter, of the text's last `most` characters; and before the first one, of its first. */
function behindParter(text: string, most: number): string {
  let from = text.length
  for (const least = Math.max(0, from - most); from > least && !PARTERS.has(text.charCodeAt(from - 1));) from--
  return text.slice(from)
}
function beforeParter(text: string, most: number): string {
  let to = 0
  for (const last = Math.min(text.length, most); to < last && !PARTERS.has(text.charCodeAt(to));) to++
  return text.slice(0, to)
}

/** The parters in a text, each by itself, and what stands between them. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (!PARTERS.has(text.charCodeAt(i))) continue
    if (i > from) pieces.push(text.slice(from, i))
    pieces.push(text[i]!)
    from = i + 1
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

/** What a word across a cut is looked for in, before the cut and behind it. */
const leftOf = (tail: string): string => behindParter(tail, SIDE)
const rightOf = (head: string): string => beforeParter(head, SIDE)

/** So much of a text that its first word stands in it; and its last. */
const beginOf = (text: string): string => beforeParter(text, TAIL) || text.slice(0, 1)
const endOf = (text: string): string => behindParter(text, TAIL) || text.slice(-1)

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

/** Where words end in a text of up to 30 characters, as bits. */
function endsOf(words: readonly string[]): number {
  let at = 0
  let bits = 0
  for (const word of words) bits |= 1 << (at += word.length)
  return bits
}

/** Tags by their first letter: sorts of words. */
export const TAGS: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz')

/** The number in `TAGS` of a tag; one that is none counts as `x`, as the segmenter calls what is no word. */
export function tagAt(tag: string): number {
  const at = TAGS.indexOf(tag[0] ?? 'x')
  return at < 0 ? TAGS.indexOf('x') : at
}
