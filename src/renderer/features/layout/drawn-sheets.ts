/** The sheets as the window knows them: what the worker sends of a change put to what was drawn before. */
import type { ComposedPage, Item } from '../../../shared/layout/geometry.ts'
import type { SheetChange } from './messages.ts'

/** More items than this are those of edits long past. */
const ITEMS_MOST = 20_000

export function createDrawnSheets() {
  const items = new Map<number, Item>()
  let drawn: readonly ComposedPage[] = []
  return {
    apply: (sheets: readonly SheetChange[]): readonly ComposedPage[] => {
      drawn = sheets.map((s, i) => drawnSheet(s, items, drawn[i]))
      if (items.size > ITEMS_MOST) forget(drawn, items)
      return drawn
    },
    /** The worker numbers its items anew. */
    renumber: () => items.clear(),
    clear: () => {
      drawn = []
    },
  }
}

/** A sheet that is drawn as before keeps its items. The areas serve print only. */
function drawnSheet(
  { width, height, grid, order, fresh, stories }: SheetChange,
  items: Map<number, Item>,
  before: ComposedPage | undefined,
): ComposedPage {
  if (!order) return before ? { ...before, grid, stories } : { width, height, grid, stories, areas: [], items: [] }
  for (const { id, item } of fresh) items.set(id, item)
  const drawn: Item[] = []
  for (const id of order) {
    const item = items.get(id)
    if (item) drawn.push(item)
  }
  return { width, height, grid, stories, areas: [], items: drawn }
}

/** Drops items that are on no sheet any more. */
function forget(drawn: readonly ComposedPage[], items: Map<number, Item>): void {
  const kept = new Set(drawn.flatMap((s) => s.items))
  for (const [id, item] of items) if (!kept.has(item)) items.delete(id)
}
