/** What page each file of a job is, as guessed: corrected file by file or all at once, by hand or by a pattern, before anything is read in. */
import { Play, Regex } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { readDay } from '../../ui/day.ts'
import { useFileWindow } from './file-window.ts'
import { lastPart } from './imports.ts'
import { Patterns } from './Patterns.tsx'
import type { Job, JobFile } from '../../../shared/api/jobs.ts'
import type { PageMeta } from '../../../shared/page/page.ts'

export const FIELDS = ['publication', 'date', 'number', 'section'] as const
type Field = (typeof FIELDS)[number]

export function Correction({ job }: { readonly job: Job }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const files = useFileWindow(job.id, undefined, w.complain)
  const [all, setAll] = useState<PageMeta>({})
  const [patterns, setPatterns] = useState(false)
  const known = (file: JobFile) => FIELDS.filter((f) => file.meta[f]).length
  const { put, refresh } = files

  const correct = useCallback(
    async (file: JobFile, field: Field, value: string) => {
      const text = field === 'date' ? readDay(value) : value.trim()
      if (text === undefined) {
        w.tell('imports.noDay', { text: value })
        return refresh()
      }
      if (text === (file.meta[field] ?? '')) return
      const { [field]: _old, ...rest } = file.meta
      const meta: PageMeta = text === '' ? rest : { ...rest, [field]: text }
      try {
        await call('job.correct', { id: job.id, n: [file.n], meta: { ...meta, [field]: text } })
        put({ ...file, meta })
      } catch (error) {
        w.complain(error)
        refresh()
      }
    },
    [job.id, put, refresh, w],
  )
  const setForAll = async () => {
    const date = readDay(all.date ?? '')
    if (date === undefined) return w.tell('imports.noDay', { text: all.date ?? '' })
    const meta = Object.fromEntries(Object.entries({ ...all, date }).filter(([, value]) => value.trim() !== ''))
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
        <p>{t('imports.correctionHint')}</p>
        <span className="status-space" />
        <button type="button" className="text-button" onClick={() => setPatterns(true)}>
          <Regex aria-hidden size={14} strokeWidth={1.6} />
          {t('imports.patterns')}
        </button>
        <button type="button" className="button button-main" data-first onClick={() => void w.imports.start(job.id)}>
          <Play aria-hidden size={13} />
          {t('imports.start', { n: job.total.toLocaleString('en') })}
        </button>
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
                <span className="correction-name" title={file.name}>
                  {file.name}
                </span>
                {FIELDS.map((field) => (
                  <input
                    key={`${field}${file.meta[field] ?? ''}`}
                    className="cell"
                    defaultValue={file.meta[field] ?? ''}
                    placeholder={t('imports.unknown')}
                    aria-label={t('imports.fieldOf', { field: t(`meta.${field}`), name: file.name })}
                    onBlur={(event) => void correct(file, field, event.target.value)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') event.currentTarget.blur()
                    }}
                  />
                ))}
                <span className="correction-state">{known(file) >= 3 ? '' : t('imports.partly')}</span>
              </div>
            )
          )
        }}
      />
      {patterns && (
        <Patterns
          names={files.first(40).map((name) => `${lastPart(job.label)}/${name}`)}
          onClose={() => setPatterns(false)}
          onSaved={() => {
            setPatterns(false)
            void w.guessAgain(job.id)
          }}
        />
      )}
    </section>
  )
}
