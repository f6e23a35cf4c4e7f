// `npm test`: sets up what is missing, then every check; what is quick goes at once. The stage that fails ends the run and is named.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { journeys } from './e2e.mjs'
import { setUp, toolEnvironment } from './setup.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Rows of stages that run at once; what a row of several says is kept back and printed stage by stage. */
const ROWS = [
  [
    ['types', tool('tsc', '-b')],
    ['lint', tool('oxlint')],
    ['format', tool('prettier', '--check', '--log-level', 'warn', '.')],
    ['build', tool('node', 'scripts/build.mjs')],
  ],
  [['unit', tool('vitest', 'run')]],
  [['e2e', () => journeys()]],
]
const NAMES = ROWS.flat().map(([name]) => name)

const asked = process.argv.slice(2)
if (asked.some((name) => !NAMES.includes(name))) {
  console.error(`usage: npm test [-- ${NAMES.join(' | ')} …]`)
  process.exit(2)
}

setUp({ tests: true })
for (const row of ROWS) {
  const stages = row.filter(([name]) => asked.length === 0 || asked.includes(name))
  const together = stages.length > 1
  const running = stages.map(([name, run]) => ({ name, ended: timed(() => run(together)) }))
  let failed
  for (const { name, ended } of running) {
    console.log(`\n▸ ${name}`)
    const { status, output = '', seconds } = await ended
    process.stdout.write(output)
    if (status === 0) console.log(`✓ ${name} (${seconds} s)`)
    else {
      console.error(`\n✗ ${name} failed after ${seconds} s`)
      failed ??= status
    }
  }
  if (failed !== undefined) process.exit(failed)
}

async function timed(run) {
  const begin = Date.now()
  const result = await run()
  const seconds = ((Date.now() - begin) / 1000).toFixed(1)
  return typeof result === 'number' ? { status: result, seconds } : { ...result, seconds }
}

/** A stage that is a command; where several run at once its output is given back with its exit code. */
function tool(command, ...args) {
  return (together) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: together ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // Tools leave colours out when they write into a pipe.
      env: toolEnvironment(together && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      shell: process.platform === 'win32',
    })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
    return new Promise((resolve) => {
      child.on('error', (error) => resolve({ status: 1, output: `${error.message}\n` }))
      child.on('close', (code) => resolve({ status: code ?? 1, output: Buffer.concat(said) }))
    })
  }
}
