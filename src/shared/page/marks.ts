/** Inline marks of a block's text: their one normal form, and how they follow when text is cut, joined or changed. */
import { MARK_KINDS } from './kinds.ts'
import type { Mark } from './page.ts'

/**
 * The normal form: marks of one kind (and one `href`) are disjoint and not adjacent, none is empty or leaves `[0, length)`,
 * and they stand by start, then kind in the order of `MARK_KINDS`.
 */
export function normalMarks(marks: readonly Mark[], length: number): readonly Mark[] {
  const clean = marks.map((m) => ({ ...m, end: Math.min(m.end, length) })).filter((m) => m.start < m.end)
  clean.sort((a, b) => order(a) - order(b) || a.start - b.start)
  const merged: Mark[] = []
  for (const mark of clean) {
    const last = merged.at(-1)
    if (
      last &&
      last.kind === mark.kind &&
      mark.start <= last.end &&
      (last.href === mark.href || mark.start < last.end)
    ) {
      if (last.href === mark.href) merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) }
      else if (mark.end > last.end) merged.push({ ...mark, start: last.end }) // links do not overlap: the first one keeps its ground
    } else merged.push(mark)
  }
  return merged.toSorted((a, b) => a.start - b.start || order(a) - order(b))
}

/** The marks that fall on `[start, end)`, counted from `start`. */
export const sliceMarks = (marks: readonly Mark[], start: number, end: number): readonly Mark[] =>
  normalMarks(
    marks.map((m) => ({ ...m, start: Math.max(0, m.start - start), end: m.end - start })).filter((m) => m.end > 0),
    end - start,
  )

/** The same marks, `by` characters further on. */
export const shiftMarks = (marks: readonly Mark[], by: number): readonly Mark[] =>
  marks.map((m) => ({ ...m, start: m.start + by, end: m.end + by }))

export const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every((m, i) => {
    const o = b[i]
    return o && m.kind === o.kind && m.start === o.start && m.end === o.end && m.href === o.href
  })

const order = (m: Mark): number => MARK_KINDS.indexOf(m.kind)
