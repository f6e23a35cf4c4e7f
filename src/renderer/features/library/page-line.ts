/** How a page is known in lists. */
import type { PageSummary } from '../../../shared/api/pages.ts'

/** Publication, date and number of a page on one line; the file name where nothing is known. */
export const lineOf = (p: Pick<PageSummary, 'meta' | 'name'>): string =>
  [p.meta.publication, p.meta.date, p.meta.number].filter(Boolean).join(' · ') || p.name
