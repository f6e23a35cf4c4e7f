/** Puts the focus on a row of a virtual list: at once where it is drawn, else as soon as it is. */
export function focusRow(box: HTMLElement | null, selector: string): void {
  const row = () => box?.querySelector<HTMLElement>(selector)
  const drawn = row()
  if (drawn) drawn.focus({ preventScroll: true })
  else requestAnimationFrame(() => row()?.focus({ preventScroll: true }))
}
