/** Where the keys lead in a list of so many rows. Pure. */
const STEPS: Readonly<Record<string, (index: number, total: number, screen: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index, _, screen) => index + screen,
  PageUp: (index, _, screen) => index - screen,
  Home: () => 0,
  End: (_, total) => total - 1,
}

/** The row that `key` leads to from the one at `index`; undefined where it leads nowhere. `screen`: about how many rows are in view. */
export function stepTo(key: string, index: number, total: number, screen = 15): number | undefined {
  const to = STEPS[key]?.(index, total, screen)
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to))
}
