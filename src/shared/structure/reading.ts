/** What the structure engine asks of the segmenter, each question once a page. */
import type { Words } from '../words.ts'

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
}

/** A word across a cut is looked for in so many characters before and after it; a last word in the last `TAIL`. */
const SIDE = 6
const TAIL = 8

export function readingOf(words: Words): Reading {
  const crossings = new Map<string, boolean>()
  const tags = new Map<string, string>()
  const sorts = new Map<string, readonly string[]>()
  const firsts = new Map<string, string>()
  const ends = (text: string): ReadonlySet<number> => {
    const set = new Set<number>()
    let at = 0
    for (const word of words.cut(text)) set.add((at += word.length))
    return set
  }
  const lastOf = (text: string): string => words.tag(text).at(-1)?.tag ?? ''
  return {
    ends,
    tagBefore: (text, end) => lastOf(text.slice(0, end)),
    across: (tail, head) => {
      const left = tail.slice(-SIDE)
      const right = head.slice(0, SIDE)
      const key = `${left}\n${right}`
      const known = crossings.get(key)
      if (known !== undefined) return known
      const across = !ends(left + right).has(left.length)
      crossings.set(key, across)
      return across
    },
    tags: (text) => {
      const known = sorts.get(text)
      if (known !== undefined) return known
      const found = words.tag(text).map((word) => word.tag)
      sorts.set(text, found)
      return found
    },
    firstTag: (text) => {
      const head = text.slice(0, TAIL)
      const known = firsts.get(head)
      if (known !== undefined) return known
      const tag = words.tag(head)[0]?.tag ?? ''
      firsts.set(head, tag)
      return tag
    },
    lastTag: (text) => {
      const tail = text.slice(-TAIL)
      const known = tags.get(tail)
      if (known !== undefined) return known
      const tag = lastOf(tail)
      tags.set(tail, tag)
      return tag
    },
  }
}

/** Tags by their first letter: sorts of words. */
export const TAGS: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz')

/** The number in `TAGS` of a tag; one that is none counts as `x`, as the segmenter calls what is no word. */
export function tagAt(tag: string): number {
  const at = TAGS.indexOf(tag[0] ?? 'x')
  return at < 0 ? TAGS.indexOf('x') : at
}
