/** The folio strip 报眉 of an inside page: number and date at the left, the section in the middle, the paper's name at the right. */
import type { Item, TextLine } from '../geometry.ts'
import { spanWidth } from '../template.ts'
import type { Grid, Template } from '../template.ts'
import { ruleOver, saidLine } from './said.ts'
import type { FolioSaid, Said } from './said.ts'
import { BLACK, WHITE } from './set.ts'

export function drawStrip(said: FolioSaid, t: Template, grid: Grid): readonly Item[] {
  const base = grid.top - 17
  const right = grid.left + spanWidth(grid, grid.columns)
  const items: Item[] = []
  let x = grid.left
  if (said.number) {
    const number = numberLines(said.number, x, base, t)
    items.push(...number)
    const last = number.at(-1)
    if (last) x = last.x + last.width + 22
  }
  for (const part of [said.date, said.weekday]) {
    if (!part) continue
    const line = saidLine(part, x, base, t.folio.size, t.folio.face)
    items.push(line)
    x += line.width + t.folio.size
  }
  if (said.publication) {
    const name = saidLine(said.publication, 0, base, 21, t.masthead.face)
    items.push({ ...name, x: right - name.width })
  }
  if (said.section) items.push(...badge(said.section, (grid.left + right) / 2, base, t))
  items.push(ruleOver(grid, grid.top - 8, t.folio.rule, t.folio.ink))
  if (t.folio.badge === 'underlined') items.push(ruleOver(grid, grid.top - 5.5, 0.4, t.folio.ink))
  return items
}

/** 第 **2** 版: the figure large, what stands about it small. */
function numberLines(said: Said, x: number, base: number, t: Template): readonly TextLine[] {
  const [, before = '', figure = '', after = ''] = /^(\D*?)([A-Z]?\d+)(.*)$/.exec(said.text) ?? []
  const lines: TextLine[] = []
  let at = 0
  for (const [i, text] of [before, figure, after].entries()) {
    const start = at + text.length - text.trimStart().length
    at += text.length
    if (text.trim() === '') continue
    const part: Said = {
      text: text.trim(),
      ...(said.piece ? { piece: { ...said.piece, start: said.piece.start + start } } : {}),
    }
    const ink = t.folio.badge === 'plain' ? BLACK : t.folio.ink
    const line =
      i === 1 ? saidLine(part, x, base, 32, t.folio.number, ink) : saidLine(part, x, base, 11.5, t.folio.face)
    lines.push(line)
    x += line.width + 4
  }
  return lines
}

function badge(section: Said, middle: number, base: number, t: Template): readonly Item[] {
  const isFilled = t.folio.badge === 'filled'
  const line = saidLine(section, 0, base - 1, 21, 'hei-bold', isFilled ? WHITE : BLACK)
  const x = middle - line.width / 2
  if (!isFilled) return [{ ...line, x }]
  const box: Item = { kind: 'box', x: x - 22, y: base - 26, width: line.width + 44, height: 35, fill: t.folio.ink }
  return [box, { ...line, x }]
}
