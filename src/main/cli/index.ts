/** `banxin` on the command line: the same handlers as the window's, without the window. */
import { enableCompileCache } from 'node:module'
import { MEMORY_ENV, MEMORY_FLAGS } from '../archive/memory-env.ts'

// The C library reads it at a process's start only: an import begins again with it, in the same process.
if (process.platform === 'linux' && process.argv[2] === 'import' && process.env.MALLOC_ARENA_MAX === undefined)
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...MEMORY_FLAGS, ...process.argv.slice(1)],
    {
      ...process.env,
      ...MEMORY_ENV,
    },
  )

// What was compiled once is kept in the system's temporary folder: every later command starts in half the time.
enableCompileCache()
// A reader that closed its end early (`banxin … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
