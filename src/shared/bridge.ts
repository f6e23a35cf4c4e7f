/** What the preload puts into the window as `window.banxin`: the same two functions for every method and every event. */
import type { Reply } from './rpc.ts'

export type Bridge = {
  /** Calls a method of the contract; give it to `client()`. It never rejects over a failure of the method. */
  readonly call: (method: string, input: unknown) => Promise<Reply>
  /** Hears an event of the contract; gives back what ends the hearing. */
  readonly on: (event: string, hear: (data: unknown) => void) => () => void
}
