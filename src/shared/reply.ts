/** What travels for an answer. Apart from the contract, so that what starts the processes need not load its schemas. */
import { BanxinError } from './errors.ts'

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly params: Readonly<Record<string, string | number>>
    }

export function failure(error: unknown): Reply {
  const known = error instanceof BanxinError ? error : new BanxinError('internal')
  return { ok: false, code: known.code, message: known.message, params: { ...known.params } }
}
