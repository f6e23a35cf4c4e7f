/** The caller rule: which side answers a call of the window, and which calls it may not make. */
import { BanxinError } from '../../shared/errors.ts'
import type { Contract, Reply } from '../../shared/rpc.ts'
import { failure } from '../../shared/rpc.ts'

export type Serve = (method: string, input: unknown) => Promise<Reply>

/** Sends a method of the contract to its side; one that is for the host alone does not exist for the window. */
export const route =
  (contract: Contract, sides: Readonly<Record<'app' | 'archive', Serve>>): Serve =>
  async (method, input) => {
    const declared = Object.hasOwn(contract, method) ? contract[method] : undefined
    if (!declared || declared.caller !== 'window') return failure(new BanxinError('method/unknown', { method }))
    return sides[declared.side](method, input)
  }
