/** The evidence in how a piece is worded: its first and last characters, its last word's sort, whether anything of the trade stands in it. */
import { HAN, SIZES, characterOf, sizeOf } from './classes.ts'
import { NO_YES, evidence } from './evidence.ts'
import type { Values } from './evidence.ts'
import type { Piece } from './piece.ts'
import type { Sheet } from './sheet.ts'
import { LETTERS, letterOf } from './letters.ts'
import { KIND, KINDS } from './kinds.ts'
import type { Look } from './look.ts'
import { TAGS, tagAt } from './reading.ts'
import type { Reading } from './reading.ts'

const FIRST_LETTER = evidence`first=${LETTERS}`
const LAST_LETTER = evidence`last=${LETTERS}`
const PLAIN_SIZE = evidence`plain&size=${SIZES}`
const PLAIN_KIND = evidence`plain&kind=${KINDS}&ended=${NO_YES}`
const LAST_SORT = evidence`last-word=${TAGS}`
const LAST_SORT_SIZE = evidence`last-word=${TAGS}&size=${SIZES}`

const isBrief = ({ kind }: Look): boolean =>
  kind === KIND.short || kind === KIND.label || kind === KIND.brief || kind === KIND.asked

/** Whether the sorts of its words are evidence about a piece. */
export const hasContent = (look: Look): boolean =>
  isBrief(look) && (!look.ended || look.kind === KIND.asked) && look.size <= LONGEST

/** The sort of a piece's last word, by the number of `TAGS`: by all its words where they are asked for anyway, which saves a question. */
export const lastSort = (words: Reading, look: Look): number =>
  tagAt(hasContent(look) ? (words.tags(look.text).at(-1) ?? '') : words.lastTag(look.text))

/** The same of its first word. */
export const firstSort = (words: Reading, look: Look): number =>
  tagAt(hasContent(look) ? (words.tags(look.text)[0] ?? '') : words.firstTag(look.text))

export function wordingFeatures(f: number[], sheet: Sheet, p: Piece): void {
  const { look } = p
  const brief = isBrief(look)
  if (brief && characterOf(look.begins) === HAN) f.push(FIRST_LETTER(letterOf(look.begins)))
  if (brief && !look.ended && characterOf(look.ends) === HAN) f.push(LAST_LETTER(letterOf(look.ends)))
  if (look.cues.length === 0) f.push(PLAIN_SIZE(sizeOf(look.size)), PLAIN_KIND(look.kind, +look.ended))
  if (sheet.words && brief && !look.ended && characterOf(look.ends) === HAN) {
    const sort = lastSort(sheet.words, look)
    f.push(LAST_SORT(sort), LAST_SORT_SIZE(sort, sizeOf(look.size)))
  }
  if (sheet.words && hasContent(look)) contentFeatures(f, sheet.words.tags(look.text), look)
}

/** Longer pieces are no headings. */
const LONGEST = 36
/** What a heading begins with, by the segmenter's tags; the first that the tag begins with. */
const STARTS: Values = ['nr', 'ns', 'nt', 'nz', 'n', 'v', 'a', 'm', 't', 'd', 'r', 'p', 'f', 'l', 'i', 'x']
const NAMED: Values = ['none', 'person', 'place', 'several']
const VERBS: Values = ['none', 'first', 'inside', 'last', 'several']
const FIRST_SORT = evidence`first-word=${STARTS}&size=${SIZES}`
const SPEAKS_OF = evidence`names-in=${NAMED}&verb=${VERBS}&kind=${KINDS}`
const SPEAKS_OF_SIZE = evidence`names-in=${NAMED}&size=${SIZES}`
const VERB_SIZE = evidence`verb=${VERBS}&size=${SIZES}`

/** A story's headline says who does what and where; a crosshead or a badge seldom names anybody or any place. */
function contentFeatures(f: number[], tags: readonly string[], { size, kind }: Look): void {
  let verbs = 0
  let verb = 0
  let person = false
  let place = false
  tags.forEach((tag, i) => {
    if (tag.startsWith('nr')) person = true
    else if (tag === 'ns' || tag === 'nt') place = true
    else if (tag[0] === 'v' && tag !== 'vn' && ++verbs === 1) verb = i === 0 ? 1 : i + 1 === tags.length ? 3 : 2
  })
  if (verbs > 1) verb = 4
  const named = person ? (place ? 3 : 1) : place ? 2 : 0
  const start = STARTS.findIndex((sort) => (tags[0] ?? 'x').startsWith(sort))
  const length = sizeOf(size)
  f.push(FIRST_SORT(start < 0 ? STARTS.length - 1 : start, length))
  f.push(SPEAKS_OF(named, verb, kind), SPEAKS_OF_SIZE(named, length), VERB_SIZE(verb, length))
}
