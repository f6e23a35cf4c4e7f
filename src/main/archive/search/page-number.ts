/** Numbers of pages as papers print them and people type them: A04, 4, 第4版, 第四版, A04-A06. */
import { hanNumber } from '../../../shared/han-numbers.ts'
import { normalise } from '../../../shared/search/normalise.ts'

/** A04 → a4, 04 → 4, 第四版 → 4. */
export function plainNumber(number: string): string {
  const bare = normalise(number)
    .trim()
    .replace(/^第(.+)版$|^(.+)版$/, '$1$2')
  const plain = bare.replace(/(?<!\d)0+(?=\d)/g, '')
  return plain !== '' && HAN.test(plain) ? String(hanNumber(plain)) : plain
}

/**
 * Whether a page's plain number is what was typed. A number alone is that of any part of the paper, so that 4 finds A04 and B04 too;
 * with its letter it is that one only. A page over two (A04-05) is both. `A04-A06` and `A04..A06` are all pages from the one to the
 * other, over the parts of the paper too (A06-B02); an end of `..` may be open.
 */
export function numberFits(typed: string): (number: string) => boolean {
  const wanted = plainNumber(typed)
  const range = rangeOf(normalise(typed).trim())
  const any = /^\d+$/.test(wanted)
  const known = new Map<string, boolean>()
  return (number) => {
    let fits = known.get(number)
    if (fits === undefined) {
      fits =
        number === wanted ||
        partsOf(number).some((one) => (range ? isIn(one, range) : (any ? one.replace(/\D/g, '') : one) === wanted))
      known.set(number, fits)
    }
    return fits
  }
}

/**
 * Both ends are in. One letter: pages of that part of the paper, of any part where it is ''. Two: from the one in its part up to the
 * other in its own, as the paper is paged (A06-B02 is A06 to the last of A, and B01 and B02).
 */
type Range = { readonly first: End; readonly last: End }
type End = { readonly letter: string; readonly number: number }

function rangeOf(typed: string): Range | undefined {
  const ends = RANGE.exec(typed)
    ?.slice(1)
    .filter((end) => end !== undefined)
    .map((end) => OF_PART.exec(plainNumber(end.trim().replace(/^第|版$/g, ''))))
  const [first, last] = ends ?? []
  if (!first || !last) return undefined
  const one = { letter: first[1] || (last[1] ?? ''), number: first[2] === '' ? 0 : Number(first[2]) }
  const other = { letter: last[1] || one.letter, number: last[2] === '' ? Infinity : Number(last[2]) }
  if (one.number === 0 && other.number === Infinity) return undefined
  return isAfter(one, other) ? { first: other, last: one } : { first: one, last: other }
}

const isAfter = (one: End, other: End): boolean =>
  one.letter === other.letter ? one.number > other.number : one.letter > other.letter

function isIn(page: string, { first, last }: Range): boolean {
  const [, letter, digits = ''] = (first.letter === '' ? ANY_PART : ONE_PART).exec(page) ?? []
  if (digits === '') return false
  const one = { letter: letter ?? '', number: Number(digits) }
  return !isAfter(first, one) && !isAfter(one, last)
}

/** Of any part the letter is none. */
const ANY_PART = /^()\D*(\d+)\D*$/
const ONE_PART = /^([a-z])(\d+)$/
const RANGE = /^([^-–—~至到]+)[-–—~至到]([^-–—~至到]+)$|^([^.…]*)(?:\.\.+|…+)([^.…]*)$/
const OF_PART = /^([a-z]?)(\d*)$/

/** The pages of a plain number, each with the letter of those before it where it has none: a4-5 is a4 and a5. */
function partsOf(number: string): readonly string[] {
  let letter = ''
  return number.split(AND).map((part) => {
    const one = plainNumber(part)
    letter = /^[a-z](?=\d)/.exec(one)?.[0] ?? letter
    return /^\d/.test(one) ? letter + one : one
  })
}

const AND = /[-–—~、,，/+&]/

const HAN = /^[〇零一二三四五六七八九]?十?[〇零一二三四五六七八九]?$/
