/** Moves pages to another newspaper, day, number or section; a field left empty stays as it is. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readNumber } from '../../../shared/page-number.ts'
import { call } from '../../app/banxin.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { useAsync } from '../../ui/use-async.ts'
import { DialogFoot } from './DialogFoot.tsx'
import type { Acts } from './use-acts.ts'

export type Target = {
  readonly publication?: string
  readonly date?: string
  readonly number?: string
  readonly section?: string
}

/** Characters of each at most. */
const MOST = { publication: 200, number: 20, section: 100 } as const

type Props = {
  readonly count: number
  readonly progress: Acts['progress']
  readonly onClose: () => void
  readonly onMove: (to: Target) => void
}

export function MovePages({ count, progress, onClose, onMove }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const publications = useAsync(() => call('library.publications', {}), [], w.complain)
  const [to, setTo] = useState({ publication: '', date: '', number: '', section: '' })
  const given = Object.fromEntries(
    Object.entries({ ...to, number: readNumber(to.number) }).filter(([, value]) => value.trim() !== ''),
  )
  const field = (key: Exclude<keyof typeof to, 'date'>) => (
    <label className="field">
      <span>{t(`meta.${key}`)}</span>
      <input
        className="input"
        value={to[key]}
        maxLength={MOST[key]}
        placeholder={t('shelves.unchanged')}
        list={key === 'publication' ? 'publications' : undefined}
        {...(key === 'publication' && { 'data-first': true })}
        onChange={(event) => setTo({ ...to, [key]: event.target.value })}
      />
    </label>
  )
  return (
    <Dialog title={t('shelves.moveTitle', { n: count.toLocaleString('en') })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onMove(given)
        }}
      >
        {field('publication')}
        <datalist id="publications">
          {publications?.map((p) => (
            <option key={p.id} value={p.name} lang={langOf(p.name)}>
              {p.name}
            </option>
          ))}
        </datalist>
        <div className="form-pair">
          <label className="field">
            <span>{t('meta.date')}</span>
            <DayField
              className="input"
              value={to.date}
              placeholder={t('shelves.unchanged')}
              onDay={(date) => setTo({ ...to, date })}
            />
          </label>
          {field('number')}
        </div>
        {field('section')}
        <DialogFoot
          onClose={onClose}
          name={t('shelves.moveDo')}
          disabled={Object.keys(given).length === 0}
          progress={progress}
        />
      </form>
    </Dialog>
  )
}
