/** What a page is said to be, on one line. */
import type { PageMeta } from '../page/page.ts'

export const shown = (m: PageMeta | undefined): string | undefined =>
  m && [m.publication, m.date, m.number, m.section].map((x) => x ?? '-').join(' ')
