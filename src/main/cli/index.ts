/** `banxin` on the command line: the same handlers as the window's, without the window. */
import { run } from './run.ts'

// A reader that closed its end early (`banxin … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await run(process.argv.slice(2))
