/** A proposal around what a person pinned: those frames stay, the other stories flow through the room that is left. */
import { headOf } from './compose/folio.ts'
import type { Desk } from './compose/room.ts'
import type { Story } from './compose/story.ts'
import { leftOver } from './compose.ts'
import type { Frame, Placement } from './placement.ts'
import { STORY_GAP } from './plan.ts'
import { sheet } from './propose.ts'
import { gridOf, sized } from './template.ts'
import type { Grid, Template } from './template.ts'
import type { Page } from '../page/page.ts'
import type { Words } from '../words.ts'

type Area = Pick<Frame, 'column' | 'span' | 'row' | 'rows'>

/** Less than this, in rows and cells, is no room for a story. */
const LEAST = { rows: 8, cells: 16 } as const
const MOST_SHEETS = 24

/** The placement with the pinned frames of `placement` as they are, and the rest of `page` proposed around them. */
export function proposeAround(page: Page, template: Template, placement: Placement, words?: Words): Placement {
  const kept = { ...placement, frames: placement.frames.filter((f) => f.pinned) }
  const t = sized(template, placement.size)
  const frames: Frame[] = [...kept.frames]
  let rest: readonly Story[] = leftOver(page, template, kept, words)
  for (let index = 0; rest.length > 0 && index < MOST_SHEETS; index++) {
    const grid = gridOf(t, placement.leading, headOf(page, index))
    const pinned = kept.frames.filter((f) => f.page === index)
    for (const area of freeAreas(pinned, grid)) {
      const desk: Desk = {
        t,
        grid: { ...grid, columns: area.span, rows: area.rows },
        ...(words ? { words } : {}),
      }
      const taken = sheet(rest, desk, pinned.length === 0)
      if (!taken) continue
      frames.push(
        ...taken.frames.map((f) => ({ ...f, page: index, column: f.column + area.column, row: f.row + area.row })),
      )
      rest = taken.rest
      if (rest.length === 0) break
    }
  }
  return { ...kept, frames }
}

/** The largest free rectangles of the sheet, one after the other; nothing pinned: the whole sheet. */
function freeAreas(pinned: readonly Area[], grid: Grid): readonly Area[] {
  const taken = pinned.map((f) => ({ ...f, row: f.row - STORY_GAP, rows: f.rows + 2 * STORY_GAP }))
  const areas: Area[] = []
  for (;;) {
    const area = largest(taken, grid)
    if (!area || area.rows < LEAST.rows || area.rows * area.span < LEAST.cells) return areas
    areas.push(area)
    taken.push({ ...area, row: area.row - STORY_GAP, rows: area.rows + 2 * STORY_GAP })
  }
}

function largest(taken: readonly Area[], grid: Grid): Area | undefined {
  let best: Area | undefined
  for (let column = 0; column < grid.columns; column++) {
    for (let span = 1; column + span <= grid.columns; span++) {
      const across = taken
        .filter((a) => a.column < column + span && column < a.column + a.span)
        .toSorted((a, b) => a.row - b.row)
      let top = 0
      for (const { row, rows } of [...across, { row: grid.rows, rows: 0 }]) {
        const area = { column, span, row: top, rows: Math.min(row, grid.rows) - top }
        if (area.rows > 0 && (!best || area.rows * span > best.rows * best.span)) best = area
        top = Math.max(top, row + rows)
      }
    }
  }
  return best
}
