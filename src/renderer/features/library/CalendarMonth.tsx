/** A month of the calendar: its days, with a button for each issue and a mark where one is missing. */
import { useTranslation } from 'react-i18next'
import { langNow } from '../../app/languages.ts'
import { isoDay } from '../../ui/day.ts'
import type { Month } from './days.ts'

type Props = Month & {
  readonly year: number
  readonly days: ReadonlyMap<string, { readonly issue: number; readonly pages: number }>
  readonly missing: ReadonlySet<string>
  /** The one day that Tab leads to; the arrow keys lead to the others. */
  readonly here: string | undefined
  /** The day of the open page or of the chosen issue. */
  readonly chosen: string | undefined
  readonly onChoose: (issue: number) => void
}

export function CalendarMonth({ year, month, weeks, days, missing, here, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const lang = langNow() === 'zh' ? 'zh-CN' : 'en'
  const name = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'narrow', timeZone: 'UTC' })
  return (
    <table className="month">
      <caption>{name.format(Date.UTC(year, month - 1, 1))}</caption>
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
        {weeks.map((week, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- a week is its place in the month
          <tr key={row}>
            {week.map((day, column) => {
              const date = day === undefined ? '' : isoDay(year, month, day)
              const issue = days.get(date)
              return (
                // oxlint-disable-next-line react/no-array-index-key -- a day is its place in the week
                <td key={column} data-missing={missing.has(date)}>
                  {issue ? (
                    <button
                      type="button"
                      data-date={date}
                      tabIndex={date === here ? 0 : -1}
                      aria-current={date === chosen ? 'date' : undefined}
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
  )
}
