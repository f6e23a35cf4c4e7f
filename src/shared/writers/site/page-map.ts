/** Our own typeset page as a drawing: its lines at their places, and over each story a region that leads to it. */
import type { Element, ElementContent, Properties } from 'hast'
import { DOT, riseOf, sizeOf } from '../../layout/compose/dress.ts'
import { dotsOf } from '../../layout/compose/runs.ts'
import type { Composed } from '../../layout/compose.ts'
import type { ComposedPage, Item, TextLine } from '../../layout/geometry.ts'
import type { Page } from '../../page/page.ts'
import { cleanText } from '../text.ts'

/** What a story's region says and where it leads. `here` marks the story that is being read. */
export type Region = {
  readonly article: string
  readonly title: string
  readonly href: string
  readonly here?: boolean
}

/** A rectangle in points from the trim's top left corner. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The address of a picture's file, or undefined where there is only its place. */
export type PictureHref = (sha256: string) => string | undefined

export type Areas = ReadonlyMap<string, Area>

/** What each story takes up on each sheet. */
export function areasOfSheets(page: Page, composed: Composed): readonly Areas[] {
  const owner = new Map(page.articles.flatMap((a) => a.blocks.map((b) => [b.id, a.id] as const)))
  return composed.pages.map((sheet) => areasOf(sheet, owner))
}

/** A sheet as a drawing: with `href` its whole text and pictures, else the regions alone. */
export function sheetMap(
  sheet: ComposedPage,
  areas: Areas | undefined,
  regions: readonly Region[],
  href?: PictureHref,
): Element {
  return element(
    'svg',
    {
      className: href ? ['map'] : ['map', 'bare'],
      viewBox: `0 0 ${n(sheet.width)} ${n(sheet.height)}`,
      role: 'group',
      ariaLabel: '版面图',
    },
    [
      element('rect', { className: ['sheet'], width: n(sheet.width), height: n(sheet.height) }),
      ...(href ? [element('g', { className: ['ink'], ariaHidden: 'true' }, drawn(sheet.items, href))] : []),
      ...regions.flatMap((r, i) => regionElement(r, i + 1, areas?.get(r.article))),
    ],
  )
}

/** A sheet in small: where its stories stand, without any text or link. */
export const sheetThumb = (sheet: ComposedPage, areas: Areas | undefined): Element =>
  element(
    'svg',
    { className: ['map', 'bare'], viewBox: `0 0 ${n(sheet.width)} ${n(sheet.height)}`, ariaHidden: 'true' },
    [
      element('rect', { className: ['sheet'], width: n(sheet.width), height: n(sheet.height) }),
      ...[...(areas?.values() ?? [])].map((area) => element('rect', { className: ['leaf'], ...rectOf(area) })),
    ],
  )

const rectOf = (a: Area) => ({ x: n(a.x), y: n(a.y), width: n(a.width), height: n(a.height) })

/** Its number ties it to its line in the list of stories beside it. */
function regionElement(r: Region, number: number, area: Area | undefined): ElementContent[] {
  if (!area) return []
  const className = ['region', `n${number}`, ...(r.here ? ['here'] : [])]
  return [
    element('a', { className, href: r.href, ariaLabel: r.title }, [
      element('title', {}, [{ type: 'text', value: r.title }]),
      element('rect', rectOf(area)),
    ]),
  ]
}

/** Plain objects: a page has thousands of lines, and building them by selectors costs more than setting them. */
const element = (tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
})

const MARGIN = 4

/** What each article takes up on the sheet, by everything of it that is drawn there. */
function areasOf(sheet: ComposedPage, owner: ReadonlyMap<string, string>): Areas {
  const edges = new Map<string, { x1: number; y1: number; x2: number; y2: number }>()
  for (const item of sheet.items) {
    const article = 'block' in item ? owner.get(item.block) : undefined
    const extent = article === undefined ? undefined : extentOf(item)
    if (article === undefined || !extent) continue
    const e = edges.get(article) ?? { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity }
    e.x1 = Math.min(e.x1, extent.x)
    e.y1 = Math.min(e.y1, extent.y)
    e.x2 = Math.max(e.x2, extent.x + extent.width)
    e.y2 = Math.max(e.y2, extent.y + extent.height)
    edges.set(article, e)
  }
  return new Map(
    [...edges].map(([article, e]) => [
      article,
      { x: e.x1 - MARGIN, y: e.y1 - MARGIN, width: e.x2 - e.x1 + 2 * MARGIN, height: e.y2 - e.y1 + 2 * MARGIN },
    ]),
  )
}

function extentOf(item: Item): Area | undefined {
  switch (item.kind) {
    case 'line': {
      if (item.vertical) return { x: item.x, y: item.y, width: item.size, height: lengthOf(item) }
      return { x: item.x + startOf(item), y: item.y - item.size, width: lengthOf(item), height: item.size * 1.2 }
    }
    case 'photo':
    case 'box':
      return item
    case 'rule':
      return undefined
  }
}

const startOf = (line: TextLine): number => (line.runs[0]?.x ?? 0) * line.size

/** From the first run's start to the last one's end, in points. */
function lengthOf(line: TextLine): number {
  const last = line.runs.at(-1)
  return last ? (last.x + last.width) * line.size - startOf(line) : 0
}

/** Lines of one face, size and ink share a group, which keeps the drawing small. */
function drawn(items: readonly Item[], href: PictureHref): ElementContent[] {
  const shapes = items.flatMap((item) => shapeOf(item, href))
  const groups = new Map<string, TextLine[]>()
  for (const item of items) {
    if (item.kind !== 'line' || item.runs.length === 0) continue
    const id = [faceOf(item), n(item.size), rgb(item.ink)].join(' ')
    const group = groups.get(id)
    if (group) group.push(item)
    else groups.set(id, [item])
  }
  const lines = [...groups].map(([id, list]) => {
    const [face = 'song', size = '9', fill = '#000'] = id.split(' ')
    return element(
      'g',
      { className: [face], fontSize: size, fill },
      list.flatMap((line) => [lineElement(line), ...dotElements(line)]),
    )
  })
  return [...shapes, ...lines]
}

function shapeOf(item: Item, href: PictureHref): ElementContent[] {
  switch (item.kind) {
    case 'rule':
      return [
        element('path', {
          d: `M${n(item.x1)} ${n(item.y1)}L${n(item.x2)} ${n(item.y2)}`,
          stroke: rgb(item.ink),
          strokeWidth: n(item.weight),
        }),
      ]
    case 'box':
      return [
        element('rect', {
          x: n(item.x),
          y: n(item.y),
          width: n(item.width),
          height: n(item.height),
          fill: item.fill ? rgb(item.fill) : 'none',
          ...(item.stroke && { stroke: rgb(item.stroke.ink), strokeWidth: n(item.stroke.weight) }),
        }),
      ]
    case 'photo': {
      const place = { x: n(item.x), y: n(item.y), width: n(item.width), height: n(item.height) }
      const file = item.sha256 === undefined ? undefined : href(item.sha256)
      if (file === undefined) return [element('rect', { className: ['photo'], ...place })]
      return [element('image', { href: file, ...place, preserveAspectRatio: 'xMidYMid slice' })]
    }
    case 'line':
      return []
  }
}

/** `textLength` keeps the composed width whatever font the reader's system has. */
function lineElement(line: TextLine): Element {
  const text = textOf(line)
  if (line.vertical) {
    const [x, size] = [n(line.x), line.size]
    const ys = [...text].map((_, i) => n(line.y + size * (i + 0.88)))
    return element('text', { x: ys.map(() => x).join(' '), y: ys.join(' ') }, [{ type: 'text', value: text }])
  }
  const face = faceOf(line)
  const content = line.runs.some((r) => r.face !== face || r.script)
    ? line.runs.map((r, i) => element('tspan', lookOf(line, i, face), [{ type: 'text', value: runText(line, i) }]))
    : [{ type: 'text' as const, value: text }]
  const place = { x: n(line.x + startOf(line)), y: n(line.y) }
  return element('text', text.length > 1 ? { ...place, textLength: n(lengthOf(line)) } : place, content)
}

/** What sets the run at `at` apart from the rest of its line: another face, a smaller size, the step up or down from the run before. */
function lookOf(line: TextLine, at: number, face: string) {
  const run = line.runs[at]
  const before = line.runs[at - 1]
  const step = (before ? riseOf(before) : 0) - (run ? riseOf(run) : 0)
  return {
    ...(run && run.face !== face && { className: [run.face] }),
    ...(run?.script && { fontSize: n(line.size * sizeOf(run)) }),
    ...(step !== 0 && { dy: n(step * line.size) }),
  }
}

const dotElements = (line: TextLine): readonly Element[] =>
  line.runs.flatMap((run) =>
    dotsOf(run).map(({ x, y }) =>
      element('circle', {
        cx: n(line.x + x * line.size),
        cy: n(line.y + y * line.size),
        r: n(DOT.radius * line.size),
      }),
    ),
  )

/** The line's text, with a blank where the composed line leaves one out. */
const textOf = (line: TextLine): string => line.runs.map((_, i) => runText(line, i)).join('')

function runText(line: TextLine, at: number): string {
  const run = line.runs[at]
  const last = line.runs[at - 1]
  const text = cleanText(run?.text ?? '').replaceAll('\n', '')
  return run && last && run.start > last.start + last.text.length ? ` ${text}` : text
}

/** The face of the line's end: a dateline in another stands at its beginning. */
const faceOf = (line: TextLine): string => line.runs.at(-1)?.face ?? 'song'

/** Four inks in percent as a colour of the screen. */
function rgb(ink: TextLine['ink']): string {
  const light = 1 - ink[3] / 100
  const part = (i: number) =>
    Math.round(255 * (1 - i / 100) * light)
      .toString(16)
      .padStart(2, '0')
  return `#${part(ink[0])}${part(ink[1])}${part(ink[2])}`
}

const n = (x: number): string => String(Math.round(x * 10) / 10)
