/** Coarse classes of what the evidence speaks of: sizes, small counts, kinds of characters. Each has its values' names and says which one fits. */
import type { Values } from './evidence.ts'

/** Size classes of a piece in characters: each up to the number that names it. */
export const SIZES: Values = ['1', '2', '3', '4', '6', '8', '11', '15', '20', '26', '35', '50', '80', '140', 'huge']
const LONGEST = 140
const SIZE_OF = Uint8Array.from({ length: LONGEST + 1 }, (_, n) => SIZES.findIndex((limit) => n <= Number(limit)))

export const sizeOf = (n: number): number => (n <= LONGEST ? SIZE_OF[n]! : SIZES.length - 1)

/** The numbers 0 … `most` as values. */
export const upTo = (most: number): Values => Array.from({ length: most + 1 }, (_, n) => String(n))

const PUNCTUATION = {
  stop: '。！？!?',
  comma: '，,',
  pause: '、',
  colon: '：:',
  semi: '；;',
  open: '“‘「『"',
  close: '”’」』',
  in: '（(《【〈[',
  out: '）)》】〉]',
  dash: '—－─–-',
  dots: '…',
  bullet: '■□▲●◆◎★☆△○※►▶',
  dot: '·.',
} as const

/** What class of character a text ends or begins with. */
export const CHARACTERS: Values = ['han', 'digit', 'latin', 'other', ...Object.keys(PUNCTUATION)]
export const HAN = 0
const OTHER = 3

/** One more than the class of each character that was asked for, so that 0 stands for not yet. */
const classes = new Uint8Array(0x10000)

/** The class of a character (UTF-16 code). */
export function characterOf(code: number): number {
  const known = classes[code]!
  if (known > 0) return known - 1
  const found = classOf(String.fromCharCode(code))
  classes[code] = found + 1
  return found
}

function classOf(c: string): number {
  if (/\p{Script=Han}/u.test(c)) return HAN
  if (/[0-9０-９]/u.test(c)) return CHARACTERS.indexOf('digit')
  if (/[A-Za-z]/u.test(c)) return CHARACTERS.indexOf('latin')
  const name = Object.entries(PUNCTUATION).find(([, chars]) => chars.includes(c))?.[0]
  return name === undefined ? OTHER : CHARACTERS.indexOf(name)
}

export type Codes = { readonly has: (code: number) => boolean }

/** The UTF-16 codes of `chars`: a bit for each there is, which is asked sooner than a set. */
export function codesOf(chars: string): Codes {
  const bits = new Uint32Array(0x10000 >> 5)
  for (let i = 0; i < chars.length; i++) bits[chars.charCodeAt(i) >> 5]! |= 1 << (chars.charCodeAt(i) & 31)
  return { has: (code) => ((bits[code >> 5]! >>> (code & 31)) & 1) === 1 }
}

/** Whether a UTF-16 code is one of the common Chinese characters. */
export const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN
export const FIRST_HAN = 0x4e00
export const LAST_HAN = 0x9fff
