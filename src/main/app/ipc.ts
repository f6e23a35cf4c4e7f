/** What arrives from the window: the sender is checked, the caller rule is held, then the side that serves the method answers. */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { ipcMain } from 'electron'
import { z } from 'zod'
import type { Contract, Reply } from '../../shared/rpc.ts'
import { failure } from '../../shared/rpc.ts'
import { BanxinError } from '../../shared/errors.ts'
import { ORIGIN } from './scheme.ts'

export type Serve = (method: string, input: unknown) => Promise<Reply>

/** Sends a method of the contract to its side; one that is for the host alone does not exist for the window. */
export const route =
  (contract: Contract, sides: Readonly<Record<'app' | 'archive', Serve>>): Serve =>
  async (method, input) => {
    const declared = Object.hasOwn(contract, method) ? contract[method] : undefined
    if (!declared || declared.caller !== 'window') return failure(new BanxinError('method/unknown', { method }))
    return sides[declared.side](method, input)
  }

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
    const parsed = z.array(z.string().min(1)).safeParse(paths)
    if (trusted(event) && parsed.success) offer(parsed.data)
  })
}
