/** Which of many patterns a text could fit at all, by one look at each of its characters: patterns are dear, characters are cheap. */

/**
 * What a pattern cannot do without: a text that fits it begins with one of `first`, ends with one of `last`, has one of `any` in it,
 * and right behind one of these there stands one of `next`, or nothing.
 */
export type Needs = { readonly first?: string; readonly last?: string; readonly any?: string; readonly next?: string }

/** Numbers of patterns as bits, 30 to a word, in three words: they are kept apart in variables while a text is looked through. */
const WORD = 30
const WORDS = 3

/**
 * The sieve of patterns with these `needs`, 90 at most: it gives the numbers of those that a piece could fit, ascending. Of a long
 * piece only `head` and `tail` are looked at; for a short one `head` is all of it and `tail` is empty.
 */
export function sieveOf(needs: readonly Needs[]): (head: string, tail: string) => readonly number[] {
  if (needs.length > WORD * WORDS) throw new Error('a sieve has no room for so many patterns')
  const first = tableOf(needs.map((n) => n.first))
  const last = tableOf(needs.map((n) => n.last))
  const { row, bits } = tableOf(needs.map((n) => n.any))
  const behind = tableOf(needs.map((n) => n.next))
  return (head, tail) => {
    const fit: number[] = []
    if (head === '') return fit
    let a = 0
    let b = 0
    let c = 0
    for (let text = head; ; text = tail) {
      // no branches: whether a character is in a table is anybody's guess, and a wrong guess is dearer than three sums
      let at = WORDS * row[text.charCodeAt(0)]!
      for (let i = 1; i < text.length; i++) {
        const code = text.charCodeAt(i)
        const next = WORDS * behind.row[code]!
        a |= bits[at]! & behind.bits[next]!
        b |= bits[at + 1]! & behind.bits[next + 1]!
        c |= bits[at + 2]! & behind.bits[next + 2]!
        at = WORDS * row[code]!
      }
      a |= bits[at]!
      b |= bits[at + 1]!
      c |= bits[at + 2]!
      if (text === tail || tail === '') break
    }
    const end = tail === '' ? head : tail
    const begins = WORDS * first.row[head.charCodeAt(0)]!
    const ends = WORDS * last.row[end.charCodeAt(end.length - 1)]!
    pushBits(fit, 0, a & first.bits[begins]! & last.bits[ends]!)
    pushBits(fit, WORD, b & first.bits[begins + 1]! & last.bits[ends + 1]!)
    pushBits(fit, 2 * WORD, c & first.bits[begins + 2]! & last.bits[ends + 2]!)
    return fit
  }
}

function pushBits(fit: number[], from: number, bits: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) fit.push(from + 31 - Math.clz32(rest & -rest))
}

/** For each character its row of bits: the patterns that it lets through; row 0 is for all characters that no pattern names. */
type Table = { readonly row: Uint8Array; readonly bits: Int32Array }

function tableOf(chars: readonly (string | undefined)[]): Table {
  const row = new Uint8Array(0x10000)
  const bits = bitsOf(chars, (c) => c === undefined)
  const known = new Map<string, number>()
  for (const code of codesIn(chars.join(''))) {
    const own = bitsOf(chars, (c) => c === undefined || c.includes(String.fromCharCode(code)))
    const key = own.join()
    if (!known.has(key)) known.set(key, bits.push(...own) / WORDS - 1)
    row[code] = known.get(key)!
  }
  if (known.size > 255) throw new Error('a sieve has no room for so many rows')
  return { row, bits: Int32Array.from(bits) }
}

const codesIn = (text: string): ReadonlySet<number> =>
  new Set(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)))

function bitsOf(chars: readonly (string | undefined)[], fits: (chars: string | undefined) => boolean): number[] {
  const bits = Array.from({ length: WORDS }, () => 0)
  chars.forEach((c, n) => {
    if (fits(c)) bits[Math.floor(n / WORD)]! |= 1 << (n % WORD)
  })
  return bits
}
