/** Which of many patterns a text could fit at all, by one look at each of its characters: patterns are dear, characters are cheap. */

/** What a pattern cannot do without: a text that fits it begins with one of `first`, ends with one of `last`, has one of `any` in it. */
export type Needs = { readonly first?: string; readonly last?: string; readonly any?: string }

/** Numbers of patterns as bits, 30 to a word. */
type Bits = Int32Array
const WORD = 30

/**
 * The sieve of patterns with these `needs`: it gives the numbers of those that a piece could fit, ascending. Of a long piece only
 * `head` and `tail` are looked at; for a short one `head` is all of it and `tail` is empty.
 */
export function sieveOf(needs: readonly Needs[]): (head: string, tail: string) => readonly number[] {
  const words = Math.ceil(needs.length / WORD)
  const place = (key: keyof Needs) =>
    tableOf(
      needs.map((n) => n[key]),
      words,
    )
  const first = place('first')
  const last = place('last')
  const any = place('any')
  const seen = new Int32Array(words)
  return (head, tail) => {
    const fit: number[] = []
    if (head === '') return fit
    seen.set(any.always)
    mark(seen, any, head)
    mark(seen, any, tail)
    const begins = first.rows[first.row[head.charCodeAt(0)]!]!
    const end = tail === '' ? head : tail
    const ends = last.rows[last.row[end.charCodeAt(end.length - 1)]!]!
    for (let w = 0; w < words; w++) {
      for (let bits = seen[w]! & begins[w]! & ends[w]!; bits !== 0; bits &= bits - 1)
        fit.push(w * WORD + 31 - Math.clz32(bits & -bits))
    }
    return fit
  }
}

/** For each character the row of patterns that it lets through; row 0 is for all characters that no pattern names. */
type Table = { readonly row: Uint16Array; readonly rows: readonly Bits[]; readonly always: Bits }

function tableOf(chars: readonly (string | undefined)[], words: number): Table {
  const always = bitsOf(chars, words, (c) => c === undefined)
  const row = new Uint16Array(0x10000)
  const rows: Bits[] = [always]
  const known = new Map<string, number>()
  for (const code of codesIn(chars.join(''))) {
    const bits = bitsOf(chars, words, (c) => c === undefined || c.includes(String.fromCharCode(code)))
    const key = bits.join()
    if (!known.has(key)) known.set(key, rows.push(bits) - 1)
    row[code] = known.get(key)!
  }
  return { row, rows, always }
}

const codesIn = (text: string): ReadonlySet<number> =>
  new Set(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)))

function bitsOf(
  chars: readonly (string | undefined)[],
  words: number,
  fits: (chars: string | undefined) => boolean,
): Bits {
  const bits = new Int32Array(words)
  chars.forEach((c, n) => {
    if (fits(c)) bits[Math.floor(n / WORD)]! |= 1 << (n % WORD)
  })
  return bits
}

function mark(seen: Bits, { row, rows }: Table, text: string): void {
  for (let i = 0; i < text.length; i++) {
    const own = row[text.charCodeAt(i)]!
    if (own === 0) continue
    const bits = rows[own]!
    for (let w = 0; w < seen.length; w++) seen[w]! |= bits[w]!
  }
}
