/** What names the page: the folio strip 报眉 of an inside page, the masthead 报头 of a front page; set from the page's own words. */
import type { Page, PageMeta } from '../../page/page.ts'
import type { Item, TextLine } from '../geometry.ts'
import { MM, spanWidth } from '../template.ts'
import type { Grid, Head, Template } from '../template.ts'
import { folioPieces } from './folio-words.ts'
import type { FolioPart, FolioPiece } from './folio-words.ts'
import { FACTS, drawMasthead } from './masthead.ts'
import { drawStrip } from './strip.ts'
import type { FolioSaid } from './said.ts'
import { setBlock } from './set.ts'

/** A front page is numbered 1: `1`, `01`, `A01`. Without the paper's name there is no masthead to make one. */
const isFront = (meta: PageMeta): boolean => /^A?0*1$/i.test(meta.number ?? '') && Boolean(meta.publication)

/** What stands over sheet `index` of the page; a rule over nothing would be a strip that lost its words. */
export function headOf({ meta, articles }: Page, index: number): Head {
  if (index === 0 && isFront(meta)) return 'masthead'
  if (meta.publication || meta.number || meta.date || meta.section) return 'strip'
  return index === 0 && articles.some((a) => a.blocks.some((b) => b.role === 'folio')) ? 'strip' : 'none'
}

/** 第4版, A04版: the name of the sheet `index` sheets on. */
export function pageLabel(meta: PageMeta, index: number): string {
  const [, letters = '', digits = ''] = /^(\D*)(\d+)$/.exec(meta.number ?? '1') ?? []
  const number = String(Number(digits || '1') + index)
  return letters ? `${letters}${number.padStart(digits.length, '0')}版` : `第${number}版`
}

/** The strip's or masthead's items; what the page does not know is left out. Folio blocks of the page stand on its first sheet. */
export function drawFolio(page: Page, t: Template, grid: Grid, index: number): readonly Item[] {
  const over = headOf(page, index)
  if (over === 'none') return []
  const pieces = index === 0 ? folioPieces(page) : []
  const said = saidOf(page.meta, pieces, index)
  const named = over === 'masthead' ? drawMasthead(said, t, grid) : drawStrip(said, t, grid)
  const rest = restLines(
    pieces.filter((p) => p.part === 'rest'),
    t,
    grid,
    over === 'masthead' ? besideFacts(named, grid) : undefined,
  )
  const lines = [...named, ...rest].filter((i): i is TextLine => i.kind === 'line')
  const order = new Map(pieces.map((p, i) => [`${p.block.id} ${p.start}`, i]))
  const orderOf = (l: TextLine) =>
    order.get(`${l.block} ${pieces.findLast((p) => p.block.id === l.block && p.start <= l.start)?.start ?? ''}`) ?? -1
  return [...named.filter((i) => i.kind !== 'line'), ...lines.toSorted((a, b) => orderOf(a) - orderOf(b))]
}

/** What the folio blocks say, and what the page is known to be where they do not. */
function saidOf(meta: PageMeta, pieces: readonly FolioPiece[], index: number): FolioSaid {
  const known: Readonly<Partial<Record<FolioPart, string | undefined>>> = {
    publication: meta.publication,
    number: meta.number ? pageLabel(meta, index) : undefined,
    date: dateOf(meta.date),
    section: meta.section,
    weekday: pieces.some((p) => p.part === 'date') ? undefined : weekdayOf(meta.date),
  }
  const entries = (['publication', 'number', 'date', 'weekday', 'section'] as const).flatMap((part) => {
    const piece = pieces.find((p) => p.part === part)
    const text = piece ? piece.block.text.slice(piece.start, piece.end) : known[part]
    return text ? [[part, { text, ...(piece ? { piece } : {}) }] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Size and leading of the small lines over the strip, and what stands between two of them. */
const REST = { size: 7.5, leading: 10, apart: 15 } as const

/** A line's free beginning: its baseline, how wide it is. */
type Stretch = { readonly y: number; readonly width: number }

/** Under a masthead the line of date and number has room for who made the page, at the left of them. */
function besideFacts(named: readonly Item[], grid: Grid): Stretch {
  const y = grid.top - FACTS
  const facts = named.filter((i): i is TextLine => i.kind === 'line' && i.y === y)
  const right = Math.min(...facts.map((l) => l.x), grid.left + spanWidth(grid, grid.columns))
  return { y, width: right - grid.left - REST.apart }
}

/** What else the folio says, small: on `strip` where all of it goes there, or in as few lines as it takes over the strip. */
function restLines(
  pieces: readonly FolioPiece[],
  t: Template,
  grid: Grid,
  strip: Stretch | undefined,
): readonly TextLine[] {
  const whole = spanWidth(grid, grid.columns)
  const lines: (TextLine & { row: number })[] = []
  let x = 0
  let row = 0
  for (const { block, start, end } of pieces) {
    const part = { ...block, text: block.text.slice(start, end), marks: [] }
    const set = setBlock(part, { face: t.folio.face, ...REST }, whole, { align: 'left', blank: 0.5 })
    for (const line of set.lines) {
      const width = line.width * set.size
      if (x > 0 && x + width > whole) {
        x = 0
        row++
      }
      lines.push({
        kind: 'line',
        block: block.id,
        start: line.start + start,
        end: line.end + start,
        x: grid.left + x,
        y: 0,
        width,
        size: set.size,
        runs: line.runs.map((r) => ({ ...r, start: r.start + start })),
        ink: set.ink,
        row,
      })
      x += width + REST.apart
    }
  }
  const fits = strip && row === 0 && x - REST.apart <= strip.width
  const foot = fits ? strip.y : t.area.top * MM - 4
  return lines.map(({ row: at, ...line }) => ({ ...line, y: foot - (row - at) * REST.leading }))
}

/** `2023年11月15日` for `2023-11-15`. */
function dateOf(date: string | undefined): string | undefined {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  return year && month && day ? `${year}年${month}月${day}日` : undefined
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** `星期三` (Sakamoto's method). */
function weekdayOf(date: string | undefined): string | undefined {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  if (!year || !month || !day) return undefined
  const y = month < 3 ? year - 1 : year
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  return `星期${WEEKDAYS[(y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day) % 7] ?? ''}`
}
