/** The evidence in how a piece is worded: its first and last characters, its last word's sort, whether anything of the trade stands in it. */
import { HAN, SIZES, beginOf, characterOf, endOf, lastCode, sizeOf } from './classes.ts'
import { NO_YES, evidence } from './evidence.ts'
import type { Values } from './evidence.ts'
import type { Piece } from './piece.ts'
import type { Sheet } from './sheet.ts'
import { LETTERS, letterOf } from './letters.ts'
import { KIND, KINDS } from './kinds.ts'

const FIRST_LETTER = evidence`first=${LETTERS}`
const LAST_LETTER = evidence`last=${LETTERS}`
const PLAIN_SIZE = evidence`plain&size=${SIZES}`
const PLAIN_KIND = evidence`plain&kind=${KINDS}&ended=${NO_YES}`
const SORTS: Values = Array.from('abcdefghijklmnopqrstuvwxyz')
const LAST_SORT = evidence`last-word=${SORTS}`
const LAST_SORT_SIZE = evidence`last-word=${SORTS}&size=${SIZES}`

export function wordingFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const { look } = p
  const brief = look.kind === KIND.short || look.kind === KIND.label || look.kind === KIND.brief
  if (brief && beginOf(look.text) === HAN) f.push(FIRST_LETTER(letterOf(look.text.charCodeAt(0))))
  if (brief && !look.ended && endOf(look.text) === HAN) f.push(LAST_LETTER(letterOf(lastCode(look.text))))
  if (look.cues.length === 0) f.push(PLAIN_SIZE(sizeOf(look.size)), PLAIN_KIND(look.kind, +look.ended))
  if (sheet.words && brief && !look.ended && characterOf(lastCode(look.text)) === HAN) {
    const at = SORTS.indexOf(sheet.words.lastTag(look.text)[0] ?? 'x')
    const sort = at < 0 ? SORTS.indexOf('x') : at
    f.push(LAST_SORT(sort), LAST_SORT_SIZE(sort, sizeOf(look.size)))
  }
}
