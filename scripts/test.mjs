// `npm test`: sets up what is missing, then every check in order; the first stage that fails ends the run and is named.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { allJourneys } from './e2e.mjs'
import { setUp, toolEnvironment } from './setup.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const tool =
  (command, ...args) =>
  () =>
    spawnSync(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: toolEnvironment(),
      shell: process.platform === 'win32',
    }).status ?? 1

const STAGES = [
  ['types', tool('tsc', '-b')],
  ['lint', tool('oxlint')],
  ['format', tool('prettier', '--check', '--log-level', 'warn', '.')],
  ['unit', tool('vitest', 'run')],
  ['build', build],
  ['e2e', allJourneys],
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !STAGES.some(([stage]) => stage === name))
if (unknown.length > 0) {
  console.error(`usage: npm test [-- ${STAGES.map(([stage]) => stage).join(' | ')} …]`)
  process.exit(2)
}

setUp({ tests: true })
for (const [stage, run] of STAGES) {
  if (asked.length > 0 && !asked.includes(stage)) continue
  const begin = Date.now()
  console.log(`\n▸ ${stage}`)
  const status = await run()
  const seconds = ((Date.now() - begin) / 1000).toFixed(1)
  if (status !== 0) {
    console.error(`\n✗ ${stage} failed after ${seconds} s`)
    process.exit(status)
  }
  console.log(`✓ ${stage} (${seconds} s)`)
}
