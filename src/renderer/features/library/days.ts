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
