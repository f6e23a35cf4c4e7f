/** How states come from the archive, and how their times are read. */
import type { StateEntry } from '../../../shared/api/library.ts'

export type States = {
  readonly page: StateEntry | null
  readonly articles: Readonly<Record<string, StateEntry>>
  /** Newest first. */
  readonly log: readonly {
    readonly article: string | null
    readonly step: string
    readonly at: string
    readonly who: string
  }[]
}

/** `at` (ISO 8601, UTC) as the clock on the wall says it: 11-22 14:03. */
export function timeOf(at: string): string {
  const time = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`
}
