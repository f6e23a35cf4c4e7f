/** What arrives from the window: only our own page is heard. */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import { failure } from '../../shared/failure.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Serve } from './route.ts'
import { ORIGIN } from './scheme.ts'

/** Hears the one window: calls go to `serve`, dropped files to `offer`. */
export function hearWindow(isOurs: (contents: WebContents) => boolean, serve: Serve, offer: (paths: string[]) => void) {
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    isOurs(event.sender) &&
    event.senderFrame === event.sender.mainFrame &&
    event.senderFrame.url.startsWith(`${ORIGIN}/`)

  ipcMain.handle('call', (event, method: unknown, input: unknown) =>
    trusted(event) && typeof method === 'string'
      ? serve(method, input)
      : failure(new BanxinError('method/unknown', { method: typeof method === 'string' ? method : '' })),
  )
  ipcMain.on('offer', (event, paths: unknown) => {
    if (trusted(event) && isPaths(paths)) offer(paths)
  })
}

/** Checked by hand, as the window is heard before the schemas are loaded. */
const isPaths = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((path) => typeof path === 'string' && path !== '')
