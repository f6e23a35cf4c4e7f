// What the operating system has to bring: libraries of the Electron window, a compiler, a virtual display, tools that check output.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** `library` is looked for in the linker's cache, `command` on the path. Names are Debian's; Ubuntu's newer ones end in t64. */
const NEEDS = [
  { purpose: 'compile', package: 'g++', command: 'g++' },
  { purpose: 'compile', package: 'make', command: 'make' },
  { purpose: 'compile', package: 'python3', command: 'python3' },
  { purpose: 'window', package: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { purpose: 'window', package: 'libnss3', library: 'libnss3.so' },
  { purpose: 'window', package: 'libasound2', library: 'libasound.so.2' },
  { purpose: 'window', package: 'libgbm1', library: 'libgbm.so.1' },
  { purpose: 'window', package: 'libxss1', library: 'libXss.so.1' },
  { purpose: 'window', package: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { purpose: 'window', package: 'libxkbcommon0', library: 'libxkbcommon.so.0' },
  { purpose: 'window', package: 'libdrm2', library: 'libdrm.so.2' },
  { purpose: 'display', package: 'xvfb', command: 'xvfb-run' },
  { purpose: 'display', package: 'xauth', command: 'xauth' },
  // Tests that look into exported files skip where these are absent, so nobody is stopped for them.
  { purpose: 'check', package: 'poppler-utils', command: 'pdftotext' },
  { purpose: 'check', package: 'qpdf', command: 'qpdf' },
  { purpose: 'check', package: 'libxml2-utils', command: 'xmllint' },
]

/** The purposes that a person can do without. */
const OPTIONAL = new Set(['check'])

/**
 * Sees to it that what `purposes` need is there. As root on Debian and Ubuntu it installs what is missing; otherwise it
 * throws the sentence that says how to. Does nothing on other systems than Linux.
 */
export function needSystem(purposes, say) {
  if (process.platform !== 'linux') return
  const missing = missingPackages(purposes)
  if (missing.length === 0) return
  const root = process.getuid?.() === 0
  if (!onPath('apt-get')) {
    const required = missing.filter((need) => !OPTIONAL.has(need.purpose)).map((need) => need.library ?? need.command)
    if (required.length === 0) return
    throw new Error(`系统缺少：${required.join(' ')}，请安装。 The system lacks these; please install them.`)
  }
  const wanted = root ? missing : missing.filter((need) => !OPTIONAL.has(need.purpose))
  if (wanted.length === 0) return
  if (root) return install(wanted, say)
  throw new Error(
    `系统缺少一些软件包，请运行下面这一行后重试。 Some system packages are missing; run this line and try again:\n` +
      `  sudo apt-get install -y ${packageNames(wanted).join(' ')}`,
  )
}

/** Whether a window can be shown here. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

function missingPackages(purposes) {
  const asked = NEEDS.filter((need) => purposes.includes(need.purpose))
  const libraries = asked.some((need) => need.library) ? linkerCache() : ''
  return asked.filter((need) => (need.command ? !onPath(need.command) : !libraries.includes(`${need.library} `)))
}

function linkerCache() {
  for (const ldconfig of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    const { status, stdout } = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' })
    if (status === 0) return stdout
  }
  return ''
}

function onPath(command) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function install(wanted, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { encoding: 'utf8', env })
  const lists = '/var/lib/apt/lists'
  const update = () => {
    say('System: reading the package lists …')
    return apt('update')
  }
  const updated = !existsSync(lists) || !readdirSync(lists).some((name) => name.endsWith('_Packages'))
  if (updated) update()
  const attempt = () => {
    const names = packageNames(wanted)
    say(`System: installing ${names.join(' ')} …`)
    return apt('install', '-y', '--no-install-recommends', ...names)
  }
  let result = attempt()
  if (result.status !== 0 && !updated) {
    update()
    result = attempt()
  }
  const required = wanted.some((need) => !OPTIONAL.has(need.purpose))
  if (result.status !== 0 && required)
    throw new Error(
      `系统软件包安装失败，请看下面的说明。 The system packages could not be installed:\n${(result.stderr || result.stdout).trim().split('\n').slice(-3).join('\n')}`,
    )
}

/** Newer releases of Debian and Ubuntu gave some libraries a new name. */
function packageNames(needs) {
  return needs.map(({ package: name, library }) => {
    if (!library) return name
    const { stdout } = spawnSync('apt-cache', ['policy', `${name}t64`], { encoding: 'utf8' })
    return /Candidate: (?!\(none\))/.test(stdout ?? '') ? `${name}t64` : name
  })
}
