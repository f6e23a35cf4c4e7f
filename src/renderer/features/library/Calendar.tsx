/** A year of a newspaper: the days on which it came out, and those on which an issue is missing. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { CalendarMonth } from './CalendarMonth.tsx'
import { allYears, monthsOf, stepDay } from './days.ts'
import type { KeyboardEvent } from 'react'

type Props = {
  readonly publication: number
  /** The issue that is chosen. */
  readonly issue: number | undefined
  /** The day of the page that was opened since. */
  readonly opened: string | undefined
  readonly version: number
  readonly onChoose: (issue: number) => void
}

export function Calendar({ publication, issue, opened, version, onChoose }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const box = useRef<HTMLDivElement>(null)
  const asked = useAsync(
    async () => {
      const issues = issue === undefined ? [] : call('library.issues', { publication })
      const sorted = allYears(await call('library.years', { publication }))
      return { sorted, chosen: (await issues).find((i) => i.id === issue)?.date }
    },
    [publication, issue, version],
    w.complain,
  )
  const [at, setAt] = useState<string>()
  const [wanted, setWanted] = useState<number>()
  const sorted = asked?.sorted ?? []
  const chosen = opened ?? asked?.chosen
  const near = wanted ?? Number(chosen?.slice(0, 4))
  const year = sorted.includes(near) ? near : sorted.at(-1)
  const read = useAsync(
    async () => (year === undefined ? undefined : call('library.calendar', { publication, year })),
    [publication, year, version],
    w.complain,
  )
  const days = new Map(read?.days.map((d) => [d.date, d]))
  const dates = [...days.keys()].toSorted()
  // The day that Tab leads to: the one that keys went to, that of the open page or the chosen issue, or the latest.
  const here = [at, chosen].find((d) => d !== undefined && days.has(d)) ?? dates.at(-1)
  const shown = read && (chosen !== undefined && days.has(chosen) ? chosen : dates.at(-1))
  useEffect(() => {
    const month = box.current?.querySelector(`[data-date="${shown}"]`)?.closest('table')
    if (box.current && month) box.current.scrollTop = month.offsetTop - box.current.offsetTop
  }, [shown])
  if (asked && year === undefined) return <p className="empty column-main">{t('calendar.none')}</p>
  if (year === undefined) return <div className="column-main" />
  const place = sorted.indexOf(year)
  const missing = new Set(read?.missing)
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const to = here === undefined ? undefined : stepDay(dates, here, event.key)
    if (to === undefined) return
    event.preventDefault()
    setAt(to)
    box.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)?.focus()
  }
  return (
    <section className="column-main calendar" aria-label={t('shelves.calendar')}>
      <header className="calendar-head">
        <IconButton
          name={t('calendar.before')}
          icon={ChevronLeft}
          disabled={place <= 0}
          onClick={() => setWanted(sorted[place - 1])}
        />
        <select
          className="picker"
          aria-label={t('calendar.year')}
          value={year}
          onChange={(event) => setWanted(Number(event.target.value))}
        >
          {sorted.toReversed().map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <IconButton
          name={t('calendar.after')}
          icon={ChevronRight}
          disabled={place >= sorted.length - 1}
          onClick={() => setWanted(sorted[place + 1])}
        />
        <span className="pane-note" role="status">
          {t('calendar.count', { n: days.size })}
          {missing.size > 0 && <em> · {t('calendar.missing', { n: missing.size })}</em>}
        </span>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys go from day to day in it */}
      <div className="months" ref={box} onKeyDown={onKey}>
        {monthsOf(year).map((m) => (
          <CalendarMonth
            key={m.month}
            year={year}
            {...m}
            days={days}
            missing={missing}
            here={here}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </section>
  )
}
