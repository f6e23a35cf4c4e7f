/** The window's entry: one workstation, drawn once. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { holdKeys, holdMenu } from './app/early-keys.ts'
import { afterFirstFrame } from './app/first-frame.ts'
import { startLanguages } from './app/languages.ts'
import { createWorkstation } from './app/workstation.ts'
import './app/fonts.css'
import './app/tokens.css'
import './app/base.css'
import './app/app.css'
import './ui/ui.css'
import './ui/fields.css'
import './ui/menus.css'
import './ui/dialogs.css'
import './ui/progress.css'
import './ui/selection.css'
import './ui/toasts.css'
import './features/palette/palette.css'
import './features/library/library.css'
import './features/editor/editor.css'
import './features/editor/roles.css'
import './features/editor/blocks.css'
import './features/editor/tables.css'
import './features/keys/keys.css'
import './features/acts/acts.css'
import './features/doubts/doubts.css'
import './features/states/states.css'
import './features/source/source.css'
import './features/ledger/ledger.css'
import './features/tabs/tabs.css'
import './features/help/help.css'
import './features/library/rooms.css'
import './features/library/columns.css'
import './features/library/page-table.css'
import './features/library/calendar.css'
import './features/library/lists.css'
import './features/library/undo-offer.css'
import './features/backups/backups.css'
import './features/dictionary/dictionary.css'
import './features/search/search.css'
import './features/search/filters.css'
import './features/search/no-hits.css'
import './features/search/replace.css'
import './features/imports/imports.css'
import './features/imports/correction.css'
import './features/history/history.css'
import './features/preview/preview.css'
import './features/layout/layout.css'
import './features/layout/fit.css'
import './features/layout/template.css'
import './features/export/export.css'
import './features/export/phone.css'
import './features/export/report.css'

const place = document.getElementById('desk')
if (place) {
  holdKeys()
  holdMenu()
  startLanguages()
  const workstation = createWorkstation()
  void Promise.race([workstation.start(), patience()]).finally(() => {
    createRoot(place).render(
      <StrictMode>
        <App workstation={workstation} />
      </StrictMode>,
    )
    afterFirstFrame()
  })
}

/** The page mostly comes at once and is drawn in one go with what is around it; an archive that takes longer is not waited for. */
function patience(): Promise<void> {
  return new Promise((enough) => setTimeout(enough, 300))
}
