/** The pages that are open, as tabs: which come and go, which stands next; plain functions on a plain value. */
import type { Tab } from '../../app/settings-schema.ts'

export type { Tab }

/** More closed pages than this many are forgotten. */
const REMEMBERED = 30

/** `tabs` with a page in it, where it was or at the end, under the title it has now. */
export function withTab(tabs: readonly Tab[], tab: Tab): readonly Tab[] {
  const known = tabs.find((x) => x.id === tab.id)
  if (known?.title === tab.title) return tabs
  return known ? tabs.map((x) => (x.id === tab.id ? tab : x)) : [...tabs, tab]
}

export const withoutTab = (tabs: readonly Tab[], id: number): readonly Tab[] => tabs.filter((x) => x.id !== id)

/** The tab `by` places on from `id`, round the end. */
export function tabBeside(tabs: readonly Tab[], id: number | undefined, by: -1 | 1): Tab | undefined {
  const at = tabs.findIndex((x) => x.id === id)
  return at < 0 ? tabs[0] : tabs[(at + by + tabs.length) % tabs.length]
}

/** What to show once `id` is closed: the tab that comes into its place, or the one before. */
export function tabAfterClosing(tabs: readonly Tab[], id: number): Tab | undefined {
  const at = tabs.findIndex((x) => x.id === id)
  return tabs[at + 1] ?? tabs[at - 1]
}

export const closedWith = (closed: readonly Tab[], tab: Tab): readonly Tab[] =>
  [...withoutTab(closed, tab.id), tab].slice(-REMEMBERED)
