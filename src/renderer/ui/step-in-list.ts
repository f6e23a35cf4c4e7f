/** The arrow keys, Home and End go from row to row of a list, to the same control in each. */
import type { KeyboardEvent } from 'react'

const CONTROLS = 'input, button'

/** Moves the focus where the key says; false where it says nothing. Rows are list items, and those next to the focus are drawn. */
export function stepInList(event: KeyboardEvent<HTMLElement>): boolean {
  const row = (event.target as HTMLElement).closest('li') // keys are pressed in elements
  const list = row?.parentElement
  if (!row || !list) return false
  const to = {
    ArrowDown: nextTo(list, row, 1),
    ArrowUp: nextTo(list, row, -1),
    Home: list.firstElementChild,
    End: list.lastElementChild,
  }[event.key]
  if (to === undefined) return false
  const at = [...row.querySelectorAll(CONTROLS)].indexOf(event.target as HTMLElement)
  const control = to?.querySelectorAll<HTMLElement>(CONTROLS)[Math.max(0, at)]
  control?.focus()
  return true
}

/** The row that is shown after this one; a virtual list need not have its rows in their order. */
function nextTo(list: Element, row: Element, by: 1 | -1): Element | null {
  const place = Number(row.getAttribute('aria-posinset'))
  if (place > 0) return list.querySelector(`:scope > [aria-posinset="${place + by}"]`)
  return by === 1 ? row.nextElementSibling : row.previousElementSibling
}
