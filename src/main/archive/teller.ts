/** How far something long is, as a person sees it while it lasts. */
import type { Context } from './context.ts'

/** Milliseconds between two tellings. */
const TELL_MS = 200

export type Teller = {
  /** Told now and then; at once never. */
  readonly tell: (done: number, total: number) => void
  /** What was told is ended, by a failure too: nothing stays on screen. */
  readonly over: () => void
}

/** `operation`: what `operation.cancel` would stop, if it can be stopped. */
export function teller({ emit }: Pick<Context, 'emit'>, operation?: () => number): Teller {
  let last = performance.now()
  let all: number | undefined
  return {
    tell: (done, total) => {
      if (performance.now() <= last + TELL_MS) return
      last = performance.now()
      all = total
      emit('operation.progress', { done, total, ...(operation && { operation: operation() }) })
    },
    over: () => {
      if (all !== undefined) emit('operation.progress', { done: all, total: all })
    },
  }
}
