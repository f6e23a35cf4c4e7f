/** Giving a newspaper another name, and making two one. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Publication } from '../../../shared/api/library.ts'

export function RenamePublication({
  publication,
  onClose,
  onDone,
}: {
  readonly publication: Publication
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [name, setName] = useState(publication.name)
  return (
    <Dialog title={t('shelves.rename')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void call('publication.rename', { id: publication.id, name: name.trim() }).then(() => {
            onDone()
            onClose()
          }, w.complain)
        }}
      >
        <label className="field">
          <span>{t('shelves.name')}</span>
          <input className="input" data-first value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <Foot onClose={onClose} name={t('shelves.rename')} disabled={name.trim() === publication.name} />
      </form>
    </Dialog>
  )
}

export function MergePublication({
  from,
  others,
  onClose,
  onDone,
}: {
  readonly from: Publication
  readonly others: readonly Publication[]
  readonly onClose: () => void
  readonly onDone: (into: number) => void
}) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [into, setInto] = useState(others[0]?.id)
  return (
    <Dialog title={t('shelves.merge')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (into === undefined) return
          void call('publication.merge', { from: from.id, into }).then(({ pages }) => {
            w.tell('shelves.merged', { n: pages })
            onDone(into)
            onClose()
          }, w.complain)
        }}
      >
        <p className="dialog-text">
          {t('shelves.mergeBody', { name: from.name || t('shelves.unknown'), n: from.pages })}
        </p>
        <label className="field">
          <span>{t('shelves.mergeInto')}</span>
          <select className="picker" data-first value={into} onChange={(event) => setInto(Number(event.target.value))}>
            {others.map((p) => (
              <option key={p.id} value={p.id}>
                {p.name || t('shelves.unknown')}
              </option>
            ))}
          </select>
        </label>
        <Foot onClose={onClose} name={t('shelves.mergeDo')} disabled={into === undefined} />
      </form>
    </Dialog>
  )
}

function Foot({
  onClose,
  name,
  disabled,
}: {
  readonly onClose: () => void
  readonly name: string
  readonly disabled: boolean
}) {
  const { t } = useTranslation()
  return (
    <footer className="dialog-foot">
      <button type="button" className="button" onClick={onClose}>
        {t('dialog.cancel')}
      </button>
      <button type="submit" className="button button-main" disabled={disabled}>
        {name}
      </button>
    </footer>
  )
}
