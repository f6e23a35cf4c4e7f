/** A block's text as runs of one set of marks each, so that overlapping marks become properly nested elements. */
import type { Block, Mark } from '../page/page.ts'
import { cleanText } from './text.ts'

export type Run = { readonly text: string; readonly marks: readonly Mark[] }

/** Outermost first: a link holds the emphasis in it, not the other way round. */
const NESTING: readonly Mark['kind'][] = ['dateline', 'link', 'bold', 'italic', 'emphasis', 'superscript', 'subscript']

/** The runs of `b` in order, their texts cleaned for XML; together they are the whole text. Marks out of bounds are clipped. */
export function runsOf(b: Block): readonly Run[] {
  if (b.marks.length === 0) return b.text === '' ? [] : [{ text: cleanText(b.text), marks: [] }]
  const cuts = new Set([0, b.text.length])
  for (const m of b.marks) {
    cuts.add(insidePair(b.text, m.start))
    cuts.add(insidePair(b.text, m.end))
  }
  const places = [...cuts].filter((at) => at <= b.text.length).toSorted((x, y) => x - y)
  const marks = b.marks.toSorted((x, y) => NESTING.indexOf(x.kind) - NESTING.indexOf(y.kind))
  return places.slice(1).map((end, i) => {
    const start = places[i] ?? 0
    return {
      text: cleanText(b.text.slice(start, end)),
      marks: marks.filter((m) => m.start < end && m.end > start && m.end > m.start),
    }
  })
}

/** The safe web address of a link mark, or undefined: only http, https and mailto pass, never `javascript:`. */
export const safeHref = (m: Mark): string | undefined =>
  m.href !== undefined && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(m.href) ? cleanText(m.href) : undefined

/** A cut in the middle of a surrogate pair or of a CRLF moves behind it. */
const insidePair = (text: string, at: number): number =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1)) ? at + 1 : at
