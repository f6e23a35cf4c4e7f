/** Blanks that some OCR programs set between all characters of a page, 县 里 修 了 渠, or behind all its marks: the engine reads past them. */
import { codesOf, isHan } from './classes.ts'
import { UNSEEN } from './markup.ts'

/** So many must stand apart, and so many times as many as stand together: names and headings do in print. */
const FEWEST = 40
const FEWEST_MARKS = 12
const TIMES = 3

/** One blank beside a character, or beside a mark: those between Latin words stay, behind their marks too, and those behind a line's own marks. */
const CHARACTER = '[\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—·]'
const BESIDE_CHARACTERS = new RegExp(`(?<=${CHARACTER}) (?=[^\\s#|])|(?<=[^\\s#|]) (?=${CHARACTER})`, 'gu')
const BESIDE_MARKS = new RegExp(
  [
    '(?<=[，。、；：？！]|\\p{Script=Han}[,;:?!.]) (?=\\S)',
    '(?<=[,;:?!]) (?=\\p{Script=Han})',
    '(?<=\\p{Script=Han}) (?=[（(])',
    '(?<=[）)]) (?=\\p{Script=Han})',
  ].join('|'),
  'gu',
)

/** `source` with such blanks unseen: every other character stands where it stood. */
export function withoutRoom(source: string): string {
  const n = count(source)
  if (n.apart >= FEWEST && n.apart >= TIMES * n.together) return source.replace(BESIDE_CHARACTERS, UNSEEN)
  return n.marksApart >= FEWEST_MARKS && n.marksApart >= TIMES * n.marksTogether
    ? source.replace(BESIDE_MARKS, UNSEEN)
    : source
}

/** Between how many characters one blank stands, and none; the same of marks and the characters behind them. */
function count(source: string) {
  const n = { apart: 0, together: 0, marksApart: 0, marksTogether: 0 }
  for (let i = 1; i < source.length; i++) {
    if (!isHan(source.charCodeAt(i))) continue
    const before = source.charCodeAt(i - 1)
    if (isHan(before)) n.together++
    else if (COMMAS.has(before)) n.marksTogether++
    else if (before === BLANK) {
      const farther = source.charCodeAt(i - 2)
      if (isHan(farther)) n.apart++
      else if (COMMAS.has(farther)) n.marksApart++
    }
  }
  return n
}

const BLANK = 32
const COMMAS = codesOf('，,')
