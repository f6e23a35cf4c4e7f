/**
 * The one form in which texts and queries are compared: NFKC, then lower case, then Traditional → Simplified, character by
 * character. So full and half width, compatibility forms, case and both scripts are alike, and nothing else is.
 */
import characters from 'opencc-js/dict/TSCharacters'

/** The normal form of `text`. What can be done one code unit for one is; its length then stays the same. */
export function normalise(text: string): string {
  const simple = unitByUnit(text)
  if (simple !== undefined) return simple
  let out = ''
  for (const [part] of text.matchAll(PARTS)) out += part.length === 1 ? unit(part) : whole(part)
  return out
}

/** The code units of the normal form, or undefined where some character does not become exactly one unit for one. */
export function normaliseUnits(text: string): Uint16Array | undefined {
  const units = (table ??= makeTable())
  const out = new Uint16Array(text.length)
  for (let i = 0; i < out.length; i++) {
    const mapped = units[text.charCodeAt(i)]!
    if (mapped === COMPLEX) return undefined
    out[i] = mapped
  }
  return out
}

/** Traditional characters as Simplified ones where that is one unit for one; all else as it stands. */
export function simplify(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const to = simplified().get(text[i]!)
    out += to?.length === 1 ? to : text[i]!
  }
  return out
}

export type Mapped = {
  readonly text: string
  /** `starts[i]` is the offset in the original of what gave unit `i`; one more at the end gives the original's length. */
  readonly starts: Uint32Array
}

/** The normal form with where each of its units came from. */
export function normaliseMapped(original: string): Mapped {
  let text = ''
  const starts: number[] = []
  for (const match of original.matchAll(PARTS)) {
    const part = match[0].length === 1 ? unit(match[0]) : whole(match[0])
    for (let i = 0; i < part.length; i++) starts.push(match.index)
    text += part
  }
  starts.push(original.length)
  return { text, starts: Uint32Array.from(starts) }
}

/** Where `needles` (in normal form) stand in `original`: ascending, apart from each other, in units of the original. */
export function matchesOf(original: string, needles: readonly string[]): readonly (readonly [number, number])[] {
  const simple = unitByUnit(original)
  const { text, starts } = simple === undefined ? normaliseMapped(original) : { text: simple, starts: undefined }
  const found: [number, number][] = []
  for (const needle of needles) {
    if (needle === '') continue
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      if (!starts) {
        found.push([at, at + needle.length])
        continue
      }
      const start = starts[at] ?? 0
      let end = at + needle.length
      // A match may end inside what one character became (㎞ → km): the whole character is lit.
      while (end < text.length && starts[end] === starts[end - 1]) end++
      found.push([start, starts[end] ?? original.length])
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const apart: [number, number][] = []
  for (const [start, end] of found) {
    const last = apart.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}

/** A character with the marks that combine with it: what NFKC treats together. */
const PARTS = /[^][\p{M}\u1160-\u11ff\uff9e\uff9f]*/gu

/** Stands in the table for a code unit that is not mapped to exactly one. */
const COMPLEX = 0

let table: Uint16Array | undefined
let toSimplified: Map<string, string> | undefined

function unitByUnit(text: string): string | undefined {
  if (text.length === 0) return ''
  const units = normaliseUnits(text)
  if (!units) return undefined
  if (units.length <= PIECE) return String.fromCharCode.apply(null, units as unknown as number[]) // array-like is what apply takes
  let joined = ''
  for (let i = 0; i < units.length; i += PIECE)
    joined += String.fromCharCode.apply(null, units.subarray(i, i + PIECE) as unknown as number[]) // as above
  return joined
}

const PIECE = 4096

function makeTable(): Uint16Array {
  const made = new Uint16Array(65536)
  for (let code = 1; code < 65536; code++) {
    // Plain Han, the bulk of the table and of newspapers, is its own NFKC and lower case.
    if ((code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4)) made[code] = code
    else if (code >= 0xd800 && code < 0xe000) continue
    else {
      const c = String.fromCharCode(code)
      if (COMBINES.test(c)) continue
      const mapped = whole(c)
      if (mapped.length === 1) made[code] = mapped.charCodeAt(0)
    }
  }
  for (const [from, to] of simplified())
    if (from.length === 1) made[from.charCodeAt(0)] = to.length === 1 ? to.charCodeAt(0) : COMPLEX
  return made
}

/** What belongs to the character before it. */
export const COMBINES = /[\p{M}\u1160-\u11ff\uff9e\uff9f]/u

function unit(c: string): string {
  const mapped = (table ??= makeTable())[c.charCodeAt(0)] ?? COMPLEX
  return mapped === COMPLEX ? whole(c) : String.fromCharCode(mapped)
}

function whole(part: string): string {
  let out = ''
  for (const c of part.normalize('NFKC').toLowerCase()) out += simplified().get(c) ?? c
  return out
}

function simplified(): Map<string, string> {
  if (toSimplified) return toSimplified
  toSimplified = new Map()
  for (const pair of characters.split('|')) {
    const [from, to] = pair.split(' ')
    if (from !== undefined && to !== undefined) toSimplified.set(from, to)
  }
  return toSimplified
}
