/** The workstation's one window: sandboxed, isolated, closed only after it put everything on disk. */
import { BrowserWindow } from 'electron'
import type { EventData, EventName } from '../../shared/api.ts'
import { recallBounds, rememberBounds } from './bounds.ts'
import { START_URL } from './scheme.ts'

export type Desk = {
  readonly window: BrowserWindow
  /** Tells the window; what it is told before its page is loaded comes when it is. */
  readonly tell: <E extends EventName>(name: E, data: EventData<E>) => void
  /** The window says that everything is on disk: it may go. */
  readonly leave: () => void
  /** The window stays, and the person is asked there. */
  readonly stay: () => void
}

const CLOSING_MS = 2000

export function openDesk(preload: string, boundsFile: string, icon: string): Desk {
  const bounds = recallBounds(boundsFile)
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: '版心 Banxin',
    icon,
    backgroundColor: '#f4f4f2',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (bounds?.maximized) window.maximize()
  // At once: a window that is not shown draws no frames, and the page's outline stands before its text can.
  window.show()

  const loaded = window.loadURL(START_URL)
  const tell: Desk['tell'] = (name, data) => {
    void loaded.then(
      () => !window.isDestroyed() && window.webContents.send('event', name, data),
      () => {},
    )
  }

  let timer: NodeJS.Timeout | undefined
  const leave = () => {
    clearTimeout(timer)
    if (!window.isDestroyed()) window.destroy()
  }
  const stay = () => {
    clearTimeout(timer)
    timer = undefined
  }
  window.on('close', (event) => {
    event.preventDefault()
    if (timer) return
    timer = setTimeout(leave, CLOSING_MS)
    void rememberBounds(window, boundsFile).catch(() => {})
    tell('window.closing', {})
  })
  // A crashed page cannot save: show it again, as the archive has all but the last second.
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (timer) return leave()
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  return { window, tell, leave, stay }
}
