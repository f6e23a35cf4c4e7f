/** A list of words as newsrooms have them: one a line, perhaps with its kind; what is no word is counted. */
import type { Word } from '../../shared/api/keep.ts'

const TAGS: Readonly<Record<string, Word['tag']>> = {
  人名: 'nr',
  地名: 'ns',
  机构: 'nt',
  术语: 'nz',
  nr: 'nr',
  ns: 'ns',
  nt: 'nt',
  nz: 'nz',
  n: 'n',
}

/**
 * One word a line, its kind after blanks, commas or tabs, perhaps behind a count; # begins a remark. Characters set apart (宁 川) are one
 * word. A single character, or more than forty, is none; `skipped` is how many such lines there are.
 */
export function wordsIn(text: string): { readonly words: readonly Word[]; readonly skipped: number } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim().replace(APART, ''))
    .filter(Boolean)
  const words = lines.flatMap((line): readonly Word[] => {
    const [word = '', ...kinds] = line.split(/[\s,，]+/)
    const length = [...word].length
    if (length < 2 || word.length > 40) return []
    return [{ word, tag: kinds.flatMap((kind) => TAGS[kind] ?? [])[0] ?? 'nz', note: '' }]
  })
  return { words, skipped: lines.length - words.length }
}

/** Blanks between the single characters that a line begins with. */
const APART = /(?<=^\p{Script=Han}(?:\s+\p{Script=Han})*)\s+(?=\p{Script=Han}(?:\s|$))/gu
