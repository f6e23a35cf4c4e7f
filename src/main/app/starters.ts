/** The two ways to start the archive process; the same channel comes out of both. */
import { utilityProcess } from 'electron'
import type { Answer } from '../archive/channel.ts'
import { MEMORY_ENV, MEMORY_FLAGS } from '../archive/memory-env.ts'
import type { Starter } from './start-by-node.ts'
import { startByNode } from './start-by-node.ts'

/** Electron's own Node, inside Chromium's process model. Needs an Electron whose Node-API the native modules accept. */
export const startByUtilityProcess: Starter = (script, argument) => {
  const child = utilityProcess.fork(script, [argument], {
    serviceName: 'Banxin archive',
    stdio: 'inherit',
    execArgv: [...MEMORY_FLAGS],
    env: { ...process.env, ...MEMORY_ENV },
  })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
    send: (message) => child.postMessage(message),
    onMessage: (hear) => void child.on('message', (message: Answer) => hear(message)),
    onClose: (hear) => void child.once('exit', () => hear()),
    kill: () => void child.kill(),
  }
}

/** better-sqlite3 needs Node-API 10, which Electron has had since its Node 22.14. */
const NODE_API_NEEDED = 10

/** `choice` is `utility`, `node` or nothing, which leaves it to the Node-API version of this Electron. `node` finds the executable. */
export function chooseStarter(choice: string | undefined, napi: string | undefined, node: () => string): Starter {
  const utility = choice === 'utility' || (choice !== 'node' && Number(napi ?? 0) >= NODE_API_NEEDED)
  return utility ? startByUtilityProcess : startByNode(node())
}
