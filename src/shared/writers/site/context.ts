/** What every view of the digital edition needs to know about the whole. Plain data: it goes to workers as it is. */
import { shortDate } from '../../dates.ts'
import type { PageMeta } from '../../page/page.ts'
import { pageName } from '../html/masthead.ts'
import { oneLine } from '../text.ts'
import { neighboursOf, planSite } from './plan.ts'
import type { Issue, Neighbours, Plan, PlannedPage, SiteEntry } from './plan.ts'

export type SiteContext = {
  readonly plan: Plan
  readonly neighbours: ReadonlyMap<string, Neighbours>
  /** The paper of the newest issue, whose name stands on the views of the whole. */
  readonly paper: string
  /** The first page of the newest issue; none in an edition without pages. */
  readonly home?: PlannedPage
  /** Where the edition will stand on the web, ending with `/`; unknown for one that is opened from disk. */
  readonly base?: string
}

export function siteContext(entries: readonly SiteEntry[], address: string | undefined): SiteContext {
  const plan = planSite(entries)
  const home = plan.issues.at(-1)?.entries[0]
  return {
    plan,
    neighbours: neighboursOf(plan),
    paper: paperOf(home?.meta ?? {}),
    ...(home && { home }),
    ...(address !== undefined && { base: address.replace(/\/*$/, '/') }),
  }
}

/** As much of `site` as the views of one page ask for: it may go to another thread with every page. */
export function contextOf(site: SiteContext, key: string): SiteContext {
  const near = site.neighbours.get(key)
  const isNear = ({ publication, date }: Issue) =>
    publication === near?.issue.publication && date?.slice(0, 7) === near.issue.date?.slice(0, 7)
  return { ...site, plan: { issues: site.plan.issues.filter(isNear) }, neighbours: new Map(near ? [[key, near]] : []) }
}

/** What a paper's edition is called, and a paper without a name. */
export const EDITION = '数字报'

export const paperOf = (meta: PageMeta): string => oneLine(meta.publication ?? '') || EDITION

/** 云河日报 第02版 要闻, as lists say where a story stood. */
export const placeOf = (meta: PageMeta): string =>
  oneLine([meta.publication, pageName(meta), meta.section].filter(Boolean).join(' '))

export const issueLabel = (issue: Issue): string => (issue.date === undefined ? '未标日期' : shortDate(issue.date))
