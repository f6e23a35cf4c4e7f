/** Giving a newspaper another name, and making two one. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { DialogFoot } from './DialogFoot.tsx'
import { namedFirst } from './named-first.ts'
import type { Acts } from './use-acts.ts'
import type { Publication } from '../../../shared/api/library.ts'

export function RenamePublication({
  publication,
  others,
  acts,
  onClose,
}: {
  readonly publication: Publication
  readonly others: readonly Publication[]
  readonly acts: Acts
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(publication.name)
  const given = name.trim()
  const meets = given !== publication.name && others.some((p) => p.name === given)
  return (
    <Dialog title={t('shelves.rename')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void acts
            .act('shelves.renamed', () => call('publication.rename', { id: publication.id, name: given }))
            .then((done) => done && onClose())
        }}
      >
        <label className="field">
          <span>{t('shelves.name')}</span>
          <input
            className="input"
            data-first
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p className="dialog-text" role="status" hidden={!meets && given !== ''}>
          {given === '' ? t('shelves.nameless') : meets && t('shelves.meets', { name: given })}
        </p>
        <DialogFoot
          progress={acts.progress}
          onClose={onClose}
          name={t('shelves.rename')}
          disabled={given === publication.name}
        />
      </form>
    </Dialog>
  )
}

export function MergePublication({
  from,
  others,
  acts,
  onClose,
  onDone,
}: {
  readonly from: Publication
  readonly others: readonly Publication[]
  readonly acts: Acts
  readonly onClose: () => void
  readonly onDone: (into: number) => void
}) {
  const { t } = useTranslation()
  const targets = namedFirst(others)
  const [into, setInto] = useState(targets[0]?.id)
  return (
    <Dialog title={t('shelves.merge')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (into === undefined) return
          void acts
            .act('shelves.merged', () => call('publication.merge', { from: from.id, into }))
            .then((done) => {
              if (!done) return
              onDone(into)
              onClose()
            })
        }}
      >
        <p className="dialog-text">
          {t('shelves.mergeBody', { name: from.name || t('shelves.unknown'), n: from.pages.toLocaleString('en') })}
        </p>
        <label className="field">
          <span>{t('shelves.mergeInto')}</span>
          <select className="picker" data-first value={into} onChange={(event) => setInto(Number(event.target.value))}>
            {targets.map((p) => (
              <option key={p.id} value={p.id} lang={langOf(p.name)}>
                {p.name || t('shelves.unknown')}
              </option>
            ))}
          </select>
        </label>
        <DialogFoot
          progress={acts.progress}
          onClose={onClose}
          name={t('shelves.mergeDo')}
          disabled={into === undefined}
        />
      </form>
    </Dialog>
  )
}
