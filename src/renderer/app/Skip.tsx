/** The first stops of the window: straight to the page, and to the list and the source where they stand. Seen only while they have the focus. */
import { useTranslation } from 'react-i18next'
import { goTo } from './panes.ts'
import { useShownPanes } from './shown-panes.ts'
import { useWorkstation } from './workstation.ts'

const TARGETS = [
  { name: 'page', pane: '.editor', text: 'skip.editor' },
  { name: 'library', pane: '.library', text: 'skip.library' },
  { name: 'source', pane: '.source', text: 'skip.source' },
] as const

export function Skip() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const shown = useShownPanes(w.shell)
  return (
    <nav className="skip" aria-label={t('skip.title')}>
      {TARGETS.filter(({ name }) => name === 'page' || shown.includes(name)).map(({ pane, text }) => (
        <button key={pane} type="button" onClick={() => goTo(w, pane)}>
          {t(text)}
        </button>
      ))}
    </nav>
  )
}
