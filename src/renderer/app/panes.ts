/** Going from pane to pane by key: each is entered where one would go on in it. */
import type { Workstation } from './workstation.ts'

/** The panes in their order on screen; `first` is what gets the focus in one, else the first thing that can have it. */
const PANES = [
  { pane: '.library, .finder', first: '.row-main[tabindex="0"], .finder-field input' },
  { pane: '.rail', first: '[aria-current=page]' },
  { pane: '.room-main', first: '' },
  { pane: '.editor', first: '.article-text[contenteditable]' },
  { pane: '.source', first: '.source-text' },
  { pane: '.preview', first: '.sheet-scroll' },
  { pane: '.status', first: 'button' },
  { pane: '.header', first: 'button:not(:disabled)' },
] as const
const FOCUSABLE = 'button:not(:disabled), input, select, textarea, [tabindex="0"], [contenteditable]'

export const goToPane = (by: -1 | 1) => (w: Workstation) => {
  const there = PANES.flatMap(({ pane, first }) => {
    const element = document.querySelector<HTMLElement>(pane)
    return element && !element.closest('[inert]') ? [{ element, first }] : []
  })
  const at = there.findIndex(({ element }) => element.contains(document.activeElement))
  for (let i = 1; i <= there.length; i++) {
    const next = there[(Math.max(at, by > 0 ? -1 : 0) + by * i + 2 * there.length) % there.length]
    if (next && enter(w, next.element, next.first)) return
  }
}

/** Puts the focus into the pane that `selector` names. */
export const goTo = (w: Workstation, selector: string): void => {
  const known = PANES.find(({ pane }) => pane.split(', ').includes(selector))
  const element = document.querySelector<HTMLElement>(selector)
  if (known && element) enter(w, element, known.first)
}

function enter(w: Workstation, element: HTMLElement, first: string): boolean {
  const { focus } = w.desk.get()
  if (element.matches('.editor') && focus) {
    w.desk.moveTo(focus.from, focus.to)
    return true
  }
  const target = (first && element.querySelector<HTMLElement>(first)) || element.querySelector<HTMLElement>(FOCUSABLE)
  target?.focus()
  return element.contains(document.activeElement)
}
