/** What was looked at in the library, so that it is found again as it was left: while the window stands, and its order from one start to the next. */
import { createStore } from '../../app/store.ts'
import type { PageFilter } from '../../../shared/api/library.ts'
import type { PageMeta } from '../../../shared/page/page.ts'

export type Shelf = {
  readonly publication: number | undefined
  readonly issue: number | undefined
  /** What the page is that was opened last, unless an issue was chosen since: the calendar goes to its day. */
  readonly opened: PageMeta | undefined
  /** The calendar has not gone to the newspaper of that page yet, nor was another one chosen. */
  readonly follow: boolean
  readonly view: 'list' | 'calendar'
  readonly text: string
  readonly state: string
  readonly missing: NonNullable<PageFilter['missing']> | ''
}

/** What of a page may not be known. */
export const MISSING = ['publication', 'date', 'number'] as const satisfies readonly Shelf['missing'][]

export const createShelf = () =>
  createStore<Shelf>({
    publication: undefined,
    issue: undefined,
    opened: undefined,
    follow: false,
    view: 'list',
    text: '',
    state: '',
    missing: '',
  })

/** The pages that are wanted. */
export const filterOf = ({ publication, issue, text, state, missing }: Shelf): PageFilter => ({
  ...(publication !== undefined && { publication }),
  ...(issue !== undefined && { issue }),
  ...(text.trim() && { text: text.trim() }),
  ...(state && { state }),
  ...(missing && { missing }),
})
