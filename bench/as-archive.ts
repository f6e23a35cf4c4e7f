/** Starts this process again, in its place, with the memory settings that the archive process runs with. To be imported first. */
import { MEMORY_ENV, MEMORY_FLAGS } from '../src/main/archive/memory-env.ts'

if (process.platform === 'linux' && process.env.MALLOC_ARENA_MAX === undefined)
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...MEMORY_FLAGS, ...process.argv.slice(1)],
    {
      ...process.env,
      ...MEMORY_ENV,
    },
  )
