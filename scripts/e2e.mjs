// `npm run e2e`: the journeys in the real Electron window, on a virtual display where there is no other.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { setUp, toolEnvironment } from './setup.mjs'
import { hasDisplay } from './system.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Builds when stale, then runs the journeys that `args` choose (Playwright's arguments). Gives the exit code. */
export function journeys(args, environment = {}) {
  const built = build()
  if (built !== 0) return built
  const playwright = ['playwright', 'test', ...args]
  const [command, ...rest] = hasDisplay()
    ? playwright
    : ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1200x24', ...playwright]
  const result = spawnSync(command, rest, {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(environment),
    shell: process.platform === 'win32',
  })
  return result.status ?? 1
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp({ tests: true })
  process.exit(journeys(process.argv.slice(2)))
}
