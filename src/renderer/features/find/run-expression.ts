/** Runs an expression in a worker, for so long and no longer: one that tries every way to match may take years. */
import type { Found, Search } from './find-worker.ts'
import type { Place } from '../../../shared/page/find.ts'

/** Milliseconds of a search after which it is given up. A good expression reads a page in a few. */
const LIMIT = 1500

export type Outcome = readonly (readonly Place[])[] | 'slow' | 'stale'

export function createRunner() {
  let worker: Worker | undefined
  let lastId = 0
  let giveUp: ((outcome: 'slow' | 'stale') => void) | undefined

  /** The places of each text, `slow` where it took too long, `stale` where another question came meanwhile. */
  return (pattern: RegExp, texts: readonly string[]): Promise<Outcome> => {
    giveUp?.('stale')
    return new Promise((resolve) => {
      const runner = (worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' }))
      const id = ++lastId
      const done = (outcome: Outcome) => {
        clearTimeout(timer)
        runner.removeEventListener('message', hear)
        giveUp = undefined
        resolve(outcome)
      }
      const hear = ({ data }: MessageEvent<Found>) => data.id === id && done(data.places)
      runner.addEventListener('message', hear)
      giveUp = (outcome) => {
        // It cannot be asked to stop, only ended.
        runner.terminate()
        worker = undefined
        done(outcome)
      }
      const timer = setTimeout(() => giveUp?.('slow'), LIMIT)
      const search: Search = { id, pattern, texts }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      runner.postMessage(search)
    })
  }
}
