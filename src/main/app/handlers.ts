/** The methods that the main process serves: dialogs, files, and the program itself. */
import { dialog } from 'electron'
import type { AppHandlers } from '../../shared/api.ts'
import type { AppContext } from './context.ts'
import { exportHandlers } from './exports.ts'
import { importOne } from './import-one.ts'
import { label } from './labels.ts'
import { offerHandlers } from './offers.ts'

export const handlers: AppHandlers<AppContext> = {
  ...offerHandlers,
  ...exportHandlers,

  'app.info': (_, { info }) => info(),

  'window.close': (_, { leave }) => {
    // After the reply is on its way.
    setImmediate(leave)
    return {}
  },

  'window.stay': (_, { stay }) => {
    stay()
    return {}
  },

  'storage.write': (_, { window }) => {
    window().webContents.session.flushStorageData()
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
