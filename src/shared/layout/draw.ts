/** Composed pages → Typst source: every run at its place, so that Typst decides nothing. */
import { DASH_PAIR, FACE_FONT, FALLBACK } from './advances.ts'
import type { Face } from './advances.ts'
import { hasAirBefore } from './chars.ts'
import type { Composed } from './compose.ts'
import { PLACEHOLDER } from './geometry.ts'
import type { ComposedPage, Item, Photo, TextLine } from './geometry.ts'
import { cellsOf } from './compose/runs.ts'
import type { Cell, Run } from './compose/runs.ts'
import { MM } from './template.ts'
import type { Ink } from './template.ts'

/** A composed page and what its outline says, by block id. */
export type Sheet = { readonly composed: Composed; readonly outline: ReadonlyMap<string, string> }

export type DrawOptions = {
  readonly title?: string
  readonly author?: string
  readonly keywords?: readonly string[]
  /** Grey instead of the four inks: PDF/A knows no ink without a profile. */
  readonly grey?: boolean
  /** Bleed and crop marks around the trim. */
  readonly marks?: boolean
  /** Name of a picture among the typesetter's files, or undefined for a placeholder. */
  readonly picture?: (sha256: string) => string | undefined
}

/** Typst source of all pages of `sheets`, one file. */
export function typstOf(sheets: readonly Sheet[], options: DrawOptions = {}): string {
  const pages = sheets.flatMap(({ composed, outline }) => {
    const seen = new Set<string>()
    return composed.pages.map((p) => pageOf(p, composed.template.trim.bleed * MM, { ...options, outline, seen }))
  })
  return [preamble(options), ...pages].join('\n')
}

type Drawing = DrawOptions & { readonly outline: ReadonlyMap<string, string>; readonly seen: Set<string> }

function preamble(o: DrawOptions): string {
  const faces = (Object.keys(FACE_FONT) as Face[]).map(
    (f, i) =>
      `#let f${i}(s,t,b)=text(font:("${FACE_FONT[f].family}","${FALLBACK}"),weight:${FACE_FONT[f].weight},size:s*1pt,tracking:t*1pt,b)`,
  )
  const keywords = (o.keywords ?? []).map((k) => `${quote(k)},`).join('')
  return [
    `#set document(title:${quote(o.title ?? '')},author:${quote(o.author ?? '')},keywords:(${keywords}),date:none)`,
    `#set text(lang:"zh",region:"cn",fallback:true,cjk-latin-spacing:none,top-edge:"baseline",bottom-edge:"baseline",features:("kern":0,"liga":0),fill:${colour([0, 0, 0, 100], o)})`,
    '#show heading: it => []',
    ...faces,
    '#let p(x,y,b)=place(dx:x*1pt,dy:y*1pt,b)',
    '#let d(w,b)=scale(x:w,origin:left,b)',
  ].join('\n')
}

/** Length of a crop mark and its distance from the trim, in points. */
const MARK = 18
const MARK_OFF = 9

/** From the edge of a sheet with crop marks to its trim, in points. */
export const sheetEdge = (bleed: number): number => Math.max(bleed, MARK_OFF) + MARK

function pageOf(page: ComposedPage, bleed: number, o: Drawing): string {
  const items = page.items.map((item) => itemOf(item, o))
  const size = (width: number, height: number) => `#page(width:${n(width)}pt,height:${n(height)}pt,margin:0pt)[`
  if (!o.marks) return [size(page.width, page.height), ...items, ']'].join('\n')
  const edge = sheetEdge(bleed)
  const frame = `#p(${n(edge)},${n(edge)},box(width:${n(page.width)}pt,height:${n(page.height)}pt)[`
  return [
    size(page.width + 2 * edge, page.height + 2 * edge),
    ...cropMarks(page, edge, bleed, o),
    frame,
    ...items,
    '])',
    ']',
  ].join('\n')
}

/** Two short rules at each corner, off the bleed. */
function cropMarks(page: ComposedPage, edge: number, bleed: number, o: Drawing): readonly string[] {
  const off = Math.max(bleed, MARK_OFF)
  const rule = (x1: number, y1: number, x2: number, y2: number) =>
    itemOf({ kind: 'rule', x1, y1, x2, y2, weight: 0.25, ink: [100, 100, 100, 100] }, o)
  return [edge, edge + page.width].flatMap((x, right) =>
    [edge, edge + page.height].flatMap((y, foot) => [
      rule(right ? x + off : x - off - MARK, y, right ? x + off + MARK : x - off, y),
      rule(x, foot ? y + off : y - off - MARK, x, foot ? y + off + MARK : y - off),
    ]),
  )
}

function itemOf(item: Item, o: Drawing): string {
  switch (item.kind) {
    case 'line': {
      const title = o.seen.has(item.block) ? undefined : o.outline.get(item.block)
      o.seen.add(item.block)
      const mark =
        title === undefined
          ? ''
          : `#p(${n(item.x)},${n(item.y - item.size)},heading(bookmarked:true,${quote(title)}))\n`
      return mark + item.runs.map((r) => runOf(item, r, o)).join('\n')
    }
    case 'rule':
      return `#place(line(start:(${n(item.x1)}pt,${n(item.y1)}pt),end:(${n(item.x2)}pt,${n(item.y2)}pt),stroke:${n(item.weight)}pt+${colour(item.ink, o)}))`
    case 'box': {
      const fill = item.fill ? `,fill:${colour(item.fill, o)}` : ''
      const stroke = item.stroke ? `,stroke:${n(item.stroke.weight)}pt+${colour(item.stroke.ink, o)}` : ''
      return `#p(${n(item.x)},${n(item.y)},rect(width:${n(item.width)}pt,height:${n(item.height)}pt${fill}${stroke}))`
    }
    case 'photo': {
      const path = item.sha256 ? o.picture?.(item.sha256) : undefined
      if (path)
        return `#p(${n(item.x)},${n(item.y)},image(${quote(path)},width:${n(item.width)}pt,height:${n(item.height)}pt,fit:"cover"))`
      return placeholder(item, o)
    }
  }
}

/** A picture still to come, as desks draw it: a light box with its diagonals. */
function placeholder(p: Photo, o: DrawOptions): string {
  const stroke = `0.3pt+${colour(PLACEHOLDER.stroke, o)}`
  const diagonal = (y1: number, y2: number) =>
    `#place(line(start:(${n(p.x)}pt,${n(y1)}pt),end:(${n(p.x + p.width)}pt,${n(y2)}pt),stroke:${stroke}))`
  return [
    `#p(${n(p.x)},${n(p.y)},rect(width:${n(p.width)}pt,height:${n(p.height)}pt,fill:${colour(PLACEHOLDER.fill, o)},stroke:${stroke}))`,
    diagonal(p.y, p.y + p.height),
    diagonal(p.y + p.height, p.y),
  ].join('\n')
}

function runOf(line: TextLine, run: Run, o: DrawOptions): string {
  const index = Object.keys(FACE_FONT).indexOf(run.face)
  const inked = (body: string) => (isBlack(line.ink) ? body : `text(fill:${colour(line.ink, o)},${body})`)
  const set = (text: string, track = 0) => inked(`f${index}(${n(line.size)},${n(track)},${quote(text)})`)
  if (line.vertical)
    return cellsOf(run)
      .map((cell) => cellOf(line, cell, set))
      .join('\n')
  const body = set(run.text, run.track * line.size)
  const drawn = run.text === '——' ? `d(${n(200 / DASH_PAIR[run.face])}%,${body})` : body
  return `#p(${n(line.x + (run.x + shiftOf(run.text, run.track * line.size)) * line.size)},${n(line.y)},${drawn})`
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

const colour = (ink: Ink, o: DrawOptions): string =>
  o.grey
    ? `luma(${n(Math.max(0, 100 - (ink[0] * 0.3 + ink[1] * 0.59 + ink[2] * 0.11) - ink[3]))}%)`
    : `cmyk(${ink.map((i) => `${n(i)}%`).join(',')})`

const quote = (s: string): string => `"${s.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`
const n = (x: number): string => String(Math.round(x * 1000) / 1000)
