/** The evidence about one piece: short names of what was seen, each weighed for every role by the learned table. */
import { beginOf, endOf, sizeOf } from './classes.ts'
import { DANGLING, isBodyAt, joinFeatures, neighbourFeatures, onwardFeatures, runFeatures } from './features-around.ts'
import type { Sheet } from './lattice.ts'
import type { Look } from './look.ts'

export type Piece = {
  readonly line: number
  /** Offset of the piece in its line's text. */
  readonly at: number
  readonly first: boolean
  readonly last: boolean
  readonly look: Look
  readonly glueBefore: number
  readonly glueAfter: number
}

/** The names of everything seen about `piece`; pure, the same for the same page. */
export function featuresOf(sheet: Sheet, piece: Piece): string[] {
  const f: string[] = ['any']
  ownFeatures(f, piece.look)
  placeFeatures(f, sheet, piece)
  neighbourFeatures(f, sheet, piece)
  runFeatures(f, sheet, piece)
  joinFeatures(f, sheet, piece)
  onwardFeatures(f, sheet, piece)
  return f
}

function ownFeatures(f: string[], l: Look): void {
  const size = sizeOf(l.size)
  f.push(
    `size=${size}`,
    `kind=${l.kind}`,
    `ended=${l.ended}`,
    `size=${size}&ended=${l.ended}`,
    `end=${endOf(l.text)}`,
    `begin=${beginOf(l.text)}`,
  )
  for (const cue of l.cues) f.push(`cue:${cue}`)
  if (l.size <= 40) for (const cue of l.cues) if (PAIRED.has(cue)) f.push(`cue:${cue}&brief`)
  if (l.quotes !== 0) f.push(l.quotes > 0 ? 'quote-left-open' : 'quote-unopened')
  if (l.brackets !== 0) f.push(l.brackets > 0 ? 'bracket-left-open' : 'bracket-unopened')
  f.push(`commas=${Math.min(l.commas, 3)}`, `stops=${Math.min(l.stops, 3)}`, `names=${l.names > 3 ? 'many' : l.names}`)
  if (l.size < 60)
    f.push(`groups=${Math.min(l.groups, 5)}`, `groups=${Math.min(l.groups, 5)}&commas=${Math.min(l.commas, 2)}`)
  if (l.digits > 0) f.push(l.digits * 3 > l.size ? 'digits=most' : 'digits=some')
}

const PAIRED = new Set([
  'photo-tail',
  'photo-take',
  'photo-given',
  'picture-ref',
  'picture-in',
  'date-head',
  'reporter-any',
  'jump-see',
  'note-head',
  'bracket-all',
  'question',
  'question-tail',
  'square-head',
  'section-name',
  'paper-name',
  'bullet',
  'dash-tail',
  'dash-head',
  'says',
])

function placeFeatures(f: string[], sheet: Sheet, p: Piece): void {
  const line = sheet.lines[p.line]!
  const marks = sheet.marked ? (line.level > 0 ? 'yes' : 'no') : 'none'
  f.push(`marks=${marks}`, `marks=${marks}&kind=${p.look.kind}`)
  if (line.level > 0) f.push(`level=${Math.min(line.level, 3)}`)
  f.push(
    `cut=${p.first ? 'line' : 'mid'}-${p.last ? 'line' : 'mid'}`,
    `cut=${p.first ? 'line' : 'mid'}-${p.last ? 'line' : 'mid'}&kind=${p.look.kind}`,
  )
  if (p.glueBefore > 0) f.push(`glued-before=${Math.min(4, Math.floor(p.glueBefore))}`)
  if (p.glueAfter > 0)
    f.push(`glued-after=${Math.min(4, Math.floor(p.glueAfter))}`, `glued-after&size=${sizeOf(p.look.size)}`)
  if (p.line === 0) f.push('page-top')
  if (p.line === sheet.lines.length - 1) f.push('page-end')
  if (p.line < 4) f.push('near-top', `near-top&kind=${p.look.kind}`)
  if (p.look.kind === 'cut' && p.look.size < 36 && p.look.stops === 0)
    f.push(...coupletFeatures(p.look, isBodyAt(sheet, p.line - 1), sheet.looks[p.line - 1]?.ended ?? true))
  if (p.look.kind === 'short' || p.look.kind === 'label') {
    f.push(`lonely=${Math.min(sheet.lonely, 4)}&marks=${marks}`, `short&size=${sizeOf(p.look.size)}&marks=${marks}`)
    if (sheet.marked && line.level === 0) f.push('short-unmarked')
    const { size } = p.look
    const alike = sheet.lonelySizes.filter((n) => Math.abs(n - size) <= 3).length
    const alone = isBodyAt(sheet, p.line - 1) && isBodyAt(sheet, p.line + 1)
    const shut = sheet.looks[p.line - 1]?.ended ?? true
    const through = DANGLING.test(p.look.text) || /[，、：；]$/u.test(p.look.text)
    f.push(
      `alike=${Math.min(alike, 4)}&alone=${alone}`,
      `alone=${alone}&shut=${shut}&through=${through}`,
      ...coupletFeatures(p.look, alone, shut),
      `alone=${alone}&shut=${shut}&alike=${Math.min(alike, 3)}&commas=${Math.min(p.look.commas, 2)}`,
    )
  }
}

/** Headings like two halves of one length, parted by a comma or a blank; the first clause of a sentence seldom has them. */
function coupletFeatures({ text, size }: Look, alone: boolean, shut: boolean): readonly string[] {
  const halves = size <= 36 ? text.split(/[，,\s]+/u) : []
  if (halves.length !== 2) return []
  const apart = Math.abs(halves[0]!.length - halves[1]!.length)
  const even = apart === 0 ? 'even' : apart <= 2 ? 'near' : 'odd'
  return [`couplet=${even}`, `couplet=${even}&alone=${alone}&shut=${shut}`]
}
