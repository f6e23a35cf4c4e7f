/** Opens an archive for one command and closes it again whatever happens. */
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

/** Runs `work` with the archive at `file`; a missing one is made with `create` only (else `archive/missing`). */
export async function withArchive<T>(
  file: string,
  { create }: { readonly create: boolean },
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const archive = await openArchive({ path: resolve(file), create, watch: false, log: logged })
  try {
    return await work({ call: client(api, archive.handle), onEvent: archive.onEvent })
  } finally {
    await archive.close()
  }
}

/** Bugs show their stack to developers who ask for it, never to a user. */
function logged(message: string, error?: unknown): void {
  if (process.env.BANXIN_DEBUG) console.error(message, error)
}
