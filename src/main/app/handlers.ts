/** The methods that the main process serves: dialogs, files, and the program itself. */
import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import type { AppInfo } from '../../shared/api/app.ts'
import type { AppHandlers, Banxin, EventData, EventName } from '../../shared/api.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { exportHandlers } from './exports.ts'
import { importOne } from './import-one.ts'
import { label } from './labels.ts'
import { offerHandlers } from './offers.ts'
import type { Tokens } from './tokens.ts'

export type Tell = <E extends EventName>(name: E, data: EventData<E>) => void

export type AppContext = {
  readonly archive: Banxin
  readonly tokens: Tokens
  readonly window: () => BrowserWindow
  readonly leave: () => void
  readonly lang: () => Lang
  readonly tell: Tell
  readonly info: () => Promise<AppInfo>
}

export const handlers: AppHandlers<AppContext> = {
  ...offerHandlers,
  ...exportHandlers,

  'app.info': (_, { info }) => info(),

  'window.close': (_, { leave }) => {
    // After the reply is on its way.
    setImmediate(leave)
    return {}
  },

  'import.choose': async (_, { tokens, window, lang }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      title: label('dialog.import', lang()),
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: label('dialog.text', lang()), extensions: ['txt', 'md', 'markdown', 'json'] },
        { name: label('dialog.all', lang()), extensions: ['*'] },
      ],
    })
    return canceled ? [] : filePaths.map(tokens.offer)
  },

  'import.tokens': async ({ tokens: chosen }, { archive, tokens }) => {
    const imported = []
    for (const token of chosen) {
      const file = tokens.pathOf(token)
      imported.push(await importOne(archive, file))
      tokens.forget(token)
    }
    return imported
  },
}
