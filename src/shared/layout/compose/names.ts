/** Lists of names in a running text: each three em wide with an em between them, as papers set who was elected or honoured. */
import type { Block } from '../../page/page.ts'

/** Fewer names than these are not yet a list. */
const NAMES_LEAST = 8
/** Width of a name with the blank behind it, in em; one of two characters has a blank between them. */
const CELL = 4

export const isNameList = ({ role, text, marks }: Block): boolean =>
  role === 'paragraph' && marks.length === 0 && (namesIn(text)?.length ?? 0) >= NAMES_LEAST

/** `text`, which is of a list, with a newline for the blank before each name that opens a line of at most `measure` em; and the lines' left edge in em. */
export function nameLines(text: string, measure: number): { readonly text: string; readonly edge: number } {
  const across = Math.max(1, Math.floor((measure + 1) / CELL))
  const opens = new Set((namesIn(text) ?? []).filter((_, i) => i > 0 && i % across === 0))
  const broken = text.replaceAll(/\s/g, (blank, at: number) => (opens.has(at + 1) ? '\n' : blank))
  return { text: broken, edge: Math.max(0, (measure - across * CELL + 1) / 2) }
}

/** Where the names of `text` begin: words of two or three characters, and two characters with a blank between; undefined where it holds anything else. */
function namesIn(text: string): readonly number[] | undefined {
  const starts: number[] = []
  let single: number | undefined
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    if (!/^\p{sc=Han}{1,3}$/u.test(word) || (single !== undefined && [...word].length > 1)) return undefined
    if ([...word].length > 1) starts.push(index)
    else if (single === undefined) starts.push((single = index))
    else single = undefined
  }
  return single === undefined ? starts : undefined
}
