/** Which of many patterns a text could fit at all, by one look at each of its characters: patterns are dear, characters are cheap. */

/**
 * What a pattern cannot do without: a text that fits it begins with one of `first`, has one of `near` among its first five characters,
 * ends with one of `last`, has one of `any` in it, and right behind one of these there stands one of `next`, or nothing.
 */
export type Needs = {
  readonly first?: string
  readonly near?: string
  readonly last?: string
  readonly any?: string
  readonly next?: string
}
const NEAR = 5

/** Numbers of patterns as bits, 30 to a word, in three words. */
const WORD = 30
const WORDS = 3

/**
 * The sieve of patterns with these `needs`, 90 at most: it gives the numbers of those that the text from `from` to `to` could fit,
 * ascending. Of a longer text than `window` it looks at the head and the tail of that length, which the patterns are tried on.
 */
export function sieveOf(
  needs: readonly Needs[],
  window: number,
): (units: Uint16Array, from: number, to: number) => readonly number[] {
  if (needs.length > WORD * WORDS) throw new Error('a sieve has no room for so many patterns')
  const first = tableOf(needs.map((n) => n.first))
  const near = tableOf(needs.map((n) => n.near))
  const last = tableOf(needs.map((n) => n.last))
  const pairs = pairsOf(tableOf(needs.map((n) => n.any)), tableOf(needs.map((n) => n.next)))
  return (units, from, to) => {
    const fit: number[] = []
    if (from === to) return fit
    fits.fill(0)
    const headEnd = Math.min(to, from + window)
    sift(units, from, headEnd, pairs)
    // what the head and the tail share is looked at once; a pair may stand on the border
    if (headEnd < to) sift(units, Math.max(headEnd - 1, to - window), to, pairs)
    gather(units, from, Math.min(to, from + NEAR), near)
    const begins = WORDS * first.row[units[from]!]!
    const ends = WORDS * last.row[units[to - 1]!]!
    for (let w = 0; w < WORDS; w++)
      pushBits(fit, w * WORD, fits[w]! & nears[w]! & first.bits[begins + w]! & last.bits[ends + w]!)
    return fit
  }
}

/** What the text that is looked at could fit, by its pairs of characters and by its first few. */
const fits = new Int32Array(WORDS)
const nears = new Int32Array(WORDS)

/** Notes what the characters from `from` to `to` let through. */
function gather(units: Uint16Array, from: number, to: number, { row, bits }: Table): void {
  nears.fill(0)
  for (let i = from; i < to; i++) {
    const at = WORDS * row[units[i]!]!
    for (let w = 0; w < WORDS; w++) nears[w]! |= bits[at + w]!
  }
}

/**
 * What two characters that stand together let through. `rows` has a character's row as the first of two in the high byte, as the
 * second in the low one; `found` has for two rows where in `bits` their patterns are: 0 for what any two characters let through.
 */
type Pairs = { readonly rows: Uint16Array; readonly found: Uint16Array; readonly bits: Int32Array }

/** The row of what stands behind the last character: nothing, which every pattern lets pass. */
const NOTHING = 255

function sift(units: Uint16Array, from: number, to: number, { rows, found, bits }: Pairs): void {
  for (let i = from + 1, before = rows[units[from]!]!; i <= to; i++) {
    const own = i < to ? rows[units[i]!]! : NOTHING
    const at = found[(before & 0xff00) | (own & 0xff)]!
    before = own
    // seldom: most characters let nothing more through
    if (at !== 0) for (let w = 0; w < WORDS; w++) fits[w]! |= bits[at + w]!
  }
  for (let w = 0; w < WORDS; w++) fits[w]! |= bits[w]!
}

function pairsOf(any: Table, next: Table): Pairs {
  const rows = new Uint16Array(0x10000)
  for (let code = 0; code < rows.length; code++) rows[code] = (any.row[code]! << 8) | next.row[code]!
  const both = (one: number, other: number) =>
    Array.from({ length: WORDS }, (_, w) => any.bits[one * WORDS + w]! & (next.bits[other * WORDS + w] ?? -1))
  const found = new Uint16Array(0x10000)
  const bits = both(0, 0)
  const known = new Map([[bits.join(), 0]])
  for (let one = 0; one * WORDS < any.bits.length; one++)
    for (let other = 0; other * WORDS <= next.bits.length; other++) {
      const own = both(one, other)
      const key = own.join()
      if (!known.has(key)) known.set(key, bits.push(...own) - WORDS)
      found[(one << 8) | (other * WORDS < next.bits.length ? other : NOTHING)] = known.get(key)!
    }
  return { rows, found, bits: Int32Array.from(bits) }
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
  if (known.size >= NOTHING) throw new Error('a sieve has no room for so many rows')
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
