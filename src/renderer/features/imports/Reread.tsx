/** Reads the open page anew from its raw bytes in another encoding. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { savedFirst } from '../../app/saved-first.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ENCODINGS } from '../../../shared/api/keep.ts'

export function Reread({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const open = useStore(w.desk, (s) => s.open)
  const [encoding, setEncoding] = useState(ENCODINGS.find((e) => e === open?.encoding) ?? 'gb18030')
  const reread = async () => {
    if (!open) return
    // Where another program has changed the page, the question what stands takes the place of this one.
    if (!(await savedFirst(w))) return onClose()
    try {
      await call('page.reread', { id: open.id, current: w.autosave.revision(), encoding })
      await w.reload()
      w.tell('reread.done', { encoding: t(`reread.${encoding}`) })
      onClose()
    } catch (error) {
      w.complain(error)
    }
  }
  return (
    <Dialog title={t('reread.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void reread()
        }}
      >
        <p className="dialog-text">{t('reread.body')}</p>
        <div className="encodings" role="radiogroup" aria-label={t('reread.title')}>
          {ENCODINGS.map((e) => (
            <label key={e}>
              <input
                type="radio"
                name="encoding"
                checked={e === encoding}
                {...(e === encoding && { 'data-first': true })}
                onChange={() => setEncoding(e)}
              />
              {t(`reread.${e}`)}
              {e === open?.encoding && <em>{t('reread.now')}</em>}
            </label>
          ))}
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main" disabled={!open}>
            {t('reread.do')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
