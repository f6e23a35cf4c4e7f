/** Paragraphs that are a list of names: who was elected, honoured, taken on. Derived from the text; never stored. */
import type { Block } from './page.ts'

/** Fewer names than these are not yet a list. */
const NAMES_LEAST = 8

export const isNameList = ({ role, text, marks }: Block): boolean =>
  role === 'paragraph' && marks.length === 0 && (nameStarts(text)?.length ?? 0) >= NAMES_LEAST

/** The names of `text`, which is a list, each with what stands before the next: together they are the whole text. */
export function namesOf(text: string): readonly string[] {
  const starts = [0, ...(nameStarts(text) ?? []).slice(1)]
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}

/** Fewer names than these behind what they have in common are a sentence. */
const NAMED_LEAST = 2

/** Where the names begin behind what they have in common, as in 市工商局：杜 衡 汤 圆 应 可; undefined where anything else stands there. */
export function namesBehind({ role, text, marks }: Block): readonly number[] | undefined {
  const common = role === 'paragraph' && marks.length === 0 ? /^[^：:\s]{2,20}[：:]\s*/.exec(text)?.[0] : undefined
  if (common === undefined) return undefined
  const starts = nameStarts(text.slice(common.length)) ?? []
  return starts.length < NAMED_LEAST ? undefined : starts.map((start) => start + common.length)
}

/**
 * `block`, which is a list of names, with every name of two or three characters equally wide: a full blank stands in those of two. So
 * they stand under each other wherever characters have one width.
 */
export const withEvenNames = (block: Block): Block => ({
  ...block,
  text: namesOf(block.text)
    .map((name) => [...name.replaceAll(/\s/g, '')])
    .map((name) => name.join(name.length === 2 ? '\u3000' : ''))
    .join('  '),
})

const NAME = /^\p{sc=Han}{1,3}$/u

/** Where the names of `text` begin: words of two or three characters, and two characters with a blank between; undefined where it holds anything else. */
export function nameStarts(text: string): readonly number[] | undefined {
  const starts: number[] = []
  let single: number | undefined
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (!NAME.test(word)) return undefined
    const { length } = [...word]
    if (single !== undefined && length > 1) return undefined
    if (length > 1) starts.push(index)
    else if (single === undefined) starts.push((single = index))
    else single = undefined
  }
  return single === undefined ? starts : undefined
}
