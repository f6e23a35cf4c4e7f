/**
 * Where words end, by the archive's segmenter: asked for ahead of time, kept by text, and by the window's own segmenter until the
 * answer is there. So a word at the desk is a word of the search.
 */
import { call } from '../../app/banxin.ts'

/** Texts kept; a page has some hundred blocks. */
const MOST = 600
const kept = new Map<string, readonly number[]>()
const asked = new Set<string>()
/** Made when it is first wanted: it reads a dictionary of its own. */
let own: Intl.Segmenter | undefined

/** The ends of the words of `text`, ascending, in UTF-16 code units; the last one is its length. */
export function wordEnds(text: string): readonly number[] {
  const known = kept.get(text)
  if (known) return known
  askWords(text)
  own ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return Array.from(own.segment(text), ({ index, segment }) => index + segment.length)
}

/** Asks the segmenter for `text`, so that the answer is there when it is wanted. */
export function askWords(text: string): void {
  if (text === '' || kept.has(text) || asked.has(text)) return
  asked.add(text)
  call('words.cut', { text })
    .then((ends) => {
      if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? '')
      kept.set(text, ends)
    })
    .catch(() => {})
    .finally(() => asked.delete(text))
}

/** The place one word before (-1) or after (+1) `at`; marks and blanks between words are passed over. Stays at the ends. */
export function wordStep(text: string, ends: readonly number[], at: number, by: -1 | 1): number {
  const words = ends.map((end, i) => [ends[i - 1] ?? 0, end] as const).filter(([a, b]) => SOLID.test(text.slice(a, b)))
  if (by > 0) return words.find(([, end]) => end > at)?.[1] ?? text.length
  return words.findLast(([start]) => start < at)?.[0] ?? 0
}

/** The word that `at` stands in or before, as `[start, end)`; marks are a word of their own here. */
export function wordAt(text: string, ends: readonly number[], at: number): readonly [number, number] {
  const i = ends.findIndex((end) => end > at)
  const n = i < 0 ? ends.length - 1 : i
  return [ends[n - 1] ?? 0, ends[n] ?? text.length]
}

const SOLID = /[\p{L}\p{N}]/u
