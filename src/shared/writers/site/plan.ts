/** The order of a digital edition: pages in issues, issues by day, and who is next to whom. */
import type { PageMeta } from '../../page/page.ts'

/** A page to be shown; `key` is its part of every address, plain ASCII. */
export type SiteEntry = { readonly key: string; readonly meta: PageMeta }

/** The pages of one paper on one day, in order of their numbers. Pages without a date are one issue. */
export type Issue = { readonly publication: string; readonly date?: string; readonly entries: readonly SiteEntry[] }

export type Plan = { readonly issues: readonly Issue[] }

/** Where a page stands; neighbours are undefined at the ends. */
export type Neighbours = {
  readonly issue: Issue
  readonly previousPage?: SiteEntry
  readonly nextPage?: SiteEntry
  readonly previousIssue?: Issue
  readonly nextIssue?: Issue
}

/** Gives each of `metas` its key, in the same order: `2024-03-12-02`, else `page-7`; the second of one name gets `-2`. */
export function siteEntries(metas: readonly PageMeta[]): readonly SiteEntry[] {
  const taken = new Map<string, number>()
  return metas.map((meta, i) => {
    const number = (meta.number ?? '').replace(/[^0-9A-Za-z]+/g, '')
    const base = meta.date !== undefined && number !== '' ? `${meta.date}-${number}` : `page-${i + 1}`
    const times = (taken.get(base) ?? 0) + 1
    taken.set(base, times)
    return { key: times === 1 ? base : `${base}-${times}`, meta }
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
  const sorted = [...issues].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    issues: sorted.map(([, list]) => {
      const { publication = '', date } = list[0]?.meta ?? {}
      const inOrder = list.toSorted((a, b) => byNumber.compare(a.meta.number ?? '', b.meta.number ?? ''))
      return date === undefined ? { publication, entries: inOrder } : { publication, date, entries: inOrder }
    }),
  }
}

const byNumber = new Intl.Collator('en', { numeric: true })

/** The neighbours of every page by key. Issues are neighbours within one paper only. */
export function neighboursOf(plan: Plan): ReadonlyMap<string, Neighbours> {
  const all = new Map<string, Neighbours>()
  for (const issue of plan.issues) {
    const run = plan.issues.filter((i) => i.publication === issue.publication)
    const at = run.indexOf(issue)
    for (const [i, e] of issue.entries.entries()) {
      all.set(e.key, {
        issue,
        ...known('previousPage', issue.entries[i - 1]),
        ...known('nextPage', issue.entries[i + 1]),
        ...known('previousIssue', run[at - 1]),
        ...known('nextIssue', run[at + 1]),
      })
    }
  }
  return all
}

const known = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: V } // a computed key of one literal
