/** Serves a handler over a channel: opens it at once and again on the next call if that failed, answers, closes when the host says so or is gone. */
import type { Reply } from '../../shared/reply.ts'
import { failure } from '../../shared/reply.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Answer, Channel, Request } from './channel.ts'

export type Served = {
  readonly handle: (method: string, input: unknown) => Promise<Reply>
  readonly onEvent: (hear: (event: { readonly event: string; readonly data: unknown }) => void) => () => void
  readonly close: () => Promise<void>
}

/** `exit` is called once, after `close`. A failure to open is the answer to every call until an opening succeeds. */
export function serveChannel(
  channel: Channel<Answer, Request>,
  open: () => Promise<Served>,
  log: (what: string, error: unknown) => void,
  exit: () => void,
): void {
  let opened: Promise<Served> | undefined
  let closing = false

  const served = () => {
    opened ??= open().then((value) => {
      value.onEvent(({ event, data }) => channel.send({ kind: 'event', name: event, data }))
      return value
    })
    opened.catch((error: unknown) => {
      if (!(error instanceof BanxinError)) log('open', error)
      opened = undefined
    })
    return opened
  }

  const answer = async (method: string, input: unknown): Promise<Reply> => {
    try {
      return await (await served()).handle(method, input)
    } catch (error) {
      return failure(error)
    }
  }

  const close = async () => {
    if (closing) return
    closing = true
    try {
      await (await opened)?.close()
    } catch (error) {
      log('close', error)
    }
    exit()
  }

  channel.onClose(() => void close())
  channel.onMessage((message) => {
    if (message.kind === 'close') return void close()
    void answer(message.method, message.input).then((reply) => channel.send({ kind: 'reply', id: message.id, reply }))
  })
  channel.send({ kind: 'ready', node: process.versions.node, pid: process.pid })
  void served().catch(() => {})
}
