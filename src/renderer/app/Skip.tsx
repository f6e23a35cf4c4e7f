/** The first stops of the window: straight to the page, the list or the source. Seen only while they have the focus. */
import { useTranslation } from 'react-i18next'
import { goTo } from './panes.ts'
import { useWorkstation } from './workstation.ts'

const TARGETS = [
  { pane: '.editor', text: 'skip.editor' },
  { pane: '.library', text: 'skip.library' },
  { pane: '.source', text: 'skip.source' },
] as const

export function Skip() {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <nav className="skip" aria-label={t('skip.title')}>
      {TARGETS.map(({ pane, text }) => (
        <button key={pane} type="button" onClick={() => goTo(w, pane)}>
          {t(text)}
        </button>
      ))}
    </nav>
  )
}
