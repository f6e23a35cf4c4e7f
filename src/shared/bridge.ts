/** What the preload puts into the window as `window.banxin`: the same two functions for every method and every event. */
import type { Reply } from './reply.ts'

export type Bridge = {
  /**
   * Calls a method of the contract. It never rejects over a failure of the method. Input given as its JSON is answered in JSON too,
   * unless the answer has bytes in it.
   */
  readonly call: <I>(method: string, input: I) => Promise<I extends string ? Reply | string : Reply>
  /** Hears an event of the contract; gives back what ends the hearing. */
  readonly on: (event: string, hear: (data: unknown) => void) => () => void
}

/** Whether a plain value has bytes in it, which JSON cannot carry. */
export const holdsBytes = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (value instanceof Uint8Array || (Array.isArray(value) ? value : Object.values(value)).some(holdsBytes))
