// `npm run e2e`: the journeys in the real Electron window, on a virtual display where there is no other.
import { spawn, spawnSync } from 'node:child_process'
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
  const [command, ...rest] = commandLine(args)
  return spawnSync(command, rest, { ...options(environment), stdio: 'inherit' }).status ?? 1
}

/** All journeys. On virtual displays they run in two halves at once, each on a display of its own, its lines printed when it ends. */
export async function allJourneys() {
  if (hasDisplay()) return journeys([])
  const built = build()
  if (built !== 0) return built
  const halves = [1, 2].map((n) => half(n))
  return Math.max(...(await Promise.all(halves)))
}

function half(n) {
  const [command, ...rest] = commandLine([`--shard=${n}/2`, `--output=out/test-results/${n}`], 100 * n)
  const child = spawn(command, rest, { ...options(), stdio: ['ignore', 'pipe', 'pipe'] })
  const lines = []
  child.stdout.on('data', (chunk) => lines.push(chunk))
  child.stderr.on('data', (chunk) => lines.push(chunk))
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(lines))
      resolve(code ?? 1)
    })
  })
}

/** `display`: the first number to try; two that start at once must not try the same. */
function commandLine(args, display = 99) {
  const playwright = ['playwright', 'test', ...args]
  return hasDisplay()
    ? playwright
    : ['xvfb-run', '--auto-servernum', `--server-num=${display}`, '--server-args=-screen 0 1920x1200x24', ...playwright]
}

const options = (environment = {}) => ({
  cwd: root,
  env: toolEnvironment(environment),
  shell: process.platform === 'win32',
})

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp({ tests: true })
  const asked = process.argv.slice(2)
  process.exit(asked.length > 0 ? journeys(asked) : await allJourneys())
}
