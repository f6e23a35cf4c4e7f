/** Entry of the archive process: the one owner of the database, serving the host that started it. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { z } from 'zod'
import { channelToHost } from './channel-to-host.ts'
import { serveChannel } from './channel-serve.ts'

// What was compiled once is kept in the system's temporary folder. Electrons before 37 have a Node that cannot.
enableCompileCache?.()

const options = z
  .object({ path: z.string(), samples: z.string().exactOptional() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

const log = (what: string, error: unknown) => console.error(`archive ${what}:`, error)

serveChannel(
  channelToHost(),
  async () => {
    // Loaded late, so that a native module which this runtime cannot load fails a call and not the process.
    const { openOrRestore } = await import('./damaged.ts')
    return openOrRestore({ ...options, watch: true, log })
  },
  log,
  () => {
    flushCompileCache?.()
    // The database is closed. An ordinary end would wait for threads, and one that loads its dictionaries cannot be interrupted.
    process.kill(process.pid, 'SIGKILL')
  },
)
