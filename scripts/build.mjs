// Builds main process, archive process, preload and window when something they are made of changed since the last time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { toolEnvironment } from './setup.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const SOURCES = ['src', 'electron.vite.config.ts', 'package-lock.json']
const PRODUCTS = ['out/main/index.cjs', 'out/main/archive.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']
const stamp = path.join(root, 'out', 'built')

/** Builds when stale. Gives the exit code of the builder, 0 when there was nothing to do. */
export function build() {
  const state = fingerprint()
  const fresh =
    PRODUCTS.every((file) => existsSync(path.join(root, file))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === state
  if (fresh) return 0
  const result = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(),
    shell: process.platform === 'win32',
  })
  if (result.status === 0) {
    mkdirSync(path.dirname(stamp), { recursive: true })
    writeFileSync(stamp, state)
  }
  return result.status ?? 1
}

/** Name, size and time of every source file. */
function fingerprint() {
  const hash = createHash('sha256')
  const visit = (file) => {
    const stat = statSync(file)
    if (stat.isDirectory()) for (const name of readdirSync(file).toSorted()) visit(path.join(file, name))
    else if (!/\.test\.tsx?$/.test(file)) hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`)
  }
  for (const source of SOURCES) visit(path.join(root, source))
  return hash.digest('hex')
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) process.exit(build())
