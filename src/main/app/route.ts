/**
 * The caller rule: which side answers a call of the window, and which calls it may not make. It knows the methods by their names,
 * without their schemas, which take longer to load than the first page; types hold the names to the contract.
 */
import { BanxinError } from '../../shared/errors.ts'
import { failure } from '../../shared/reply.ts'
import type { Api } from '../../shared/api.ts'
import type { Reply } from '../../shared/reply.ts'
import type { MethodsOf } from '../../shared/rpc.ts'

export type Serve = (method: string, input: unknown) => Promise<Reply>

type HostOnly = { [M in keyof Api]: Api[M]['caller'] extends 'host' ? M : never }[keyof Api]

/** What the main process answers itself. */
const OWN = {
  'app.info': true,
  'clipboard.write': true,
  'proof.print': true,
  'export.cancel': true,
  'export.show': true,
  'export.run': true,
  'import.choose': true,
  'import.folder': true,
  'import.take': true,
  'import.tokens': true,
  'search.export': true,
  'storage.write': true,
  'watch.choose': true,
  'watch.state': true,
  'watch.stop': true,
  'window.close': true,
  'window.stay': true,
} as const satisfies Readonly<Record<MethodsOf<Api, 'app'>, true>>

/** What may name paths, and is for the main process and the command line. */
const HOST_ONLY = {
  'archive.dump': true,
  'archive.load': true,
  'backup.to': true,
  'export.edition': true,
  'export.render': true,
  'export.stop': true,
  'export.together': true,
  'import.path': true,
  'index.run': true,
  'job.create': true,
  'job.wait': true,
  'watch.get': true,
  'watch.set': true,
} as const satisfies Readonly<Record<HostOnly, true>>

/** Sends a call of the window to its side; one that is for the host alone does not exist. What neither knows, the archive refuses. */
export const route =
  (sides: Readonly<Record<'app' | 'archive', Serve>>): Serve =>
  async (method, input) => {
    if (Object.hasOwn(HOST_ONLY, method)) return failure(new BanxinError('method/unknown', { method }))
    return sides[Object.hasOwn(OWN, method) ? 'app' : 'archive'](method, input)
  }
