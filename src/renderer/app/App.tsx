/** The shell: header, three panes, status line; dialogs and messages over them. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels'
import { PageView } from '../features/editor/PageView.tsx'
import { Rooms } from '../features/library/Rooms.tsx'
import { later } from '../ui/later.tsx'
import { Dialogs, Header, Shortcuts, Side, Skip, Source, StatusBar, Tabs, Toasts } from './after-page.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { wordsOf } from './message.ts'
import { LEAST, leastPage, useShownPanes, windowWidth } from './shown-panes.ts'
import { useStore } from './store.ts'
import { useWorkstation, WorkstationProvider } from './workstation.ts'
import type { Pane } from './shown-panes.ts'
import type { Told } from './shell.ts'
import type { Workstation } from './workstation.ts'

const Preview = later(async () => (await import('../features/preview/Preview.tsx')).Preview)

export const App = ({ workstation }: { readonly workstation: Workstation }) => (
  <WorkstationProvider value={workstation}>
    <ErrorBoundary keep={() => void workstation.autosave.flush()}>
      <Shell />
    </ErrorBoundary>
  </WorkstationProvider>
)

function Shell() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const chosen = useStore(w.shell, (s) => s.chosen)
  const toasts = useStore(w.shell, (s) => s.toasts)
  const side = usePanelRef()
  const away = useStore(w.rooms, (s) => s.room !== undefined)
  const focused = chosen['view.focus']
  const panes = useShownPanes(w.shell)
  const shown = (pane: Pane) => panes.includes(pane)
  const width = (pane: string, otherwise: number) => chosen['panel.widths'][pane] ?? otherwise
  const group = useRef<HTMLDivElement>(null)
  return (
    <div className="shell" data-focus={focused} data-tabs={chosen.tabs.length > 0}>
      <Shortcuts />
      <Skip />
      <Header />
      <Tabs />
      <Group
        key={`${shown('library')}-${shown('source')}-${shown('preview')}`}
        className="panes"
        role="main"
        aria-label={t('desk.title')}
        elementRef={group}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          const all = group.current?.offsetWidth ?? 0
          if (!isUserInteraction || all === 0) return
          const widths = Object.entries(layout).map(([id, percent]) => [id, Math.round((all * percent) / 100)] as const)
          w.choose('panel.widths', {
            ...chosen['panel.widths'],
            ...Object.fromEntries(widths.filter(([id]) => id !== 'editor')),
          })
        }}
        inert={away}
        orientation="horizontal"
        resizeTargetMinimumSize={{ coarse: 20, fine: 10 }}
      >
        {shown('library') && (
          <>
            <Panel
              id="library"
              className="pane"
              defaultSize={width('library', 264)}
              minSize={LEAST.library}
              maxSize={640}
              panelRef={side}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Side panel={side} />
            </Panel>
            <Separator className="gutter" aria-label={t('panel.library')} />
          </>
        )}
        <Panel id="editor" className="pane" minSize={leastPage(panes, windowWidth())}>
          <PageView />
        </Panel>
        {shown('source') && (
          <>
            <Separator className="gutter" aria-label={t('panel.source')} />
            <Panel
              id="source"
              className="pane"
              defaultSize={width('source', 380)}
              minSize={LEAST.source}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Source />
            </Panel>
          </>
        )}
        {shown('preview') && (
          <>
            <Separator className="gutter" aria-label={t('panel.preview')} />
            <Panel
              id="preview"
              className="pane"
              defaultSize={width('preview', 540)}
              minSize={LEAST.preview}
              groupResizeBehavior="preserve-pixel-size"
            >
              <Preview />
            </Panel>
          </>
        )}
      </Group>
      <Rooms />
      <StatusBar />
      <Dialogs />
      <Toasts items={toasts.map(inWords)} label={t('toasts')} closeLabel={t('dialog.close')} onClose={w.dismiss} />
    </div>
  )
}

const inWords = ({ id, kind, message }: Told) => ({ id, kind, text: wordsOf(message) })
