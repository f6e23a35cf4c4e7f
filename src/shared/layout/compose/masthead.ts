/** The masthead 报头 of a front page: the paper's name, large, with date and page beside or under it. */
import type { Item, TextLine } from '../geometry.ts'
import { spanWidth } from '../template.ts'
import type { Grid, Template } from '../template.ts'
import { ruleOver, saidLine } from './said.ts'
import type { FolioSaid } from './said.ts'

/** From the grid up to the baseline of date and number, in points. */
export const FACTS = 14

export function drawMasthead(said: FolioSaid, t: Template, grid: Grid): readonly Item[] {
  const { masthead: m } = t
  const whole = spanWidth(grid, grid.columns)
  const isCentred = m.align === 'center'
  const items: Item[] = []
  if (said.publication) {
    const name = saidLine(said.publication, 0, grid.top - 38, m.size, m.face, m.ink)
    items.push({ ...name, x: isCentred ? grid.left + (whole - name.width) / 2 : grid.left })
  }
  const facts: TextLine[] = []
  let width = 0
  for (const part of [said.date, said.weekday, said.section, said.number]) {
    if (!part) continue
    const line = saidLine(part, width, grid.top - FACTS, t.folio.size, t.folio.face)
    facts.push(line)
    width += line.width + t.folio.size
  }
  width -= t.folio.size
  const left = isCentred ? grid.left + (whole - width) / 2 : grid.left + whole - width
  items.push(...facts.map((line) => ({ ...line, x: left + line.x })))
  items.push(ruleOver(grid, grid.top - 27, 0.5, t.folio.ink), ruleOver(grid, grid.top - 7, t.folio.rule, t.folio.ink))
  return items
}
