/** Numbers of pages as papers print them and people type them: A04, 4, 第4版, 第四版. */
import { normalise } from '../../../shared/search/normalise.ts'

/** A04 → a4, 04 → 4, 第四版 → 4. */
export function plainNumber(number: string): string {
  const bare = normalise(number)
    .trim()
    .replace(/^第(.+)版$|^(.+)版$/, '$1$2')
  const plain = bare.replace(/(?<!\d)0+(?=\d)/g, '')
  return HAN.test(plain) ? String(valueOf(plain)) : plain
}

/**
 * Whether a page's plain number is what was typed. A number alone is that of any part of the paper, so that 4 finds A04 and B04 too;
 * with its letter it is that one only. A page over two (A04-05) is both.
 */
export function numberFits(typed: string): (number: string) => boolean {
  const wanted = plainNumber(typed)
  const any = /^\d+$/.test(wanted)
  const known = new Map<string, boolean>()
  return (number) => {
    let fits = known.get(number)
    if (fits === undefined) {
      fits =
        number === wanted ||
        number.split(AND).some((one) => (any ? one.replace(/\D/g, '') : plainNumber(one)) === wanted)
      known.set(number, fits)
    }
    return fits
  }
}

const AND = /[-–—~、,，/+&]/

const DIGITS = '〇一二三四五六七八九'
const HAN = /^[〇零一二三四五六七八九]?十?[〇零一二三四五六七八九]?$/

/** Up to 99; 二四 is 24. */
function valueOf(han: string): number {
  const digit = (c: string | undefined, none: number) =>
    c === undefined || c === '' ? none : Math.max(0, DIGITS.indexOf(c))
  const [tens, ones] = han.split('十')
  if (ones !== undefined) return digit(tens, 1) * 10 + digit(ones, 0)
  return [...han].reduce((n, c) => n * 10 + digit(c, 0), 0)
}
