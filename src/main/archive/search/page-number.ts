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
 * other; an end of `..` may be open.
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

/** Pages of the part of the paper with this letter, of any part without one; both ends are in. */
type Range = { readonly letter: string; readonly from: number; readonly to: number }

function rangeOf(typed: string): Range | undefined {
  const ends = RANGE.exec(typed)
    ?.slice(1)
    .filter((end) => end !== undefined)
    .map((end) => OF_PART.exec(plainNumber(end.trim().replace(/^第|版$/g, ''))))
  const [first, last] = ends ?? []
  if (!first || !last) return undefined
  const [letter, other] = [first[1] ?? '', last[1] ?? '']
  if (letter !== '' && other !== '' && letter !== other) return undefined
  const [from, to] = [first[2] === '' ? 0 : Number(first[2]), last[2] === '' ? Infinity : Number(last[2])]
  if (from === 0 && to === Infinity) return undefined
  return { letter: letter || other, from: Math.min(from, to), to: Math.max(from, to) }
}

function isIn(one: string, { letter, from, to }: Range): boolean {
  const digits = letter === '' ? one.replace(/\D/g, '') : one.slice(letter.length)
  const number = Number(digits)
  return /^\d+$/.test(digits) && one.startsWith(letter) && number >= from && number <= to
}

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
