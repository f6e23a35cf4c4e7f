/** The days of a year as a calendar shows them: twelve months of weeks that begin on Monday. Pure. */

/** Day of the month, or undefined before its first and after its last. */
export type Week = readonly (number | undefined)[]
export type Month = { readonly month: number; readonly weeks: readonly Week[] }

export function monthsOf(year: number): readonly Month[] {
  return Array.from({ length: 12 }, (_, i) => {
    const first = new Date(Date.UTC(year, i, 1))
    const days = new Date(Date.UTC(year, i + 1, 0)).getUTCDate()
    const lead = (first.getUTCDay() + 6) % 7
    const cells = Array.from({ length: Math.ceil((lead + days) / 7) * 7 }, (_, cell) => {
      const day = cell - lead + 1
      return day >= 1 && day <= days ? day : undefined
    })
    return { month: i + 1, weeks: Array.from({ length: cells.length / 7 }, (_, w) => cells.slice(w * 7, w * 7 + 7)) }
  })
}

/**
 * The years from the first to the last of `held`, those of which nothing is held too: all their issues are missing. Where they are more
 * than a newspaper lives a date is wrong, and only those that are held are given.
 */
export function allYears(held: readonly number[]): readonly number[] {
  const sorted = held.toSorted((a, b) => a - b)
  const [first = 0, last = -1] = [sorted[0], sorted.at(-1)]
  if (last - first > MOST_YEARS) return sorted
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const MOST_YEARS = 250

/** The issue that an arrow key leads to from `date`: the one beside it, or the nearest at least a week away; undefined for other keys. `dates` are sorted. */
export function stepDay(dates: readonly string[], date: string, key: string): string | undefined {
  const at = dates.indexOf(date)
  switch (key) {
    case 'ArrowLeft':
      return dates[at - 1] ?? date
    case 'ArrowRight':
      return dates[at + 1] ?? date
    case 'ArrowUp':
      return dates.findLast((d) => d <= weekFrom(date, -1)) ?? dates[0]
    case 'ArrowDown':
      return dates.find((d) => d >= weekFrom(date, 1)) ?? dates.at(-1)
    case 'Home':
      return dates[0]
    case 'End':
      return dates.at(-1)
    default:
      return undefined
  }
}

const weekFrom = (date: string, weeks: number): string =>
  new Date(Date.parse(date) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
