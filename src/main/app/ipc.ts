/** What arrives from the window: only our own page is heard. */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import { holdsBytes } from '../../shared/bridge.ts'
import { failure } from '../../shared/reply.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Serve } from './route.ts'
import { ORIGIN } from './scheme.ts'

/** Hears the one window: calls go to `serve`, dropped files to `offer`. */
export function hearWindow(isOurs: (contents: WebContents) => boolean, serve: Serve, offer: (paths: string[]) => void) {
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    isOurs(event.sender) &&
    event.senderFrame === event.sender.mainFrame &&
    event.senderFrame.url.startsWith(`${ORIGIN}/`)

  ipcMain.handle('call', async (event, method: unknown, input: unknown) => {
    if (!trusted(event) || typeof method !== 'string')
      return failure(new BanxinError('method/unknown', { method: typeof method === 'string' ? method : '' }))
    // What was asked in JSON is answered in it, unless there are bytes in the answer.
    if (typeof input !== 'string') return serve(method, input)
    const reply = await serve(method, parsed(input))
    return holdsBytes(reply) ? reply : JSON.stringify(reply)
  })
  ipcMain.on('offer', (event, paths: unknown) => {
    if (trusted(event) && isPaths(paths)) offer(paths)
  })
}

/** Checked by hand, as the window is heard before the schemas are loaded. */
const isPaths = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((path) => typeof path === 'string' && path !== '')

/** Text that is no JSON stays text, which no method takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
