/** The conversation with the composing worker: it is sent what changed, has one question at a time, and answers about the open page only. */
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Article, Page } from '../../../shared/page/page.ts'
import type { Answer, Ask, Composed, Tried } from './messages.ts'

/** What is to be composed. */
export type Wanted = { readonly page: Page } & Pick<
  Extract<Ask, { kind: 'compose' }>,
  'template' | 'placement' | 'cuts'
>

type Listener = {
  /** What is wanted now; undefined: nothing. Asked when the worker can take it. */
  readonly wanted: () => Wanted | undefined
  /** The worker is told of the whole page, not only of what changed. */
  readonly renewed: () => void
  readonly composed: (answer: Composed) => void
  readonly proposed: (placement: Placement) => void
  readonly failed: () => void
}

export function createComposer(listener: Listener) {
  let worker: Worker | undefined
  let sent = new Map<string, Article>()
  let seq = 0
  /** The first question about the open page. */
  let since = 0
  let busy = false
  let stale = false
  let fresh = true
  const trials = new Map<number, (tried: Tried) => void>()

  const start = (): Worker => {
    const made = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<Answer>) => hear(data)
    made.onerror = (event) => {
      worker = undefined
      fail(event.message)
    }
    return made
  }

  const fail = (message: string) => {
    console.error(message)
    busy = false
    listener.failed()
  }

  const compose = () => {
    if (busy) {
      stale = true
      return
    }
    stale = false
    const wanted = listener.wanted()
    if (!wanted) return
    busy = true
    if (!worker) {
      worker = start()
      fresh = true
    }
    const { page, ...how } = wanted
    const known = fresh ? new Map<string, Article>() : sent
    const change = {
      meta: page.meta,
      order: page.articles.map((a) => a.id),
      articles: page.articles.filter((a) => known.get(a.id) !== a),
    }
    sent = new Map(page.articles.map((a) => [a.id, a]))
    if (fresh) listener.renewed()
    worker.postMessage({ kind: 'compose', seq: ++seq, fresh, change, ...how } satisfies Ask)
    fresh = false
  }

  const hear = (answer: Answer) => {
    switch (answer.kind) {
      case 'tried':
        trials.get(answer.seq)?.(answer.tried)
        trials.delete(answer.seq)
        return
      case 'proposed':
        // Another page may have been opened meanwhile.
        if (answer.seq >= since) listener.proposed(answer.placement)
        return
      case 'failed':
        fail(answer.message)
        return
      case 'composed':
        busy = false
        // An answer about a page that is no longer open is not shown.
        if (answer.seq >= since) listener.composed(answer)
        if (stale) compose()
    }
  }

  return {
    /** Asks for what is wanted, now or when the answer to the last question is there. */
    compose,
    /** The next question is about the whole page. */
    renew: () => {
      fresh = true
    },
    /** Another page is open: answers about the one before are not heard any more. */
    turn: () => {
      fresh = true
      since = seq + 1
    },
    /** Lets the rules propose a placement around what is pinned in `base`; false where nothing was composed yet. */
    propose: (base: Placement): boolean => {
      worker?.postMessage({ kind: 'propose', seq: ++seq, base } satisfies Ask)
      return worker !== undefined
    },
    /** Ways to make `article` fit in `base`, and how each of `placements` would fit. */
    measure: (article: string, base: Placement, placements: readonly Placement[]) =>
      new Promise<Tried>((resolve) => {
        worker ??= start()
        trials.set(++seq, resolve)
        worker.postMessage({ kind: 'try', seq, article, base, placements } satisfies Ask)
      }),
  }
}
