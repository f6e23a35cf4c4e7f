/** The order of a digital edition: pages in issues, issues by day, and who is next to whom. */
import type { PageMeta } from '../../page/page.ts'
import { pageName } from '../html/masthead.ts'
import { oneLine } from '../text.ts'

/** A page to be shown; `key` is its part of every address, plain ASCII. */
export type SiteEntry = { readonly key: string; readonly meta: PageMeta }

/** `label` tells it from the others of its issue: 第02版 要闻, or 版面 3 where no number is known. */
export type PlannedPage = SiteEntry & { readonly label: string }

/** The pages of one paper on one day, in order of their numbers. Pages without a date are one issue. `key` as of a page. */
export type Issue = {
  readonly key: string
  readonly publication: string
  readonly date?: string
  readonly entries: readonly PlannedPage[]
}

export type Plan = { readonly issues: readonly Issue[] }

/** Where a page stands; neighbours are undefined at the ends. */
export type Neighbours = {
  readonly issue: Issue
  readonly previousPage?: PlannedPage
  readonly nextPage?: PlannedPage
  readonly previousIssue?: Issue
  readonly nextIssue?: Issue
}

/** Gives each of `metas` its key, in the same order: `2024-03-12-02`, else `page-7`; the second of one name gets `-2`. */
export function siteEntries(metas: readonly PageMeta[]): readonly SiteEntry[] {
  const unique = numbered((key, n) => `${key}-${n}`)
  return metas.map((meta, i) => {
    const number = (meta.number ?? '').replace(/[^0-9A-Za-z]+/g, '')
    return { key: unique(meta.date !== undefined && number !== '' ? `${meta.date}-${number}` : `page-${i + 1}`), meta }
  })
}

/** Issues from the oldest to the newest; those without a date come first. */
export function planSite(entries: readonly SiteEntry[]): Plan {
  const issues = new Map<string, SiteEntry[]>()
  for (const e of entries) {
    const id = `${e.meta.date ?? ''}\n${e.meta.publication ?? ''}`
    const there = issues.get(id)
    if (there) there.push(e)
    else issues.set(id, [e])
  }
  const unique = numbered((key, n) => `${key}-${n}`)
  const sorted = [...issues].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    issues: sorted.map(([, list]) => {
      const { publication = '', date } = list[0]?.meta ?? {}
      const inOrder = list.toSorted((a, b) => byNumber.compare(a.meta.number ?? '', b.meta.number ?? ''))
      const issue = { key: unique(date ?? 'undated'), publication, entries: labelled(inOrder) }
      return date === undefined ? issue : { ...issue, date }
    }),
  }
}

function labelled(entries: readonly SiteEntry[]): readonly PlannedPage[] {
  const unique = numbered((label, n) => `${label}（${n}）`)
  return entries.map((e, i) => {
    const name = oneLine([pageName(e.meta), e.meta.section].filter(Boolean).join(' '))
    return { ...e, label: unique(name || (entries.length === 1 ? '版面' : `版面 ${i + 1}`)) }
  })
}

/** Gives each name once; `again` makes the name of its n-th time. */
function numbered(again: (name: string, n: number) => string): (name: string) => string {
  const taken = new Map<string, number>()
  return (name) => {
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    return times === 1 ? name : again(name, times)
  }
}

const byNumber = new Intl.Collator('en', { numeric: true })

/** The neighbours of every page by key. Issues are neighbours within one paper only. */
export function neighboursOf(plan: Plan): ReadonlyMap<string, Neighbours> {
  const all = new Map<string, Neighbours>()
  const runs = new Map<string, Issue[]>()
  for (const issue of plan.issues) {
    const run = runs.get(issue.publication)
    if (run) run.push(issue)
    else runs.set(issue.publication, [issue])
  }
  for (const run of runs.values())
    for (const [at, issue] of run.entries())
      for (const [i, e] of issue.entries.entries()) {
        all.set(e.key, {
          issue,
          ...known('previousPage', issue.entries[i - 1]),
          ...known('nextPage', issue.entries[i + 1]),
          ...known('previousIssue', run[at - 1]),
          ...known('nextIssue', run[at + 1]),
        })
      }
  return all
}

const known = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: V } // a computed key of one literal
