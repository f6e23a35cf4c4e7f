/** The archive process's end of the channel: Electron's parent port, or Node's own where Node started the process. */
import type { Answer, Channel, Request } from './channel.ts'

/** What `process.parentPort` is in a process that Electron's `utilityProcess` started; Node's types do not know it. */
type ParentPort = {
  on(event: 'message', hear: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

export function channelToHost(): Channel<Answer, Request> {
  const { parentPort } = process as typeof process & { parentPort?: ParentPort }
  return parentPort ? utilityChannel(parentPort) : forkChannel()
}

/** Chromium ends a utility process with its parent, so there is nothing to hear of a close. */
const utilityChannel = (port: ParentPort): Channel<Answer, Request> => ({
  send: (message) => port.postMessage(message),
  onMessage: (hear) => port.on('message', ({ data }) => hear(data as Request)), // only the host holds the other end
  onClose: () => {},
})

const forkChannel = (): Channel<Answer, Request> => ({
  send: (message) => {
    // The host may be gone while a reply is under way.
    if (process.connected) process.send?.(message)
  },
  onMessage: (hear) => void process.on('message', (message) => hear(message as Request)), // only the host holds the other end
  onClose: (hear) => void process.on('disconnect', hear),
})
