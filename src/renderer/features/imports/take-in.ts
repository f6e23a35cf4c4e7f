/** Files taken in: a few at once, many as a job that is looked at before anything is read. */
import { BanxinError, isErrorCode } from '../../../shared/errors.ts'
import { call } from '../../app/banxin.ts'
import type { Imported } from '../../../shared/api/imports.ts'
import type { Job } from '../../../shared/api/jobs.ts'
import type { createShell } from '../../app/shell.ts'
import type { createRooms } from '../library/rooms.ts'
import type { createImports } from './imports.ts'

type Parts = {
  readonly shell: Pick<ReturnType<typeof createShell>, 'attempt' | 'complain' | 'tell'>
  readonly rooms: ReturnType<typeof createRooms>
  readonly imports: ReturnType<typeof createImports>
  /** The library is listed anew. */
  readonly list: () => Promise<void>
  readonly openPage: (id: number) => Promise<void>
}

export function createTakeIn({ shell: { attempt, complain, tell }, rooms, imports, list, openPage }: Parts) {
  const imported = async (results: readonly Imported[]) => {
    for (const r of results)
      if (r.outcome === 'failed')
        complain(
          new BanxinError(isErrorCode(r.code ?? '') ? (r.code as BanxinError['code']) : 'internal', r.params ?? {}),
        ) // the guard just checked it
    const good = results.filter((r) => r.id !== null)
    await list()
    const last = good.at(-1)
    if (last?.id) {
      // It is what the person wants to see, wherever the file was dropped.
      await openPage(last.id)
      rooms.set({ room: undefined })
    }
    const fresh = good.filter((r) => r.outcome === 'new')
    if (fresh.length > 1) tell('toast.importedMany', { count: fresh.length })
    else if (fresh[0]) tell('toast.imported', { name: fresh[0].name })
    else if (last) tell('toast.duplicate', { name: last.name })
  }

  const importTokens = async (tokens: readonly string[]) => {
    const taken = await attempt(() => call('import.take', { tokens: [...tokens] }))
    if (taken?.job) await toImports(taken.job)
    else if (taken) await imported(taken.imported)
  }

  /** A job of many files is looked at before anything is read in. */
  const toImports = async (job: Job) => {
    await imports.read()
    imports.made(job)
    rooms.set({ room: 'imports' })
  }

  return {
    importTokens,
    openFiles: async () => {
      const files = await attempt(() => call('import.choose', {}))
      if (files && files.length > 0) await importTokens(files.map((f) => f.token))
    },
    openFolder: async () => {
      const folders = await attempt(() => call('import.folder', {}))
      if (folders && folders.length > 0) await importTokens(folders.map((f) => f.token))
    },
  }
}
