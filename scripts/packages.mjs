// Sees to it that node_modules is what package-lock.json says.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')

/** Whether every package of the lock file stands in node_modules in its version, and the native one is compiled. */
export function packagesAreCurrent() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages
    return (
      Object.entries(wanted).every(
        ([place, { version, optional }]) =>
          place === '' || present[place]?.version === version || (optional === true && present[place] === undefined),
      ) && existsSync(path.join(modules, 'nodejieba', 'build', 'Release', 'nodejieba.node'))
    )
  } catch {
    return false
  }
}

/** Runs `npm ci`. What the cache holds is kept. Throws a sentence for people. */
export function installPackages(say) {
  say('npm: installing the packages …')
  const cache = path.join(modules, '.cache')
  const kept = path.join(root, 'out', 'cache-kept')
  mkdirSync(path.dirname(kept), { recursive: true })
  // One that a killed run left behind is as good.
  if (existsSync(cache)) {
    rmSync(kept, { recursive: true, force: true })
    renameSync(cache, kept)
  }
  try {
    const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: installEnvironment(),
      // On Windows npm is a script for the shell.
      shell: process.platform === 'win32',
    })
    if (result.status !== 0)
      throw new Error('npm 软件包安装失败，请看上面的说明。 The npm packages could not be installed; see above.')
  } finally {
    if (existsSync(kept)) {
      mkdirSync(modules, { recursive: true })
      rmSync(cache, { recursive: true, force: true })
      renameSync(kept, cache)
    }
  }
}

function installEnvironment() {
  const env = { ...process.env }
  // npm must not run on the Node that it is about to replace.
  env.PATH = (env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(modules))
    .join(path.delimiter)
  // The headers of the Node that is here spare the compiler a download.
  const prefix = ['/usr', '/usr/local', path.resolve(process.execPath, '../..')].find((folder) =>
    existsSync(path.join(folder, 'include', 'node', 'node_api.h')),
  )
  if (prefix && !env.npm_config_nodedir) env.npm_config_nodedir = prefix
  return env
}
