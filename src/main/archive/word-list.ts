/** A list of words as newsrooms have them: one a line, perhaps with its kind; what is no word is counted. */
import { WORD_MOST } from '../../shared/api/keep.ts'
import { hasAtMost } from '../../shared/characters.ts'
import type { Word } from '../../shared/api/keep.ts'

/** Kinds as the dictionary's own room names them, as lists do, and as segmenters do. */
const TAGS: Readonly<Record<string, Word['tag']>> = {
  人名: 'nr',
  姓名: 'nr',
  地名: 'ns',
  机构: 'nt',
  机构名: 'nt',
  专名: 'nz',
  术语: 'n',
  名词: 'n',
  nr: 'nr',
  ns: 'ns',
  nt: 'nt',
  nz: 'nz',
  n: 'n',
}

/** Characters of a line at most: what is longer is running text. The expression below is slow on long lines. */
const LINE_MOST = 200

/** A word of a list; `tag` where the list says its kind. */
export type Listed = { readonly word: string; readonly tag?: Word['tag'] }

/**
 * One word a line, its kind after blanks, commas or tabs, perhaps behind a count; # begins a remark. Characters set apart (宁 川) are one
 * word. A single character, or more than forty, marks alone, or what is no text, is none; `skipped` is how many such lines there are. A word that stands twice is given
 * once, with the last kind that is said of it.
 */
export function wordsIn(text: string): { readonly words: readonly Listed[]; readonly skipped: number } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => (line.split('#', 1)[0] ?? '').trim())
    .filter(Boolean)
  const words = new Map<string, Listed>()
  let skipped = 0
  for (const line of lines) {
    const [word = '', ...kinds] = hasAtMost(line, LINE_MOST) ? line.replace(APART, '').split(/[\s,，]+/) : []
    const tag = kinds.flatMap((kind) => TAGS[kind] ?? [])[0] ?? words.get(word)?.tag
    if (hasAtMost(word, 1) || !hasAtMost(word, WORD_MOST) || BROKEN.test(word) || !SAYING.test(word)) skipped++
    else words.set(word, { word, ...(tag && { tag }) })
  }
  return { words: [...words.values()], skipped }
}

/** What stands in bytes that are no text, or were read in another encoding than theirs. */
const BROKEN = /[\p{Cc}\ufffd]/u

/** A word has a letter or a figure. */
const SAYING = /[\p{L}\p{N}]/u

/** Blanks between the single characters that a line begins with. */
const APART = /(?<=^\p{Script=Han}(?:\s+\p{Script=Han})*)\s+(?=\p{Script=Han}(?:\s|$))/gu
