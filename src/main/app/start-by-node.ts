/** Starts the archive process on a Node of its own; knows no Electron. */
import { fork } from 'node:child_process'
import type { Answer, Channel, Request } from '../archive/channel.ts'
import { MEMORY_ENV, MEMORY_FLAGS } from '../archive/memory-env.ts'

/** A started process: its channel, and the hard way to end it. `onClose` of the channel comes once, however it ended. */
export type Started = Channel<Request, Answer> & { readonly kill: () => void }
export type Starter = (script: string, argument: string) => Started

/** A Node of its own, `node` being its executable; used where Electron's Node is too old for the native modules. */
export const startByNode =
  (node: string): Starter =>
  (script, argument) => {
    const child = fork(script, [argument], {
      execPath: node,
      execArgv: ['--disable-warning=ExperimentalWarning', ...MEMORY_FLAGS],
      env: { ...process.env, ...MEMORY_ENV },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    return {
      // A failure to send means that the process is gone, which `exit` tells too.
      send: (message) => void (child.connected && child.send(message, () => {})),
      onMessage: (hear) => void child.on('message', (message) => hear(message as Answer)), // only our process holds the other end
      onClose: (hear) => {
        let told = false
        const once = () => {
          if (told) return
          told = true
          hear()
        }
        child.once('exit', once)
        child.once('error', once)
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
