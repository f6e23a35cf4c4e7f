/** What the archive's rooms ask of the main process: folders and files that a person chooses, and results that go into one. */
import { stat } from 'node:fs/promises'
import { dialog } from 'electron'
import type { AppHandlers } from '../../shared/api.ts'
import type { offersApi } from '../../shared/api/offers.ts'
import type { AppContext } from './context.ts'
import { saveFile } from './export-files.ts'
import { importOne } from './import-one.ts'
import { label } from './labels.ts'

export const offerHandlers: Pick<AppHandlers<AppContext>, keyof typeof offersApi> = {
  'import.folder': async (_, context) => (await chooseFolders(context)).map(context.tokens.offer),

  'import.take': async ({ tokens: chosen }, { archive, tokens }) => {
    const paths = chosen.map(tokens.pathOf)
    const [first] = paths
    if (first !== undefined && paths.length === 1 && !(await isFolder(first))) {
      for (const token of chosen) tokens.forget(token)
      return { job: null, imported: [await importOne(archive, first)] }
    }
    return { job: await archive('job.create', { paths }), imported: [] }
  },

  'watch.state': (_, context) => watched(context),

  'watch.choose': async ({ publication }, context) => {
    const [path] = await chooseFolders(context, false)
    if (path !== undefined)
      await context.archive('watch.set', { path, ...(publication !== undefined && { publication }) })
    return watched(context)
  },

  'watch.stop': async (_, context) => {
    await context.archive('watch.set', { path: null })
    return watched(context)
  },

  'search.export': async (input, { archive, window, lang }) => {
    const bytes = await archive('search.csv', { ...input, lang: lang() })
    const name = `${
      input.query
        .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
        .trim()
        .slice(0, 40) || 'banxin'
    }.csv`
    const saved = await saveFile(window(), { name, bytes }, lang())
    return saved === undefined ? [] : [saved]
  },
}

async function watched({ archive }: AppContext) {
  const { path, publication, there } = await archive('watch.get', {})
  return { folder: path, publication, there }
}

async function chooseFolders({ window, lang }: AppContext, several = true): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
    title: label('dialog.importFolder', lang()),
    properties: several ? ['openDirectory', 'multiSelections'] : ['openDirectory'],
  })
  return canceled ? [] : filePaths
}

const isFolder = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isDirectory() ?? false
