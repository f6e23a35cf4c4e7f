/** Calendars: a month as a table whose days lead to that day's issue. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { dayOf, daysInMonth, weekdayOf, WEEKDAYS } from '../../dates.ts'
import type { Listed } from './catalog.ts'
import { viewText } from './chrome.ts'
import type { SiteContext } from './context.ts'
import type { Issue } from './plan.ts'
import { rootOf, URLS } from './urls.ts'

/** The month `YYYY-MM`; days with an issue are links, the day `here` is marked. */
export function monthTable(
  month: string,
  issues: readonly Issue[],
  root: string,
  here: string | undefined,
  heading: 'h2' | 'h3',
): Element {
  const { year, month: m } = dayOf(`${month}-01`)
  const byDate = new Map(issues.map((i) => [i.date, i] as const))
  const blank = weekdayOf({ year, month: m, day: 1 })
  const cells: ElementContent[] = Array.from({ length: blank }, () => h('td'))
  for (let day = 1; day <= daysInMonth(year, m); day++) {
    const date = `${month}-${String(day).padStart(2, '0')}`
    const first = byDate.get(date)?.entries[0]
    const link =
      first &&
      h('a', { href: root + URLS.page(first.key), ariaCurrent: date === here ? 'date' : undefined }, String(day))
    cells.push(h('td', link ? [link] : [h('span', String(day))]))
  }
  while (cells.length % 7 !== 0) cells.push(h('td'))
  const rows = Array.from({ length: cells.length / 7 }, (_, i) => h('tr', cells.slice(i * 7, i * 7 + 7)))
  return h('div.month', [
    h(heading, `${year}年${m}月`),
    h('table', [
      h(
        'thead',
        h(
          'tr',
          WEEKDAYS.map((d) => h('th', { scope: 'col' }, d)),
        ),
      ),
      h('tbody', rows),
    ]),
  ])
}

/** Every month that has an issue, newest first, paper by paper; pages without a date are listed at the end. */
export function calendarText(site: SiteContext, articles: readonly Listed[]): string {
  const { paper } = site
  const url = URLS.calendar
  const first = new Map(articles.toReversed().map((l) => [l.page, l.title] as const))
  const papers = [...new Set(site.plan.issues.map((i) => i.publication))]
  const sections = papers.map((name) => {
    const issues = site.plan.issues.filter((i) => i.publication === name)
    const months = [...new Set(issues.flatMap((i) => (i.date === undefined ? [] : [i.date.slice(0, 7)])))].toReversed()
    const undated = issues.filter((i) => i.date === undefined).flatMap((i) => i.entries)
    return h('section', [
      ...(papers.length > 1 ? [h('h2', name === '' ? '未标报名' : name)] : []),
      h(
        'div.months',
        months.map((m) =>
          monthTable(
            m,
            issues.filter((i) => i.date?.startsWith(m)),
            rootOf(url),
            undefined,
            papers.length > 1 ? 'h3' : 'h2',
          ),
        ),
      ),
      ...(undated.length > 0
        ? [
            h('p', '未标日期的版面：'),
            h(
              'ul.pages',
              undated.map((e) => h('li', h('a', { href: URLS.page(e.key) }, first.get(e.key) ?? e.label))),
            ),
          ]
        : []),
    ])
  })
  return viewText({
    url,
    paper,
    title: `日历 - ${paper}`,
    here: 'calendar',
    main: [h('div.list', [h('h1', '日历'), ...sections])],
  })
}
