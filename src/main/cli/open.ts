/** Opens an archive for one command and closes it again whatever happens. */
import { existsSync, rmSync } from 'node:fs'
import { api } from '../../shared/api.ts'
import type { Banxin } from '../../shared/api.ts'
import { client } from '../../shared/rpc.ts'
import type { Archive } from '../archive/archive.ts'
import { openArchive } from '../archive/archive.ts'
import { resolve } from './arguments.ts'

export type Opened = {
  readonly call: Banxin
  readonly onEvent: Archive['onEvent']
}

/** Runs `work` with the archive at `file`; a missing one is made with `create` only (else `archive/missing`), and stays if a page came into it. Without it the command only reads. */
export async function withArchive<T>(
  file: string,
  { create }: { readonly create: boolean },
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const at = resolve(file)
  const isNew = !existsSync(at)
  const archive = await openArchive({ path: at, create, reading: !create, watch: false, log: logged })
  const call = client(api, archive.handle)
  try {
    return await work({ call, onEvent: archive.onEvent })
  } finally {
    const empty = isNew && (await call('archive.stats', {}).catch(() => undefined))?.pages === 0
    await archive.close()
    if (empty) for (const ending of ['', '-wal', '-shm']) rmSync(at + ending, { force: true })
  }
}

/** Bugs show their stack to developers who ask for it, never to a user. */
function logged(message: string, error?: unknown): void {
  if (process.env.BANXIN_DEBUG) console.error(message, error)
}
