/** Search: counts, hits, facets, suggestions, saved searches, CSV; find and replace over the archive. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import type { Context } from '../context.ts'
import { applyReplace, previewReplace } from '../replace.ts'
import { csv } from '../search/csv.ts'
import { facets } from '../search/facets.ts'
import { readNames } from '../search/read-names.ts'
import { countSearch, runSearch } from '../search/service.ts'
import { suggest } from '../search/suggest.ts'
import { tries } from '../search/tries.ts'
import { write } from '../store/db.ts'
import { addOperation, NO_UNDO } from '../store/operation.ts'
import { forgetSearch, renameSearch, savedSearches, saveSearch } from '../store/saved-search.ts'

export const searchHandlers = {
  'search.run': (input, { db }) => {
    const start = performance.now()
    const { articles, pages, hits, needles, remarks } = runSearch(db, input)
    return {
      query: input.query,
      total: articles,
      pages,
      hits: [...hits],
      needles: [...needles],
      remarks: [...remarks],
      milliseconds: performance.now() - start,
    }
  },
  'search.count': (input, { db }) => {
    const { articles, pages } = countSearch(db, input)
    return { total: articles, pages }
  },
  'search.tries': (input, { db }) => [...tries(db, input)],
  'search.facets': async (input, context) => {
    await readNames(context.db)
    return facets(context.db, input)
  },
  'search.suggest': async ({ text }, context) => {
    await readNames(context.db)
    return [...suggest(context.db, normalise(text.trim()))]
  },
  'search.saved': (_input, { db }) => savedSearches(db),
  'search.save': ({ name, search }, { db, who }) =>
    write(db, () => {
      const { saved, was } = saveSearch(db, name, search)
      const undo = was && { ...NO_UNDO, searches: [was] }
      return { ...saved, operation: undo ? addOperation(db, 'search-save', who(), { name }, undo) : null }
    }),
  'search.rename': ({ id, name }, { db, who }) =>
    write(db, () => {
      const was = renameSearch(db, id, name)
      if (!was || was.name === name) return { renamed: was !== undefined, operation: null }
      const undo = { ...NO_UNDO, searches: [was] }
      return { renamed: true, operation: addOperation(db, 'search-rename', who(), { from: was.name, to: name }, undo) }
    }),
  'search.forget': ({ id }, { db, who }) =>
    write(db, () => {
      const row = forgetSearch(db, id)
      if (!row) return { operation: null }
      const undo = { ...NO_UNDO, searches: [row] }
      return { operation: addOperation(db, 'search-forget', who(), { name: row.name }, undo) }
    }),
  'search.csv': ({ lang, ...input }, { db }) => csv(db, input, lang),
  'replace.preview': (input, context) => previewReplace(context, input),
  'replace.apply': (input, context) => applyReplace(context, input),
} satisfies Partial<ArchiveHandlers<Context>>
