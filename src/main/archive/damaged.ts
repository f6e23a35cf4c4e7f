/** An archive that is too damaged to be opened: its backups are still there, and it becomes one of them again. */
import { BanxinError } from '../../shared/errors.ts'
import { failure } from '../../shared/reply.ts'
import type { Reply } from '../../shared/reply.ts'
import { api } from '../../shared/api.ts'
import { openArchive } from './archive.ts'
import type { Archive, ArchiveEvent, OpenOptions } from './archive.ts'
import { backupFile, backups, replaceArchive } from './backup.ts'

/** `openArchive`; of a damaged archive the backups can be listed and restored, and any other call tries to open it again. */
export async function openOrRestore(options: OpenOptions): Promise<Archive> {
  try {
    return await openArchive(options)
  } catch (error) {
    if (!isDamaged(error)) throw error
    return damaged(options)
  }
}

const isDamaged = (error: unknown): boolean => error instanceof BanxinError && error.code === 'archive/damaged'

function damaged(options: OpenOptions): Archive {
  const listeners = new Set<(event: ArchiveEvent) => void>()
  const tell = (event: ArchiveEvent) => {
    for (const listener of listeners) listener(event)
  }
  let opened: Promise<Archive> | undefined
  const open = () => {
    opened ??= openArchive(options).then((archive) => {
      archive.onEvent(tell)
      return archive
    })
    opened.catch(() => (opened = undefined))
    return opened
  }
  const restore = async (name: string): Promise<Reply> => {
    const kept = await replaceArchive(options.path, backupFile(options.path, name))
    await open()
    tell({ event: 'pages.changed', data: { ids: [] } })
    return { ok: true, value: { kept } }
  }
  return {
    handle: async (method, input) => {
      try {
        if (!opened && method === 'backup.list') return { ok: true, value: backups(options.path) }
        if (!opened && method === 'backup.restore') return await restore(api[method].input.parse(input).name)
        return await (await open()).handle(method, input)
      } catch (error) {
        if (!(error instanceof BanxinError)) options.log(method, error)
        return failure(error)
      }
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => (await opened?.catch(() => undefined))?.close(),
  }
}
