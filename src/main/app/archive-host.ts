/** Keeps one archive process running: sends calls, hands on events, starts it again when it dies. */
import { BanxinError } from '../../shared/errors.ts'
import { failure } from '../../shared/reply.ts'
import type { Reply } from '../../shared/reply.ts'
import type { Started } from './start-by-node.ts'

export type ArchiveHost = {
  /** Never rejects. What was under way when the process died gets `archive/unavailable`; what comes while it starts waits for it. */
  readonly call: (method: string, input: unknown) => Promise<Reply>
  /** Lets the process close its database, at most `CLOSE_MS`. */
  readonly close: () => Promise<void>
}

export type HostEvents = {
  readonly onEvent: (name: string, data: unknown) => void
  /** It died and answers again. */
  readonly onRestarted: () => void
}

const BACKOFF_MS = [50, 200, 500, 1000, 2000, 5000]
/** A process that lived this long starts the backoff over. */
const HEALTHY_MS = 10_000
/** The window is gone by then; the process may still be loading its dictionaries. */
const CLOSE_MS = 5000

export function archiveHost(start: () => Started, { onEvent, onRestarted }: HostEvents): ArchiveHost {
  const pending = new Map<number, (reply: Reply) => void>()
  let waiting: (() => void)[] = []
  let running: Started | undefined
  let ready = false
  let nextId = 1
  let deaths = 0
  let closing: (() => void) | undefined

  const launch = () => {
    const started = start()
    const since = Date.now()
    running = started
    started.onMessage((answer) => {
      switch (answer.kind) {
        case 'ready':
          ready = true
          if (deaths > 0) onRestarted()
          for (const send of waiting.splice(0)) send()
          return
        case 'reply':
          pending.get(answer.id)?.(answer.reply)
          pending.delete(answer.id)
          return
        case 'event':
          return onEvent(answer.name, answer.data)
      }
    })
    started.onClose(() => {
      ready = false
      running = undefined
      if (Date.now() - since > HEALTHY_MS) deaths = 0
      for (const settle of pending.values()) settle(failure(new BanxinError('archive/unavailable')))
      pending.clear()
      if (closing) return closing()
      setTimeout(launch, BACKOFF_MS[Math.min(deaths, BACKOFF_MS.length - 1)])
      deaths += 1
    })
  }

  launch()
  return {
    call: (method, input) =>
      new Promise((settle) => {
        const id = nextId++
        pending.set(id, settle)
        const send = () => pending.has(id) && running?.send({ kind: 'call', id, method, input })
        if (ready) send()
        else waiting.push(send)
      }),
    close: () =>
      new Promise((resolve) => {
        waiting = []
        if (!running) return resolve()
        const timer = setTimeout(() => running?.kill(), CLOSE_MS)
        closing = () => {
          clearTimeout(timer)
          resolve()
        }
        running.send({ kind: 'close' })
      }),
  }
}
