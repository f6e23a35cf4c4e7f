/** A first, rough guess of what a piece is, for the neighbours' sake. */
import { cue } from './cues.ts'

export const KINDS = [
  'body',
  'cut',
  'short',
  'brief',
  'byline',
  'names',
  'credit',
  'picture',
  'keyword',
  'jump',
  'note',
  'furniture',
  'label',
  'dated',
  'asked',
] as const
export type Kind = (typeof KINDS)[number]
export const KIND = Object.fromEntries(KINDS.map((kind, n) => [kind, n])) as Readonly<Record<Kind, number>> // every kind is in it

type Counts = { readonly size: number; readonly commas: number; readonly stops: number }

const KEYWORD = cue('keyword')
const JUMP_TURN = cue('jump-turn')
const FURNITURE = ['folio-page', 'staff'].map(cue)
const DATED_FURNITURE = ['weekday', 'paper-name', 'paper-strip', 'full-date'].map(cue)
const PHOTO = ['photo-take', 'photo-given'].map(cue)
const PHOTO_TAIL = cue('photo-tail')
const REPORTER = ['reporter-any', 'by-label'].map(cue)
const NOTE_HEAD = cue('note-head')
const NOTE_AUTHOR = cue('note-author')
const BRACKET_ALL = cue('bracket-all')
const SOURCE = cue('source')
const PICTURE_REF = cue('picture-ref')
const PICTURE_IN = cue('picture-in')
const DATE_DAY_HEAD = cue('date-day-head')
const DATELINE = cue('dateline')
const LABEL_WORD = cue('label-word')
const ASKED = ['question-tail', 'exclaim-tail'].map(cue)
const ASK_HEAD = cue('ask-head')
const DAY_ENTRY = cue('day-entry')
/** Longer questions are text. */
const LONGEST_ASKED = 26

/** The kind of a piece with these cues and counts, by the number of `KIND`; `names`: twice how many it consists of. */
export function kindOf(cues: readonly number[], c: Counts, ended: boolean, names: number): number {
  const { size, commas, stops } = c
  if (cues.length > 0) {
    const kind = cuedKind(cues, c, ended, names)
    if (kind !== undefined) return kind
  } else if (names >= 2 && size <= 40 && !ended) return KIND.names
  if (size >= 45 || (ended && size >= 12)) return ended ? KIND.body : commas + stops > 0 ? KIND.cut : KIND.short
  if (ended) return KIND.brief
  if ((size >= 24 && !(size <= 36 && commas + stops === 0)) || (commas > 1 && size > 18) || stops > 0) return KIND.cut
  return size <= 8 && cues.includes(LABEL_WORD) ? KIND.label : KIND.short
}

function cuedKind(cues: readonly number[], c: Counts, ended: boolean, names: number): number | undefined {
  const { size, commas, stops } = c
  const has = (n: number) => cues.includes(n)
  if (has(KEYWORD) && size < 16) return KIND.keyword
  if (has(JUMP_TURN) && size < 24) return KIND.jump
  if (size <= 60 && !ended && FURNITURE.some(has)) return KIND.furniture
  if (!ended && commas < 2 && size < 28 && DATED_FURNITURE.some(has) && !has(ASK_HEAD) && !has(DAY_ENTRY))
    return KIND.furniture
  if (size <= 40 && !ended && (PHOTO.some(has) || (names > 0 && has(PHOTO_TAIL)))) return KIND.credit
  if (size <= 50 && names > 0 && REPORTER.some(has)) return KIND.byline
  if (names >= 2 && size <= 40 && !ended) return KIND.names
  if (has(NOTE_HEAD) || (has(NOTE_AUTHOR) && has(BRACKET_ALL)) || (size < 40 && has(SOURCE))) return KIND.note
  if (has(PICTURE_REF) || (size < 120 && stops <= 3 && has(DATE_DAY_HEAD) && has(PICTURE_IN))) return KIND.picture
  if (has(DATELINE)) return KIND.dated
  // a question or an exclamation that stands alone may be a heading
  return size <= LONGEST_ASKED && stops <= 2 && ASKED.some(has) && !has(ASK_HEAD) ? KIND.asked : undefined
}
