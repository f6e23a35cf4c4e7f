/** What travels for a failure. Apart from the contract, so that what starts the processes need not load its schemas. */
import { BanxinError } from './errors.ts'
import type { Reply } from './rpc.ts'

export function failure(error: unknown): Reply {
  const known = error instanceof BanxinError ? error : new BanxinError('internal')
  return { ok: false, code: known.code, message: known.message, params: { ...known.params } }
}
