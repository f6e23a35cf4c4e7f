// `npm start`: sets up what is missing, builds what is stale, opens the workstation.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { setUp, toolEnvironment } from './setup.mjs'
import { hasDisplay } from './system.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

if (!hasDisplay()) {
  console.error(
    '这里没有显示器，打不开窗口；请运行 npm run demo。 There is no display here to open a window on; try: npm run demo',
  )
  process.exit(1)
}
const runtime = setUp()
const built = build()
if (built !== 0) process.exit(built)
const asRoot = process.getuid?.() === 0
const result = spawnSync(runtime.executable, [...(asRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? root,
  stdio: 'inherit',
  env: toolEnvironment(),
})
process.exit(result.status ?? 1)
