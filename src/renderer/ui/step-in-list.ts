/** The arrow keys, Home and End go from row to row of a list that is drawn whole, to the same control in each. */
import { stepTo } from './step.ts'
import type { KeyboardEvent } from 'react'

/** The controls of a row that keys step between; in a field of text they move the caret. */
export const CONTROLS = ':is(button, input[type=checkbox])'

/** Which of its row's controls this is, from 0; undefined for none. */
export function controlOf(row: Element, target: EventTarget): number | undefined {
  const at = [...row.querySelectorAll<EventTarget & Element>(CONTROLS)].findIndex((control) => control === target)
  return at < 0 ? undefined : at
}

/** Moves the focus where the key says. Rows are list items. */
export function stepInList(event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof Element ? event.target.closest('li') : null
  const at = row ? controlOf(row, event.target) : undefined
  if (!row?.parentElement || at === undefined) return
  const all = [...row.parentElement.children]
  const to = stepTo(event.key, all.indexOf(row), all.length)
  if (to === undefined) return
  event.preventDefault()
  const controls = all[to]?.querySelectorAll<HTMLElement>(CONTROLS)
  const control = controls?.[at] ?? controls?.[0]
  control?.focus()
}
