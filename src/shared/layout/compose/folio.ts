/** What names the page: the folio strip 报眉 of an inside page, the masthead 报头 of a front page. */
import type { Page, PageMeta } from '../../page/page.ts'
import { walk } from '../../page/walk.ts'
import type { Item, TextLine } from '../geometry.ts'
import { MM, spanWidth } from '../template.ts'
import type { Grid, Template } from '../template.ts'
import { BLACK, WHITE, setBlock } from './set.ts'
import { looseLine } from './loose.ts'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** A front page is numbered 1: `1`, `01`, `A01`. */
export const isFront = (meta: PageMeta): boolean => /^A?0*1$/i.test(meta.number ?? '')

/** 第4版, A04版: the name of the sheet `index` sheets on. */
export function pageLabel(meta: PageMeta, index: number): string {
  const [, letters = '', digits = ''] = /^(\D*)(\d+)$/.exec(meta.number ?? '1') ?? []
  const number = String(Number(digits || '1') + index)
  return letters ? `${letters}${number.padStart(digits.length, '0')}版` : `第${number}版`
}

/** The strip's or masthead's items; what the page does not know is left out. Folio blocks of the page stand at the sheet's head. */
export function drawFolio(page: Page, t: Template, grid: Grid, index: number): readonly Item[] {
  const named = isFront(page.meta) && index === 0 ? masthead(page, t, grid) : strip(page, t, grid, index)
  return [...named, ...(index === 0 ? folioBlocks(page, t, grid) : [])]
}

function strip(page: Page, t: Template, grid: Grid, index: number): readonly Item[] {
  const right = grid.left + spanWidth(grid, grid.columns)
  const base = grid.top - 16
  const items: Item[] = []
  let x = grid.left
  if (page.meta.number) {
    const big = looseLine(
      'folio-number',
      pageLabel(page.meta, index).replace(/^第|版$/g, ''),
      x,
      base,
      30,
      t.folio.number,
    )
    const unit = looseLine('folio', '版', x + big.width + 4, base, 11, t.folio.face)
    items.push({ ...big, ink: t.folio.badge === 'plain' ? BLACK : t.folio.ink }, unit)
    x = unit.x + unit.width + 22
  }
  const date = dateLine(page.meta.date)
  if (date) items.push(looseLine('folio', date, x, base, t.folio.size, t.folio.face))
  if (page.meta.publication) {
    const name = looseLine('folio', page.meta.publication, 0, base, 20, t.masthead.face)
    items.push({ ...name, x: right - name.width })
  }
  if (page.meta.section)
    items.push(...section(page.meta.section, grid.left + spanWidth(grid, grid.columns) / 2, base, t))
  items.push({
    kind: 'rule',
    x1: grid.left,
    y1: grid.top - 8,
    x2: right,
    y2: grid.top - 8,
    weight: t.folio.rule,
    ink: t.folio.ink,
  })
  if (t.folio.badge === 'underlined')
    items.push({
      kind: 'rule',
      x1: grid.left,
      y1: grid.top - 5.5,
      x2: right,
      y2: grid.top - 5.5,
      weight: 0.4,
      ink: t.folio.ink,
    })
  return items
}

function section(name: string, middle: number, base: number, t: Template): readonly Item[] {
  const line = looseLine('folio', name, 0, base - 1, 20, 'hei-bold', t.folio.badge === 'filled' ? WHITE : BLACK)
  const x = middle - line.width / 2
  if (t.folio.badge !== 'filled') return [{ ...line, x }]
  return [
    { kind: 'box', x: x - 18, y: base - 24, width: line.width + 36, height: 32, fill: t.folio.ink },
    { ...line, x },
  ]
}

/** The paper's name, large, with date and page beside or under it. */
function masthead(page: Page, t: Template, grid: Grid): readonly Item[] {
  const { masthead: m } = t
  const whole = spanWidth(grid, grid.columns)
  const right = grid.left + whole
  const date = dateLine(page.meta.date)
  const facts = [date, page.meta.section, pageLabel(page.meta, 0)].filter((f) => f !== undefined)
  const base = grid.top - 30
  const name = looseLine('masthead', page.meta.publication ?? '', 0, base - 8, m.size, m.face, m.ink)
  const items: Item[] = []
  if (name.runs.length > 0)
    items.push({ ...name, x: m.align === 'center' ? grid.left + (whole - name.width) / 2 : grid.left })
  const line = looseLine('folio', facts.join('　'), 0, grid.top - 14, t.folio.size, t.folio.face)
  items.push({ ...line, x: m.align === 'center' ? grid.left + (whole - line.width) / 2 : right - line.width })
  items.push({
    kind: 'rule',
    x1: grid.left,
    y1: grid.top - 27,
    x2: right,
    y2: grid.top - 27,
    weight: 0.5,
    ink: t.folio.ink,
  })
  items.push({
    kind: 'rule',
    x1: grid.left,
    y1: grid.top - 7,
    x2: right,
    y2: grid.top - 7,
    weight: t.folio.rule,
    ink: t.folio.ink,
  })
  return items
}

/** The page's own folio blocks, small, in one or two lines over the strip. */
function folioBlocks(page: Page, t: Template, grid: Grid): readonly Item[] {
  const width = spanWidth(grid, grid.columns)
  const blocks = [...walk(page)].map((p) => p.block).filter((b) => b.role === 'folio')
  const sets = blocks.map((b) =>
    setBlock({ ...b, text: b.text }, { face: t.folio.face, size: 7, leading: 9 }, width, { align: 'left', blank: 0.5 }),
  )
  const rows = sets.reduce((sum, s) => sum + s.lines.length, 0)
  let y = t.area.top * MM - Math.max(0, rows - 1) * 9 - 3
  return sets.flatMap((set) =>
    set.lines.map((line): TextLine => {
      const item: TextLine = {
        kind: 'line',
        block: set.block.id,
        start: line.start,
        end: line.end,
        x: grid.left,
        y,
        width: line.width * set.size,
        size: set.size,
        runs: line.runs,
        ink: BLACK,
      }
      y += set.leading
      return item
    }),
  )
}

/** `2023年11月15日 星期三` for `2023-11-15` (Sakamoto's method for the day of the week). */
export function dateLine(date: string | undefined): string | undefined {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  if (!year || !month || !day) return undefined
  const y = month < 3 ? year - 1 : year
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const weekday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day) % 7
  return `${year}年${month}月${day}日　星期${WEEKDAYS[weekday] ?? ''}`
}
