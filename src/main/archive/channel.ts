/** What the host and the archive process say to each other, the same whichever way the process was started. */
import type { Reply } from '../../shared/reply.ts'

/** Host → archive process. `id` counts up from 1 and comes back with the reply. */
export type Request =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'close' }

/** Archive process → host. `ready` is the first message: from then on it answers. */
export type Answer =
  | { readonly kind: 'ready'; readonly node: string; readonly pid: number }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'event'; readonly name: string; readonly data: unknown }

/** One end of a pair of processes: plain values and `Uint8Array` only. */
export type Channel<Out, In> = {
  readonly send: (message: Out) => void
  readonly onMessage: (hear: (message: In) => void) => void
  /** The other end is gone. */
  readonly onClose: (hear: () => void) => void
}
