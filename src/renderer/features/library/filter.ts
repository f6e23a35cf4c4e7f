/** Which pages the library shows: those whose title, file name or particulars hold every word of the query. */
import type { PageSummary } from '../../../shared/api/pages.ts'

export function filterPages(pages: readonly PageSummary[], query: string): readonly PageSummary[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return pages
  return pages.filter((p) => {
    const text = [p.title, p.name, p.meta.publication, p.meta.date, p.meta.number, p.meta.section]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Publication, date and number of a page on one line; the file name where nothing is known. */
export const lineOf = (p: PageSummary): string =>
  [p.meta.publication, p.meta.date, p.meta.number].filter(Boolean).join(' · ') || p.name
