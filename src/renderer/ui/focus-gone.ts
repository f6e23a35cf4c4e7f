/**
 * Whether the focus is somewhere else already as a menu goes that had it: a click into a field closes the menu, and what is typed is for
 * the field. A click on blank paper reaches the region around it only.
 */
export function hasGone(): boolean {
  const at = document.activeElement
  return at !== null && !at.matches('body, section')
}
