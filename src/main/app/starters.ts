/** The two ways to start the archive process; the same channel comes out of both. */
import { fork } from 'node:child_process'
import { utilityProcess } from 'electron'
import type { Answer, Channel, Request } from '../archive/channel.ts'

/** A started process: its channel, and the hard way to end it. `onClose` of the channel comes once, however it ended. */
export type Started = Channel<Request, Answer> & { readonly kill: () => void }
export type Starter = (script: string, argument: string) => Started

/** Electron's own Node, inside Chromium's process model. Needs an Electron whose Node-API the native modules accept. */
export const startByUtilityProcess: Starter = (script, argument) => {
  const child = utilityProcess.fork(script, [argument], { serviceName: 'Banxin archive', stdio: 'inherit' })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (hear) => void child.on('message', (message: Answer) => hear(message)),
    onClose: (hear) => void child.once('exit', () => hear()),
    kill: () => void child.kill(),
  }
}

/** A Node of its own, `node` being its executable; used where Electron's Node is too old for the native modules. */
export const startByNode =
  (node: string): Starter =>
  (script, argument) => {
    const child = fork(script, [argument], {
      execPath: node,
      execArgv: ['--disable-warning=ExperimentalWarning'],
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

/** better-sqlite3 needs Node-API 10, which Electron has had since its Node 22.14. */
const NODE_API_NEEDED = 10

/** `choice` is `utility`, `node` or nothing, which leaves it to the Node-API version of this Electron. `node` finds the executable. */
export function chooseStarter(choice: string | undefined, napi: string | undefined, node: () => string): Starter {
  const utility = choice === 'utility' || (choice !== 'node' && Number(napi ?? 0) >= NODE_API_NEEDED)
  return utility ? startByUtilityProcess : startByNode(node())
}
