/** Cuts text into words as jieba does: by the dictionary, and what it leaves as single characters by the model. */
import { tagIn } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { isPair, likeliest } from './likeliest.ts'
import { unknownWords } from './unknown.ts'
import type { Model } from './unknown.ts'

export type Known = { readonly dictionary: Dictionary; readonly model: Model }

/** Calls `each` with where every word starts and ends; together they are the whole text. */
export function cut({ dictionary, model }: Known, text: string, each: (start: number, end: number) => void): void {
  eachStretch(text, (from, to) => {
    let single = -1
    likeliest(dictionary, text, from, to, (start, end) => {
      if (isCharacter(text, start, end)) {
        if (single < 0) single = start
        return
      }
      if (single >= 0) unknownWords(model, text, single, start, each)
      single = -1
      each(start, end)
    })
    if (single >= 0) unknownWords(model, text, single, to, each)
  })
}

/** The dictionary's tag of a word; without one `m` for digits, `eng` for Latin letters, `x` for others. */
export function tagOf({ dictionary }: Known, word: string): string {
  return tagIn(dictionary, word) || tagByLook(word)
}

/** Calls `each` with the stretches between marks that no word stands across, and with each of those. */
export function eachStretch(text: string, each: (from: number, to: number) => void): void {
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (!isMark(text.charCodeAt(i))) continue
    if (from < i) each(from, i)
    each(i, i + 1)
    from = i + 1
  }
  if (from < text.length) each(from, text.length)
}

const isMark = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0xff0c || unit === 0x3002

const isCharacter = (text: string, start: number, end: number): boolean =>
  end === start + 1 || (end === start + 2 && isPair(text.charCodeAt(start), text.charCodeAt(start + 1)))

/** Judges by the first half of the characters, as jieba does. */
function tagByLook(word: string): string {
  const characters = [...word]
  let plain = 0
  let digits = 0
  for (const c of characters) {
    if (plain >= Math.floor(characters.length / 2)) break
    if (c.charCodeAt(0) >= 0x80) continue
    plain++
    if (c >= '0' && c <= '9') digits++
  }
  if (plain === 0) return 'x'
  return digits === plain ? 'm' : 'eng'
}
