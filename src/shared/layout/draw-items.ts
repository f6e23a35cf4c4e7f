/** One thing of a composed page → Typst source: a line's runs at their places, a rule, a box, a picture or the place of one. */
import { DASH_PAIR, FACE_FONT } from './advances.ts'
import { hasAirBefore } from './chars.ts'
import { PLACEHOLDER } from './geometry.ts'
import type { Box, Photo, Rule, TextLine } from './geometry.ts'
import { DOT, riseOf, sizeOf } from './compose/dress.ts'
import { cellsOf, dotsOf } from './compose/runs.ts'
import type { Cell, Run } from './compose/runs.ts'
import type { Ink } from './template.ts'

export type Inking = {
  /** Grey instead of the four inks: PDF/A knows no ink without a profile. */
  readonly grey?: boolean
}

export const ruleOf = (item: Rule, o: Inking): string =>
  `#place(line(start:(${n(item.x1)}pt,${n(item.y1)}pt),end:(${n(item.x2)}pt,${n(item.y2)}pt),stroke:${n(item.weight)}pt+${colour(item.ink, o)}))`

export function boxOf(item: Box, o: Inking): string {
  const fill = item.fill ? `,fill:${colour(item.fill, o)}` : ''
  const stroke = item.stroke ? `,stroke:${n(item.stroke.weight)}pt+${colour(item.stroke.ink, o)}` : ''
  return `#p(${n(item.x)},${n(item.y)},rect(width:${n(item.width)}pt,height:${n(item.height)}pt${fill}${stroke}))`
}

/** A picture (`path` among the typesetter's files) or its place, as a figure that says what it shows. */
export function photoOf(item: Photo, path: string | undefined, alt: string, o: Inking): string {
  const drawn = path
    ? `image(${quote(path)},width:${n(item.width)}pt,height:${n(item.height)}pt,fit:"cover")`
    : placeholder(item, o)
  return `#p(${n(item.x)},${n(item.y)},figure(alt:${quote(alt)},${drawn}))`
}

/** A picture still to come, as desks draw it: a light box with its diagonals. */
function placeholder(p: Photo, o: Inking): string {
  const stroke = `0.3pt+${colour(PLACEHOLDER.stroke, o)}`
  const size = `width:${n(p.width)}pt,height:${n(p.height)}pt`
  const diagonal = (y1: number, y2: number) =>
    `place(line(start:(0pt,${n(y1)}pt),end:(${n(p.width)}pt,${n(y2)}pt),stroke:${stroke}))`
  return `rect(${size},inset:0pt,fill:${colour(PLACEHOLDER.fill, o)},stroke:${stroke},{${diagonal(0, p.height)};${diagonal(p.height, 0)}})`
}

/** The runs of a line; a blank between two words is said, though their places make it, and a hyphen that parts one is not. */
export const lineOf = (line: TextLine, o: Inking): string =>
  line.runs
    .map((r, i) => {
      const before = line.runs[i - 1]
      const isApart = before !== undefined && r.start > before.start + before.text.length
      const drawn = runOf(line, r, o)
      return r.hyphen ? `#pdf.artifact[${drawn}]` : (isApart ? '#[ ]' : '') + drawn
    })
    .join('\n')

function runOf(line: TextLine, run: Run, o: Inking): string {
  const index = Object.keys(FACE_FONT).indexOf(run.face)
  const inked = (body: string) => (isBlack(line.ink) ? body : `text(fill:${colour(line.ink, o)},${body})`)
  const set = (text: string, track = 0) => inked(`f${index}(${n(line.size * sizeOf(run))},${n(track)},${quote(text)})`)
  if (line.vertical)
    return cellsOf(run)
      .map((cell) => cellOf(line, cell, set))
      .join('\n')
  const body = set(run.text, run.track * line.size)
  const drawn = run.text === '——' ? `d(${n(200 / DASH_PAIR[run.face])}%,${body})` : body
  const x = line.x + (run.x + shiftOf(run.text, run.track * line.size)) * line.size
  return [`#p(${n(x)},${n(line.y - riseOf(run) * line.size)},${drawn})`, ...dots(line, run, o)].join('\n')
}

function dots(line: TextLine, run: Run, o: Inking): readonly string[] {
  const radius = DOT.radius * line.size
  return dotsOf(run).map(
    ({ x, y }) =>
      `#p(${n(line.x + x * line.size - radius)},${n(line.y + y * line.size - radius)},circle(radius:${n(radius)}pt,fill:${colour(line.ink, o)}))`,
  )
}

/**
 * Typst drops the air of an opening mark that starts its text (a quotation mark's only where characters are not spaced): half an
 * em, which the place makes good.
 */
function shiftOf(text: string, track = 0): number {
  const first = text[0] ?? ' '
  if (!hasAirBefore(first)) return 0
  return (first === '“' || first === '‘') && n(track) !== '0' && text.length > 1 ? 0 : 0.5
}

/** A character (or Western word) of a vertical line: upright with its vertical form; a word turned by a right angle. */
function cellOf(line: TextLine, cell: Cell, set: (text: string) => string): string {
  const x = line.x
  const y = line.y + cell.at * line.size
  if (cell.turned) {
    const stretched = cell.text === '——' ? `d(${n(200 / DASH_PAIR[cell.face])}%,${set(cell.text)})` : set(cell.text)
    return `#p(${n(x + line.size * 0.14)},${n(y)},rotate(90deg,origin:left+top,${stretched}))`
  }
  const shift = cell.width < 1 ? (1 - cell.width) / 2 : shiftOf(cell.text)
  return `#p(${n(x + shift * line.size)},${n(y + line.size * 0.88)},text(features:(kern:0,vert:1),${set(cell.text)}))`
}

const isBlack = (ink: Ink): boolean => ink[0] === 0 && ink[1] === 0 && ink[2] === 0 && ink[3] === 100

export const colour = (ink: Ink, o: Inking): string =>
  o.grey
    ? `luma(${n(Math.max(0, 100 - (ink[0] * 0.3 + ink[1] * 0.59 + ink[2] * 0.11) - ink[3]))}%)`
    : `cmyk(${ink.map((i) => `${n(i)}%`).join(',')})`

export const quote = (s: string): string => `"${s.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`
export const n = (x: number): string => String(Math.round(x * 1000) / 1000)
