/** Composed pages → Typst source: every run at its place, so that Typst decides nothing. */
import { FACE_FONT, FALLBACK } from './advances.ts'
import type { Face } from './advances.ts'
import type { Composed } from './compose.ts'
import { boxOf, colour, lineOf, n, photoOf, quote, ruleOf } from './draw-items.ts'
import type { Inking } from './draw-items.ts'
import type { ComposedPage, Item, TextLine } from './geometry.ts'
import { MM } from './template.ts'

/** What a block is to one who hears the page: a heading of a level, a paragraph; `alt` says what its picture shows. */
export type Said = {
  readonly heading?: 1 | 2
  /** What the outline says of the article that starts here. */
  readonly title?: string
  readonly alt?: string
}
/** A composed page and what its blocks are, by id; what is no block's (rules, jump lines, the strip) is not read aloud. */
export type Sheet = { readonly composed: Composed; readonly said: ReadonlyMap<string, Said> }

export type DrawOptions = Inking & {
  readonly title?: string
  readonly author?: string
  readonly keywords?: readonly string[]
  /** `YYYY-MM-DD`; without one the day of making. */
  readonly date?: string
  /** Bleed and crop marks around the trim. */
  readonly marks?: boolean
  /** Name of a picture among the typesetter's files, or undefined for a placeholder. */
  readonly picture?: (sha256: string) => string | undefined
}

/** Typst source of all pages of `sheets`, one file. */
export function typstOf(sheets: readonly Sheet[], options: DrawOptions = {}): string {
  const pages = sheets.flatMap(({ composed, said }) => {
    const seen = new Set<string>()
    return composed.pages.map((p) => pageOf(p, composed.template.trim.bleed * MM, { ...options, said, seen }))
  })
  return [preamble(options), ...pages].join('\n')
}

/** `seen`: the blocks of which a part stands already. */
type Drawing = DrawOptions & { readonly said: ReadonlyMap<string, Said>; readonly seen: Set<string> }

function preamble(o: DrawOptions): string {
  const faces = (Object.keys(FACE_FONT) as Face[]).map(
    (f, i) =>
      `#let f${i}(s,t,b)=text(font:("${FACE_FONT[f].family}","${FALLBACK}"),weight:${FACE_FONT[f].weight},size:s*1pt,tracking:t*1pt,b)`,
  )
  const keywords = (o.keywords ?? []).map((k) => `${quote(k)},`).join('')
  return [
    `#set document(title:${quote(o.title ?? '')},author:${quote(o.author ?? '')},keywords:(${keywords}),date:${dateOf(o.date)})`,
    `#set text(lang:"zh",region:"cn",fallback:true,cjk-latin-spacing:none,top-edge:"baseline",bottom-edge:"baseline",features:("kern":0,"liga":0),fill:${colour([0, 0, 0, 100], o)})`,
    '#show heading: it => place(it.body)',
    '#show heading.where(supplement:[o]): it => []',
    '#show figure: set block(spacing:0pt)',
    ...faces,
    '#let p(x,y,b)=place(dx:x*1pt,dy:y*1pt,b)',
    // a block's lines as one paragraph or heading, wherever they stand
    '#let b(b)=place(par(box(width:100%,height:0pt,b)))',
    '#let h(l,o,b)=heading(level:l,bookmarked:o,outlined:o,b)',
    '#let d(w,b)=scale(x:w,origin:left,b)',
  ].join('\n')
}

function dateOf(date: string | undefined): string {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  return year && month && day ? `datetime(year:${year},month:${month},day:${day})` : 'auto'
}

/** Length of a crop mark and its distance from the trim, in points. */
const MARK = 18
const MARK_OFF = 9

/** From the edge of a sheet with crop marks to its trim, in points. */
export const sheetEdge = (bleed: number): number => Math.max(bleed, MARK_OFF) + MARK

function pageOf(page: ComposedPage, bleed: number, o: Drawing): string {
  const items = groupsOf(page.items).map((group) => groupOf(group, o))
  const size = (width: number, height: number) => `#page(width:${n(width)}pt,height:${n(height)}pt,margin:0pt)[`
  if (!o.marks) return [size(page.width, page.height), ...items, ']'].join('\n')
  const edge = sheetEdge(bleed)
  const frame = `#p(${n(edge)},${n(edge)},box(width:${n(page.width)}pt,height:${n(page.height)}pt)[`
  return [
    size(page.width + 2 * edge, page.height + 2 * edge),
    `#pdf.artifact[${cropMarks(page, edge, bleed, o).join('\n')}]`,
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
    ruleOf({ kind: 'rule', x1, y1, x2, y2, weight: 0.25, ink: [100, 100, 100, 100] }, o)
  return [edge, edge + page.width].flatMap((x, right) =>
    [edge, edge + page.height].flatMap((y, foot) => [
      rule(right ? x + off : x - off - MARK, y, right ? x + off + MARK : x - off, y),
      rule(x, foot ? y + off : y - off - MARK, x, foot ? y + off + MARK : y - off),
    ]),
  )
}

/** Things that follow each other and belong together: the lines of a block; rules and boxes. */
type Group = { readonly block: string | undefined; readonly items: readonly Item[] }

function groupsOf(items: readonly Item[]): readonly Group[] {
  const groups: { block: string | undefined; items: Item[] }[] = []
  for (const item of items) {
    const block = item.kind === 'line' ? item.block : item.kind === 'photo' ? `photo ${item.block}` : undefined
    const last = groups.at(-1)
    if (last && last.block === block) last.items.push(item)
    else groups.push({ block, items: [item] })
  }
  return groups
}

function groupOf({ block, items }: Group, o: Drawing): string {
  const drawn = items.map((item, i) => {
    const before = items[i - 1]
    // lines of a heading are words apart
    const isApart = item.kind === 'line' && before?.kind === 'line' && item.start > before.end
    return (isApart ? '#[ ]' : '') + itemOf(item, o)
  })
  const body = drawn.join('\n')
  const said = block === undefined ? undefined : o.said.get(block)
  if (items[0]?.kind === 'photo') return body
  if (!said || block === undefined) return `#pdf.artifact[${body}]`
  const isFirst = !o.seen.has(block)
  o.seen.add(block)
  if (said.heading && isFirst) return `#h(${said.heading},${said.title !== undefined},[${body}])`
  const at = items.find((i): i is TextLine => i.kind === 'line')
  const mark =
    said.title !== undefined && isFirst && at
      ? `#p(${n(at.x)},${n(at.y - at.size)},heading(level:1,supplement:[o],bookmarked:true,${quote(said.title)}))\n`
      : ''
  return `${mark}#b[${body}]`
}

function itemOf(item: Item, o: Drawing): string {
  switch (item.kind) {
    case 'line':
      return lineOf(item, o)
    case 'rule':
      return ruleOf(item, o)
    case 'box':
      return boxOf(item, o)
    case 'photo':
      return photoOf(item, item.sha256 ? o.picture?.(item.sha256) : undefined, o.said.get(item.block)?.alt ?? '图片', o)
  }
}
