// `npm run e2e`: the journeys in the real Electron window, on virtual displays where there is no other.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { openDisplays } from './displays.mjs'
import { setUp, toolEnvironment } from './setup.mjs'
import { hasDisplay } from './system.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Journeys at once: each wants about a processor, and waits so often that one more than there are keeps them busy. */
const MOST = 4
const AT_ONCE = Math.min(MOST, availableParallelism() + 1)

/**
 * Builds when stale, then runs the journeys that `args` choose (Playwright's arguments), all without any. On virtual displays they
 * run side by side, each worker on a display of its own; on a person's display one after the other. Gives the exit code.
 */
export async function journeys(args = [], environment = {}) {
  const built = build()
  if (built !== 0) return built
  const displays = hasDisplay() ? undefined : await openDisplays(AT_ONCE)
  try {
    return await run('playwright', ['test', ...args], {
      ...environment,
      ...(displays && { BANXIN_DISPLAYS: displays.names.join() }),
    })
  } finally {
    displays?.close()
  }
}

function run(command, args, environment) {
  const options = {
    cwd: root,
    env: toolEnvironment(environment),
    shell: process.platform === 'win32',
    stdio: 'inherit',
  }
  const child = spawn(command, args, options)
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp({ tests: true })
  process.exit(await journeys(process.argv.slice(2)))
}
