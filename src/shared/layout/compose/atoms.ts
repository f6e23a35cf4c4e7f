/** A paragraph as atoms: what a line is made of and may be broken between. All widths are in em of the paragraph's size. */
import { THIN } from '../../page/spread.ts'
import { advance } from '../advances.ts'
import type { Face } from '../advances.ts'
import { sizeOf } from './dress.ts'
import type { Dress, DressChange } from './dress.ts'
import {
  hasAirBefore,
  hasAirBehind,
  isBlank,
  isPair,
  isSmall,
  isWestern,
  mayEndLine,
  mayStartLine,
  standsCloseBefore,
  standsCloseBehind,
} from '../chars.ts'
import { HYPHEN, syllablesOf } from './hyphens.ts'
import { LONGEST_WORD, pieceEnd, tieAt } from './western.ts'
import type { Tie } from './western.ts'

/** A piece that is never broken. `[start, end)` are UTF-16 offsets into the text; `gap` is the air before it, in em. */
export type Atom = Dress & {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly width: number
  readonly gap: number
  readonly kind: 'han' | 'mark' | 'pair' | 'western' | 'blank'
  /** True if a line may end before this atom. */
  readonly breakBefore: boolean
  /** Goes on with the Western word or the figure before it: a line that is filled gets no air here. */
  readonly tied: boolean
  /** A further part of a word: a line that ends before it gets a hyphen so many em wide. */
  readonly hyphen?: number
}

/** Air between Chinese and Western text, by CLREQ a quarter em. */
export const QUARTER = 0.25
/** What two marks side by side lose, by CLREQ half an em. */
const HALF = 0.5

/** How the atoms of a paragraph are made: its face, other dresses from offsets on (in order), and the width of a blank in em. */
type Making = {
  readonly face: Face
  readonly changes?: readonly DressChange[]
  readonly blank?: number
  readonly halfMarks?: boolean
  /** The column's width in em: a Western word wider than that is parted, or broken anywhere. */
  readonly measure: number
  /** Words that a column could hold are parted too, so that lines are filled. */
  readonly parted?: boolean
}

/** The atoms of `text`. */
export function atomsOf(text: string, making: Making): readonly Atom[] {
  const changes = making.changes ?? []
  const atoms: Atom[] = []
  let change = 0
  let dress: Dress = { face: making.face }
  let at = 0
  let torn = 0
  while (at < text.length) {
    for (let next = changes[change]; next && next.start <= at; next = changes[++change]) dress = next
    const first = String.fromCodePoint(text.codePointAt(at) ?? 0x20)
    let piece = isPair(first, text[at + 1]) ? first + first : first
    const western = isWestern(first)
    const tie = at < torn ? 'open' : tieAt(text, at)
    if (western && at >= torn) {
      const end = pieceEnd(text, at, changes[change]?.start ?? text.length)
      const word = text.slice(at, end)
      const isWide = word.length > LONGEST_WORD || widthOf(word, 'western', faceFor(word, dress.face)) > making.measure
      const parts = isWide || making.parted ? syllablesOf(text, at, end) : [word]
      if (parts.length > 1 && parts.every((part) => fits(part, dress.face, making.measure))) {
        for (const [i, part] of parts.entries()) {
          atoms.push(i === 0 ? atomOf(part, at, tie, dress, atoms, making) : partOf(part, at, dress))
          at += part.length
        }
        continue
      }
      if (isWide) torn = end
      else piece = word
    }
    atoms.push(atomOf(piece, at, tie, { ...dress, face: faceFor(piece, dress.face) }, atoms, making))
    at += piece.length
  }
  return atoms
}

/** 楷体 has quotation marks, dashes and ellipses of Western width, which 宋体 has not; 宋体 and 黑体 lack small figures. */
const faceFor = (piece: string, face: Face): Face =>
  isSmall(piece) ? 'kai' : face === 'kai' && /^[“”‘’—…·]/.test(piece) ? 'song' : face

function atomOf(
  text: string,
  start: number,
  tie: Tie | undefined,
  dress: Dress,
  atoms: readonly Atom[],
  making: Making,
): Atom {
  const { face, script, dotted } = dress
  const kind = kindOf(text)
  const before = atoms.at(-1)
  const atom: Atom = {
    text,
    start,
    end: start + text.length,
    face,
    kind,
    width: kind === 'blank' ? blankWidth(text, making.blank ?? QUARTER) : widthOf(text, kind, face) * sizeOf(dress),
    gap: before && !script ? gapOf(before, text, kind, tie, making.halfMarks) : 0,
    // What is raised or lowered belongs to what stands before it.
    breakBefore:
      kind !== 'blank' && before !== undefined && !script && tie !== 'closed' && mayBreak(before, text, atoms),
    tied: tie !== undefined,
  }
  const isDotted = kind === 'han' && dotted
  return script || isDotted ? { ...atom, ...(script && { script }), ...(isDotted && { dotted }) } : atom
}

/** Whether a line can hold this part of a word and a hyphen. */
const fits = (part: string, face: Face, measure: number): boolean =>
  widthOf(part, 'western', face) + advance(face, HYPHEN) <= measure

/** A further part of a word. */
const partOf = (text: string, start: number, dress: Dress): Atom => ({
  text,
  start,
  end: start + text.length,
  face: dress.face,
  ...(dress.script && { script: dress.script }),
  kind: 'western',
  width: widthOf(text, 'western', dress.face) * sizeOf(dress),
  gap: 0,
  breakBefore: true,
  tied: true,
  hyphen: advance(dress.face, HYPHEN) * sizeOf(dress),
})

/** The air before an atom, with what stands between any two characters but within a word, which is drawn as one. */
export const airBefore = ({ gap, hyphen, start, end }: Atom, track: number): number =>
  hyphen === undefined && start < end ? gap + track : gap

/** The hyphen that ends a line before `part`: it stands for no character of the text. */
export const hyphenBefore = ({ start, face, script, hyphen = 0 }: Atom): Atom => ({
  text: HYPHEN,
  start,
  end: start,
  face,
  ...(script && { script }),
  kind: 'western',
  width: hyphen,
  gap: 0,
  breakBefore: false,
  tied: true,
})

function kindOf(text: string): Atom['kind'] {
  const first = text[0] ?? ' '
  if (isBlank(first)) return 'blank'
  if (isPair(first, text[1])) return 'pair'
  if (isWestern(first)) return 'western'
  return hasAirBefore(first) || hasAirBehind(first) ? 'mark' : 'han'
}

const blankWidth = (text: string, blank: number): number =>
  text === '\u3000' ? 1 : text === '\n' ? 0 : text === THIN ? QUARTER : blank

function gapOf(before: Atom, text: string, kind: Atom['kind'], tie: Tie | undefined, halfMarks = false): number {
  if (tie) return before.kind === 'mark' ? -HALF : 0 // the air of an apostrophe, of a colon between figures
  return halfMarks ? halfGap(before, text, kind) : gapBetween(before, text, kind)
}

/** All marks half an em wide: what stands on either side of the gap gives its air. */
function halfGap(before: Atom, text: string, kind: Atom['kind']): number {
  const given = (before.kind === 'mark' && hasAirBehind(before.text) ? HALF : 0) + (hasAirBefore(text) ? HALF : 0)
  return given > 0 ? -given : gapBetween(before, text, kind)
}

function widthOf(text: string, kind: Atom['kind'], face: Face): number {
  if (kind === 'pair') return 2
  if (kind === 'western') {
    let sum = 0
    for (const c of text) sum += advance(face, c)
    return sum
  }
  return kind === 'mark' ? 1 : advance(face, text)
}

function gapBetween(before: Atom, text: string, kind: Atom['kind']): number {
  if (before.kind === 'mark' && kind === 'mark') {
    const opens = hasAirBefore(text)
    return hasAirBehind(before.text) || (hasAirBefore(before.text) && opens) ? -HALF : 0
  }
  const meets =
    (before.kind === 'western' && kind === 'han' && isWritten(text) && !standsCloseBefore(before.text)) ||
    (before.kind === 'han' && kind === 'western' && isWritten(before.text) && !standsCloseBehind(text))
  return meets ? QUARTER : 0
}

/** A character of Chinese or Japanese writing: signs like ℃, — and ～ stand close to their figures. */
function isWritten(text: string): boolean {
  const code = text.charCodeAt(text.length - 1)
  return (code >= 0x2e80 && code <= 0x9fff && !(code >= 0x3001 && code <= 0x3020)) || (code >= 0xdc00 && code <= 0xfaff)
}

/** Blanks go with the line that they end: what stands on either side of them decides. */
function mayBreak(before: Atom, text: string, atoms: readonly Atom[]): boolean {
  const last = before.kind === 'blank' ? atoms.findLast((a) => a.kind !== 'blank') : before
  return mayStartLine(text[0] ?? ' ') && mayEndLine(last?.text.at(-1) ?? '一')
}
