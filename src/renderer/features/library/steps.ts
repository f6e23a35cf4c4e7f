/** Where the keys lead in a list of so many rows. */
export const STEPS: Readonly<Record<string, (index: number, total: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 15,
  PageUp: (index) => index - 15,
  Home: () => 0,
  End: (_, total) => total - 1,
}
