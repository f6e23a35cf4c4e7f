// `npm run bench:editor`: sets up, builds when stale, and runs the benchmark of the editor on a display.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { setUp, toolEnvironment } from './setup.mjs'
import { hasDisplay } from './system.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
setUp({ tests: true })
if (build() !== 0) process.exit(1)
const run = ['node', '--disable-warning=ExperimentalWarning', 'bench/editor.ts']
const [command, ...rest] = hasDisplay()
  ? run
  : ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1920x1200x24', ...run]
process.exit(spawnSync(command, rest, { cwd: root, stdio: 'inherit', env: toolEnvironment() }).status ?? 1)
