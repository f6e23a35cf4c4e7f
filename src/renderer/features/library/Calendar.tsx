/** A year of a newspaper: the days on which it came out, and those on which an issue is missing. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { isoDay } from '../../ui/day.ts'
import { monthsOf } from './days.ts'

type Props = {
  readonly publication: number
  readonly version: number
  readonly onChoose: (issue: number) => void
}

export function Calendar({ publication, version, onChoose }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const years = useAsync(() => call('library.years', { publication }), [publication, version], w.complain)
  const [wanted, setWanted] = useState<number>()
  const sorted = years?.toSorted((a, b) => a - b) ?? []
  const year = wanted !== undefined && sorted.includes(wanted) ? wanted : sorted.at(-1)
  const read = useAsync(
    async () => (year === undefined ? undefined : call('library.calendar', { publication, year })),
    [publication, year, version],
    w.complain,
  )
  if (years && year === undefined) return <p className="empty column-main">{t('calendar.none')}</p>
  if (year === undefined) return <div className="column-main" />
  const at = sorted.indexOf(year)
  const days = new Map(read?.days.map((d) => [d.date, d]))
  const missing = new Set(read?.missing)
  const month = new Intl.DateTimeFormat(langNow() === 'zh' ? 'zh-CN' : 'en', { month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(langNow() === 'zh' ? 'zh-CN' : 'en', { weekday: 'narrow', timeZone: 'UTC' })
  return (
    <section className="column-main calendar" aria-label={t('shelves.calendar')}>
      <header className="calendar-head">
        <IconButton
          name={t('calendar.before')}
          icon={ChevronLeft}
          disabled={at <= 0}
          onClick={() => setWanted(sorted[at - 1])}
        />
        <h3>{year}</h3>
        <IconButton
          name={t('calendar.after')}
          icon={ChevronRight}
          disabled={at >= sorted.length - 1}
          onClick={() => setWanted(sorted[at + 1])}
        />
        <span className="pane-note" role="status">
          {t('calendar.count', { n: days.size })}
          {missing.size > 0 && <em> · {t('calendar.missing', { n: missing.size })}</em>}
        </span>
      </header>
      <div className="months">
        {monthsOf(year).map((m) => (
          <table key={m.month} className="month">
            <caption>{month.format(Date.UTC(year, m.month - 1, 1))}</caption>
            <thead>
              <tr>
                {Array.from({ length: 7 }, (_, i) => (
                  <th key={i} scope="col">
                    {weekday.format(Date.UTC(2024, 0, 1 + i))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {m.weeks.map((week, row) => (
                // oxlint-disable-next-line react/no-array-index-key -- a week is its place in the month
                <tr key={row}>
                  {week.map((day, column) => {
                    const date = day === undefined ? '' : isoDay(year, m.month, day)
                    const issue = days.get(date)
                    return (
                      // oxlint-disable-next-line react/no-array-index-key -- a day is its place in the week
                      <td key={column} data-missing={missing.has(date)}>
                        {issue ? (
                          <button
                            type="button"
                            title={t('calendar.day', { date, n: issue.pages })}
                            aria-label={t('calendar.day', { date, n: issue.pages })}
                            onClick={() => onChoose(issue.issue)}
                          >
                            {day}
                          </button>
                        ) : (
                          <span title={missing.has(date) ? t('calendar.gone', { date }) : undefined}>{day}</span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}
