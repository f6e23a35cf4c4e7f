// `npm run demo`: the whole journey on a sample page in the real window; leaves PDF, HTML and screenshots in out/demo/.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { journeys } from './e2e.mjs'
import { setUp } from './setup.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'out', 'demo')

setUp({ tests: true })
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const status = await journeys(['e2e/demo.spec.ts'], { BANXIN_DEMO_OUT: folder })
const made = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
if (made.length > 0)
  console.log(
    `\nout/demo/\n${made
      .map((entry) => `  ${entry.name}`)
      .toSorted()
      .join('\n')}`,
  )
process.exit(status)
