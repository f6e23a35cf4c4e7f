/** What page each file of a job is, as guessed: corrected file by file or all at once, by hand or by a pattern, before anything is read in. */
import { Folder, Play, Regex, TextQuote, UserRoundPen } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { skippedText } from '../../../shared/api/jobs.ts'
import { readNumber } from '../../../shared/page-number.ts'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { readDay } from '../../ui/day.ts'
import { useFileWindow } from './file-window.ts'
import type { LookedAt } from './file-window.ts'
import { lastPart } from './imports.ts'
import { Patterns } from './Patterns.tsx'
import type { Job } from '../../../shared/api/jobs.ts'
import type { PageMeta } from '../../../shared/page/page.ts'

export const FIELDS = ['publication', 'date', 'number', 'section'] as const
type Field = (typeof FIELDS)[number]

/** What the path says or a person, else the file itself. */
const valueOf = (file: LookedAt, field: Field): string => file.meta[field] ?? file.head?.[field] ?? ''

/** Only the first lines say it, and what the whole page says may differ from them: it is kept when a person confirms it. */
const isUnsure = (file: LookedAt, field: Field): boolean =>
  file.meta[field] === undefined && Boolean(file.head?.[field])

/** Who says what stands in a cell; undefined where nobody says anything. */
function sourceOf(file: LookedAt, field: Field): 'person' | 'path' | 'head' | undefined {
  if (file.said.includes(field)) return 'person'
  if (isUnsure(file, field)) return 'head'
  return file.meta[field] ? 'path' : undefined
}

const MARKS = { path: Folder, head: TextQuote, person: UserRoundPen } as const

/** What a person writes as it is kept; undefined where it is none. */
const READ: Readonly<Record<Field, (text: string) => string | undefined>> = {
  publication: (text) => text.trim(),
  date: readDay,
  number: readNumber,
  section: (text) => text.trim(),
}

/** A person did something in the cell, so what stands in it when it is left is what they say. */
const touch = (cell: HTMLInputElement): void => void (cell.dataset.touched = '')

/** The same field of the next file, where one goes on as in a spreadsheet. */
const cellBelow = (cell: HTMLElement, field: number): HTMLElement | undefined =>
  cell.closest('li')?.nextElementSibling?.querySelectorAll<HTMLElement>('input.cell')[field]

export function Correction({ job }: { readonly job: Job }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const files = useFileWindow(job.id, undefined, w.complain, true)
  const [all, setAll] = useState<PageMeta>({})
  const [patterns, setPatterns] = useState(false)
  const known = (file: LookedAt) => FIELDS.filter((f) => valueOf(file, f)).length
  const { put, refresh } = files
  const skipped = skippedText(job.skipped, langNow())

  const correct = useCallback(
    async (file: LookedAt, field: Field, cell: HTMLInputElement) => {
      const { value } = cell
      const confirmed = cell.dataset.touched !== undefined
      delete cell.dataset.touched
      const text = READ[field](value)
      // What stands in the cell is what is kept, as it is kept.
      cell.value = text ?? valueOf(file, field)
      if (text === undefined) return w.say('error', 'imports.noDay', { text: value })
      if (text === valueOf(file, field) && !(confirmed && isUnsure(file, field))) return
      try {
        await call('job.correct', { id: job.id, n: [file.n], meta: { [field]: text } })
        put({ ...file, meta: { ...file.meta, [field]: text }, said: [...file.said, field] })
      } catch (error) {
        w.complain(error)
        refresh()
      }
    },
    [job.id, put, refresh, w],
  )
  const setForAll = async () => {
    if (readDay(all.date ?? '') === undefined) return w.say('error', 'imports.noDay', { text: all.date ?? '' })
    const said = FIELDS.map((field) => [field, READ[field](all[field] ?? '') ?? ''] as const)
    const meta = Object.fromEntries(said.filter(([, value]) => value !== ''))
    try {
      await call('job.correct', { id: job.id, meta })
      setAll({})
    } catch (error) {
      w.complain(error)
    }
    refresh()
  }

  return (
    <section className="column-main correction" aria-label={t('imports.correction')}>
      <header className="correction-head">
        <p>{t(job.total === 0 ? 'imports.nothing' : 'imports.correctionHint')}</p>
        <ul className="correction-legend" aria-hidden>
          {(['path', 'head', 'person'] as const).map((from) => (
            <li key={from}>
              <Mark from={from} />
              {t(`imports.from.${from}`)}
            </li>
          ))}
        </ul>
        <span className="status-space" />
        <button type="button" className="text-button" onClick={() => setPatterns(true)}>
          <Regex aria-hidden size={14} strokeWidth={1.6} />
          {t('imports.patterns')}
        </button>
        <button
          type="button"
          className="button button-main"
          data-first
          disabled={job.total === 0}
          onClick={() => void w.imports.start(job.id)}
        >
          <Play aria-hidden size={13} />
          {t('imports.start', { n: job.total.toLocaleString('en') })}
        </button>
        {skipped !== undefined && <p className="skipped">{skipped}</p>}
      </header>
      <form
        className="correction-row correction-all"
        onSubmit={(event) => {
          event.preventDefault()
          void setForAll()
        }}
      >
        <strong>{t('imports.all')}</strong>
        {FIELDS.map((field) => (
          <input
            key={field}
            className="cell"
            value={all[field] ?? ''}
            placeholder={t(`meta.${field}`)}
            aria-label={t('imports.allOf', { field: t(`meta.${field}`) })}
            onChange={(event) => setAll({ ...all, [field]: event.target.value })}
          />
        ))}
        <button type="submit" className="text-button" disabled={!FIELDS.some((f) => all[f])}>
          {t('imports.setAll')}
        </button>
      </form>
      <div className="correction-row correction-names" aria-hidden>
        <span>{t('imports.file')}</span>
        {FIELDS.map((field) => (
          <span key={field}>{t(`meta.${field}`)}</span>
        ))}
        <span />
      </div>
      <VirtualList
        name={t('imports.correction')}
        count={files.total ?? 0}
        height={36}
        onShow={files.show}
        row={(index) => {
          const file = files.at(index)
          return (
            file && (
              <div className="correction-row" data-known={known(file)}>
                <span className="correction-name" title={file.name} lang={langOf(file.name)}>
                  {file.name}
                </span>
                {FIELDS.map((field) => {
                  const value = valueOf(file, field)
                  const from = sourceOf(file, field)
                  return (
                    <span key={`${field}${value}`} className="cell-box">
                      <input
                        className="cell"
                        lang={langOf(value)}
                        defaultValue={value}
                        placeholder={t('imports.unknown')}
                        aria-label={t('imports.fieldOf', { field: t(`meta.${field}`), name: file.name })}
                        {...(from && { 'aria-description': t(`imports.from.${from}`) })}
                        onInput={(event) => touch(event.currentTarget)}
                        onBlur={(event) => void correct(file, field, event.target)}
                        onKeyDown={(event) => {
                          if (event.key !== 'Enter') return
                          touch(event.currentTarget)
                          const below = cellBelow(event.currentTarget, FIELDS.indexOf(field))
                          if (below) below.focus()
                          else event.currentTarget.blur()
                        }}
                      />
                      {from && <Mark from={from} />}
                    </span>
                  )
                })}
                <span className="correction-state">{known(file) >= 3 ? '' : t('imports.partly')}</span>
              </div>
            )
          )
        }}
      />
      {patterns && (
        <Patterns
          job={job.id}
          names={files.first(40).map((name) => `${lastPart(job.label)}/${name}`)}
          onClose={() => setPatterns(false)}
          onSaved={() => {
            setPatterns(false)
            refresh()
          }}
        />
      )}
    </section>
  )
}

function Mark({ from }: { readonly from: keyof typeof MARKS }) {
  const { t } = useTranslation()
  const Icon = MARKS[from]
  return (
    <i className="cell-from" data-from={from} title={t(`imports.from.${from}`)}>
      <Icon aria-hidden size={11} strokeWidth={1.8} />
    </i>
  )
}
