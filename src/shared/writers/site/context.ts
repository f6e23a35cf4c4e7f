/** What every view of the digital edition needs to know about the whole. */
import { shortDate } from '../../dates.ts'
import type { PageMeta } from '../../page/page.ts'
import { pageName } from '../html/masthead.ts'
import { oneLine } from '../text.ts'
import type { Issue, Neighbours, Plan } from './plan.ts'

export type SiteContext = {
  readonly plan: Plan
  readonly neighbours: ReadonlyMap<string, Neighbours>
  /** Where the edition will stand on the web, ending with `/`; unknown for one that is opened from disk. */
  readonly base?: string
}

export const paperOf = (meta: PageMeta): string => oneLine(meta.publication ?? '') || '数字报'

/** 第02版 要闻; a page that is not numbered is 版面. */
export const pageLabel = (meta: PageMeta): string =>
  oneLine([pageName(meta), meta.section].filter(Boolean).join(' ')) || '版面'

/** 云河日报 第02版 要闻, as lists say where a story stood. */
export const placeOf = (meta: PageMeta): string =>
  oneLine([meta.publication, pageName(meta), meta.section].filter(Boolean).join(' '))

export const issueLabel = (issue: Issue): string => (issue.date === undefined ? '未标日期' : shortDate(issue.date))
