/** Starts the built workstation in a real Electron window, on a user folder of its own that is gone afterwards. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { api } from '../../src/shared/api.ts'
import { client } from '../../src/shared/rpc.ts'
import type { Banxin } from '../../src/shared/api.ts'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { Reply } from '../../src/shared/reply.ts'
import { startElectron } from './electron.ts'
import type { Start } from './electron.ts'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export type Launched = {
  readonly app: ElectronApplication
  readonly window: Page
  /** The contract, called as the window does: gives the value, or throws the error that came back. */
  readonly call: Banxin
  /** Holds `archive/banxin.db` unless `archive` was given; give it to another `launch` to start again on the same. */
  readonly userData: string
  readonly pid: number
  /** Closes the window as a person does, and removes `userData` unless it was given or `keep` is set. */
  readonly close: (options?: { keep?: boolean }) => Promise<void>
}

export type LaunchOptions = {
  readonly archive?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** An existing user folder; without it a new temporary one, in which the sample pages were read already. */
  readonly userData?: string
  /** The program's very first start: the sample pages are read now. */
  readonly first?: boolean
  /** Window size in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number }
}

export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const userData = options.userData ?? (options.first || options.archive ? temporaryFolder() : await begunFolder())
  const start: Start = {
    cwd: root,
    args: [root, ...(options.archive ? ['--archive', options.archive] : []), ...(options.args ?? [])],
    env: { BANXIN_USER_DATA: userData, ...options.env },
  }
  const { app, window } = (await started(start)) ?? (await started(start)) ?? unheard()
  const { width, height } = options.size ?? { width: 1440, height: 900 }
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  // Asked by the clock: a window that is not yet shown draws no frames, and what happened before is not heard any more.
  await window.waitForFunction(() => document.readyState !== 'loading', undefined, { polling: 100 })
  const pid = app.process().pid ?? 0
  return {
    app,
    window,
    call: client(api, (method, input) => callFrom(window, method, input)),
    userData,
    pid,
    close: async ({ keep = false } = {}) => {
      await app.close().catch(() => {})
      if (!keep && options.userData === undefined) rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** Milliseconds in which a window is heard of, however busy the machine is. */
const HEARD = 20_000

/** Undefined where the window stands and its driver has not heard of it: such an application is of no use, and is closed. */
async function started(start: Start): Promise<Pick<Launched, 'app' | 'window'> | undefined> {
  const app = await startElectron(start)
  try {
    return { app, window: await app.firstWindow({ timeout: HEARD }) }
  } catch (error) {
    const standing = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(({ webContents }) => !webContents.isLoading()),
    )
    await app.close().catch(() => {})
    if (standing) return undefined
    throw error
  }
}

const unheard = (): never => {
  throw new Error('The window stood twice, and its driver did not hear of it.')
}

let begun: Promise<string> | undefined

/** A user folder with the archive of a first start, which is made once for all journeys of a process. */
async function begunFolder(): Promise<string> {
  begun ??= firstStart()
  const folder = temporaryFolder()
  cpSync(path.join(await begun, 'archive'), path.join(folder, 'archive'), { recursive: true })
  return folder
}

/** Milliseconds in which the sample pages are in, however busy the machine is: the segmenter's dictionaries are read before the second. */
const SAMPLES = 90_000

/** Waits until the sample pages of a first start are all in. */
export async function allSamples(window: Page): Promise<void> {
  const samples = readdirSync(path.join(root, 'resources/samples')).filter((name) => /_\d{8}_/.test(name))
  await expect(window.locator('.row')).toHaveCount(samples.length, { timeout: SAMPLES })
}

async function firstStart(): Promise<string> {
  const desk = await launch({ first: true })
  await allSamples(desk.window)
  await desk.close({ keep: true })
  process.on('exit', () => rmSync(desk.userData, { recursive: true, force: true }))
  return desk.userData
}

/** Calls a method as the window does; gives the reply as it came, read where it came as JSON. */
export const callFrom = async (window: Page, method: string, input: unknown): Promise<Reply> => {
  const reply = await window.evaluate(
    ([name, value]): Promise<Reply | string> => (globalThis as unknown as { banxin: Bridge }).banxin.call(name, value), // what the preload put there
    [method, input] as const,
  )
  return typeof reply === 'string' ? (JSON.parse(reply) as Reply) : reply // as the bridge writes it
}

let counters = 0

/** Notes every event named `event` from now on; the result gives how many came. */
export async function countEvents(window: Page, event: string): Promise<() => Promise<number>> {
  const counter = `count ${event} ${++counters}`
  await window.evaluate(
    ([name, key]) => {
      const desk = globalThis as unknown as { banxin: Bridge } & Record<string, number>
      desk[key] = 0
      desk.banxin.on(name, () => (desk[key] = (desk[key] ?? 0) + 1))
    },
    [event, counter] as const,
  )
  return () => window.evaluate((key) => (globalThis as unknown as Record<string, number>)[key] ?? 0, counter)
}

export const temporaryFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'banxin-e2e-'))

/** The process that `pid` started to own the archive, found by its script. Linux only, as the journeys are. */
export async function archiveProcess(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  for (const name of processes) {
    try {
      const [stat, command] = await Promise.all([
        readFile(`/proc/${name}/stat`, 'utf8'),
        readFile(`/proc/${name}/cmdline`, 'utf8'),
      ])
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      if (parent === pid && command.includes('archive.cjs')) return Number(name)
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error(`Process ${pid} has no archive process.`)
}
