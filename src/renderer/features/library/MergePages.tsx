/** Two copies of one page become one: which stays, and which stories of the other it takes over. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storyCount, titleOf } from '../../../shared/page/walk.ts'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { useAsync } from '../../ui/use-async.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'

type Props = {
  readonly ids: readonly number[]
  readonly onClose: () => void
  readonly onMerge: (keep: number, drop: number, take: string[]) => void
}

export function MergePages({ ids, onClose, onMerge }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const pages = useAsync(() => Promise.all(ids.map((id) => call('page.get', { id }))), [], w.complain)
  const [keep, setKeep] = useState(ids[0] ?? 0)
  const [take, setTake] = useState<readonly string[]>([])
  const drop = ids.find((id) => id !== keep) ?? 0
  const other = pages?.find((p) => p.id === drop)
  return (
    <Dialog title={t('shelves.mergePages')} onClose={onClose} className="dialog-wide">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onMerge(keep, drop, [...take])
        }}
      >
        <p className="dialog-text">{t('shelves.mergePagesBody')}</p>
        <div className="form-pair" role="radiogroup" aria-label={t('shelves.keep')}>
          {pages?.map((p) => (
            <label key={p.id} className="copy" data-chosen={p.id === keep}>
              <input
                type="radio"
                name="keep"
                checked={p.id === keep}
                onChange={() => {
                  setKeep(p.id)
                  setTake([])
                }}
              />
              <strong lang={langOf(titleOfPage(p))}>{titleOfPage(p)}</strong>
              <span lang={langOf(p.name)}>{p.name}</span>
              <span>{t('library.stories', { n: storyCount(p.page) })}</span>
            </label>
          ))}
        </div>
        {other && (
          <fieldset className="take">
            <legend>{t('shelves.take')}</legend>
            {other.page.articles.map((a) => (
              <Check
                key={a.id}
                name={titleOf(a)}
                checked={take.includes(a.id)}
                onChange={(on) => setTake(on ? [...take, a.id] : take.filter((id) => id !== a.id))}
              />
            ))}
          </fieldset>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main" disabled={!pages}>
            {t('shelves.mergeDo')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

const titleOfPage = ({ page, name }: OpenPage): string => {
  const [first] = page.articles
  return first ? titleOf(first) : name
}
