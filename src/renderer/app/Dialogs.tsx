/** The dialogs: paste a page, delete one, settle a conflict or what is in the bin or gone, close a window that cannot save, find a command, change a key. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BatchDialog } from '../features/doubts/BatchDialog.tsx'
import { ExportDialog } from '../features/export/ExportDialog.tsx'
import { Help } from '../features/help/Help.tsx'
import { KeysDialog } from '../features/keys/KeysDialog.tsx'
import { Palette } from '../features/palette/Palette.tsx'
import { Versions } from '../features/history/Versions.tsx'
import { StatesDialog } from '../features/states/StatesDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Sentence } from '../ui/Sentence.tsx'
import { showKey } from './keys.ts'
import { NOTHING_PASTED } from './pasting.ts'
import { useStore } from './store.ts'
import { useWorkstation } from './workstation.ts'
import type { PageSummary } from '../../shared/api/pages.ts'
import type { Pasting } from './pasting.ts'

export function Dialogs() {
  const w = useWorkstation()
  const dialog = useStore(w.shell, (s) => s.dialog)
  const close = () => w.shell.set({ dialog: undefined })
  switch (dialog?.name) {
    case 'paste':
      return <PasteDialog onClose={close} />
    case 'remove':
      return <RemoveDialog page={dialog.page} onClose={close} />
    case 'conflict':
      return <ConflictDialog onClose={close} />
    case 'binned':
      return <BinnedDialog onClose={close} />
    case 'gone':
      return <GoneDialog onClose={close} />
    case 'unkept':
      return <UnkeptDialog onClose={close} />
    case 'export':
      return <ExportDialog ids={dialog.ids} onClose={close} />
    case 'palette':
      return <Palette onClose={close} />
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'help':
      return <Help onClose={close} />
    case 'batch':
      return <BatchDialog onClose={close} />
    case 'states':
      return <StatesDialog onClose={close} />
    case undefined:
      return null
  }
}

type Closing = { readonly onClose: () => void }

function PasteDialog({ onClose }: Closing) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const { name, text } = useStore(w.shell, (s) => s.pasting)
  const put = (some: Partial<Pasting>) => w.putPasting({ ...w.shell.get().pasting, ...some })
  const area = useRef<HTMLTextAreaElement>(null)
  // What is pasted now takes the place of what was left there.
  useEffect(() => area.current?.select(), [])
  const firstLine = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const suggested = firstLine
    .replace(/^#{1,6}\s*/, '')
    .trim()
    .slice(0, 24)
  const make = async () => {
    if (text.trim() === '' || !(await w.paste(name.trim() || suggested, text))) return
    put(NOTHING_PASTED)
    onClose()
  }
  return (
    <Dialog title={t('paste.title')} onClose={onClose} className="dialog-wide">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <label className="field">
          <span>{t('paste.text')}</span>
          <textarea
            className="input input-text"
            ref={area}
            data-first
            value={text}
            placeholder={t('paste.placeholder', { key: showKey('Mod+Enter') })}
            onChange={(event) => put({ text: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t('paste.name')}</span>
          <input
            className="input"
            value={name}
            placeholder={suggested}
            onChange={(event) => put({ name: event.target.value })}
          />
        </label>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main" disabled={text.trim() === ''}>
            {t('paste.make')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function RemoveDialog({ page, onClose }: Closing & { readonly page: PageSummary }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <Dialog title={t('remove.title')} onClose={onClose}>
      <p className="dialog-text">
        <Sentence text={t('remove.body', { title: page.title || page.name })} />
      </p>
      <footer className="dialog-foot">
        <button type="button" className="button" data-first onClick={onClose}>
          {t('dialog.cancel')}
        </button>
        <button
          type="button"
          className="button button-danger"
          onClick={() => {
            onClose()
            void w.remove(page)
          }}
        >
          {t('remove.do')}
        </button>
      </footer>
    </Dialog>
  )
}

function BinnedDialog({ onClose }: Closing) {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <Dialog title={t('binned.title')} onClose={onClose}>
      <p className="dialog-text">{t('binned.body')}</p>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => void w.settleAway('leave')}>
          {t('binned.leave')}
        </button>
        <button type="button" className="button button-main" data-first onClick={() => void w.settleAway('restore')}>
          {t('binned.restore')}
        </button>
      </footer>
    </Dialog>
  )
}

function GoneDialog({ onClose }: Closing) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [sure, setSure] = useState(false)
  if (sure)
    return (
      <Dialog key="sure" title={t('gone.discard')} onClose={onClose}>
        <p className="dialog-text">{t('gone.sure')}</p>
        <footer className="dialog-foot">
          <button type="button" className="button" data-first onClick={() => setSure(false)}>
            {t('gone.back')}
          </button>
          <button type="button" className="button button-danger" onClick={() => void w.settleAway('discard')}>
            {t('gone.discardSure')}
          </button>
        </footer>
      </Dialog>
    )
  return (
    <Dialog title={t('gone.title')} onClose={onClose}>
      <p className="dialog-text">{t('gone.body')}</p>
      <footer className="dialog-foot">
        <button type="button" className="button button-danger" onClick={() => setSure(true)}>
          {t('gone.discard')}
        </button>
        <button type="button" className="button button-main" data-first onClick={() => void w.settleAway('anew')}>
          {t('gone.anew')}
        </button>
      </footer>
    </Dialog>
  )
}

function UnkeptDialog({ onClose }: Closing) {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <Dialog title={t('unkept.title')} onClose={onClose}>
      <p className="dialog-text">{t('unkept.body')}</p>
      <footer className="dialog-foot">
        <button type="button" className="button button-danger" onClick={() => void w.closeUnkept()}>
          {t('unkept.close')}
        </button>
        <button type="button" className="button button-main" data-first onClick={onClose}>
          {t('unkept.stay')}
        </button>
      </footer>
    </Dialog>
  )
}

function ConflictDialog({ onClose }: Closing) {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <Dialog title={t('conflict.title')} onClose={onClose} className="dialog-wide">
      <p className="dialog-text">{t('conflict.body', { undo: showKey('Mod+Z') })}</p>
      <Versions />
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => void w.settle('theirs')}>
          {t('conflict.theirs')}
        </button>
        <button type="button" className="button button-main" data-first onClick={() => void w.settle('mine')}>
          {t('conflict.mine')}
        </button>
      </footer>
    </Dialog>
  )
}
