/** The OCR source beside the page: its text or the picture of the paper, and under it what became of its characters. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { useAsync } from '../../ui/use-async.ts'
import { Ledger } from '../ledger/Ledger.tsx'
import { Notices } from './Notices.tsx'
import { PaperPicture } from './PaperPicture.tsx'
import { SourceText } from './SourceText.tsx'

const VIEWS = ['text', 'picture', 'both'] as const

export function Source() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const source = useStore(w.desk, (s) => s.open?.source)
  const encoding = useStore(w.desk, (s) => s.open?.encoding)
  const notices = useStore(w.desk, (s) => s.open?.notices)
  const listing = useStore(w.shell, (s) => s.listing)
  const picture = useAsync(
    () => (id === undefined ? Promise.resolve(null) : call('page.picture', { id })),
    [id, listing],
    w.complain,
  )
  const [view, setView] = useState<(typeof VIEWS)[number]>('both')
  const sha256 = picture?.sha256
  return (
    <section className="source" aria-label={t('source.title')}>
      <header className="pane-head">
        <h2>{t('source.title')}</h2>
        {sha256 ? (
          <div className="switch" role="group" aria-label={t('source.view')}>
            {VIEWS.map((v) => (
              <button key={v} type="button" aria-pressed={v === view} onClick={() => setView(v)}>
                {t(`source.view.${v}`)}
              </button>
            ))}
          </div>
        ) : (
          <span className="pane-note">{encoding?.toUpperCase()}</span>
        )}
      </header>
      {source === undefined ? (
        <p className="empty">{t('source.none')}</p>
      ) : (
        <>
          <Notices notices={notices ?? []} />
          {sha256 && view !== 'text' && <PaperPicture key={sha256} sha256={sha256} />}
          {(!sha256 || view !== 'picture') && <SourceText source={source} />}
          <Ledger key={id} source={source} />
        </>
      )}
    </section>
  )
}
