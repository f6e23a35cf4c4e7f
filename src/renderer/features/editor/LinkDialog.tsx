/** Asks for the address of a link, and takes a link away. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { linked, linkText } from './formats.ts'
import { linkAsked } from './link-asked.ts'

export function LinkDialog() {
  const open = useStore(linkAsked, (s) => s.open)
  return open ? <OpenDialog /> : null
}

function OpenDialog() {
  const { t } = useTranslation()
  const { desk } = useWorkstation()
  const [before] = useState(() => linked(desk)?.href ?? '')
  const [address, setAddress] = useState(before)
  const [wrong, setWrong] = useState(false)
  const close = () => linkAsked.set({ open: false })
  const set = (to: string) => (linkText(desk, to) ? close() : setWrong(true))
  return (
    <Dialog title={t('link.title')} onClose={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          set(address)
        }}
      >
        <label className="field">
          <span>{t('link.address')}</span>
          <input
            className="input"
            data-first
            inputMode="url"
            value={address}
            aria-invalid={wrong}
            onChange={(event) => {
              setAddress(event.target.value)
              setWrong(false)
            }}
          />
        </label>
        {wrong && (
          <p className="dialog-text" role="alert">
            {t('link.wrong')}
          </p>
        )}
        <footer className="dialog-foot">
          {before !== '' && (
            <button type="button" className="button" onClick={() => set('')}>
              {t('link.remove')}
            </button>
          )}
          <button type="button" className="button" onClick={close}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main">
            {t('link.set')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
