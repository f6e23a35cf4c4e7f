/** Where one begins in what just opened: at what has `data-first`. */

/** The text that a field holds is chosen, so that what is typed takes its place. False where nothing is the first. */
export function focusFirst(within: HTMLElement): boolean {
  const first = within.querySelector<HTMLElement>('[data-first]')
  first?.focus()
  if (first instanceof HTMLInputElement) first.select()
  return first !== null
}
