/** The folio strip 报眉 over the type area: page number, date, section and the paper's name, over a rule. */
import type { Page } from '../../page/page.ts'
import type { Item, TextLine } from '../geometry.ts'
import type { Face } from '../advances.ts'
import { MM } from '../template.ts'
import type { Grid, Ink, Template } from '../template.ts'
import { BLACK } from './flow.ts'
import { linesOf } from './paragraph.ts'

const WHITE: Ink = [0, 0, 0, 0]
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** The strip's items. What the page does not know is left out; a page without a number gets none. */
export function drawFolio(page: Page, t: Template, grid: Grid, index: number): readonly Item[] {
  const top = t.area.top * MM
  const height = t.folio.height * MM
  const right = grid.left + grid.width(grid.columns)
  const base = top + height - 16
  const items: Item[] = []
  const number = page.meta.number?.replace(/^0+(?=\d)/, '')
  if (number) {
    const big = text('folio-number', index === 0 ? number : `${number}续`, grid.left, base, 30, 'song-black')
    items.push(big, text('folio', '版', grid.left + big.width + 4, base, 11, t.folio.face))
  }
  const date = dateLine(page.meta.date)
  if (date) items.push(text('folio', date, grid.left + (number ? 90 : 0), base, t.folio.size, t.folio.face))
  const paper = page.meta.publication
  if (paper) {
    const name = text('folio', paper, 0, base, 20, 'song-black')
    items.push({ ...name, x: right - name.width })
  }
  const section = page.meta.section
  if (section) {
    const badge = text('folio', section, 0, base - 2, 20, 'hei-bold', t.folio.badge === 'filled' ? WHITE : BLACK)
    const x = grid.left + (grid.width(grid.columns) - badge.width) / 2
    if (t.folio.badge === 'filled')
      items.push({ kind: 'box', x: x - 18, y: base - 25, width: badge.width + 36, height: 32, fill: t.accent })
    items.push({ ...badge, x })
  }
  const y = top + height - 8
  items.push({ kind: 'rule', x1: grid.left, y1: y, x2: right, y2: y, weight: t.folio.rule, ink: t.rules.ink })
  return items
}

/** 2023年11月15日 星期三 for `2023-11-15` (Sakamoto's method for the day of the week). */
export function dateLine(date: string | undefined): string | undefined {
  const [year, month, day] = (date ?? '').split('-').map(Number)
  if (!year || !month || !day) return undefined
  const y = month < 3 ? year - 1 : year
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const weekday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day) % 7
  return `${year}年${month}月${day}日　星期${WEEKDAYS[weekday]}`
}

function text(
  block: string,
  value: string,
  x: number,
  y: number,
  size: number,
  face: Face,
  ink: Ink = BLACK,
): TextLine {
  const line = linesOf(value, { face, measure: 1e6, indent: 0, align: 'left', hang: false })[0]
  return {
    kind: 'line',
    block,
    start: 0,
    end: value.length,
    x,
    y,
    width: (line?.width ?? 0) * size,
    size,
    runs: line?.runs ?? [],
    ink,
  }
}
