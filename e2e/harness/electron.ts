/** Starts the project's Electron under Playwright, held back until Playwright hears everything. */
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { _electron } from '@playwright/test'
import { electronRuntime } from '../../scripts/electron.mjs'

export type Start = {
  /** The application's folder and what it is given. */
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Playwright holds an application back until it listens (and sets Chromium's switches for tests) only when it finds the
 * executable by itself; a window that opens before that may never be heard of. So the stand-in is named to the `electron`
 * package instead of Playwright.
 */
export function startElectron({ args, cwd, env }: Start): Promise<ElectronApplication> {
  const runtime = electronRuntime()
  if (!runtime) throw new Error('No Electron runtime: run `npm run setup` first.')
  if (runtime.standIn) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(runtime.executable)
  return _electron.launch({
    args: [...SWITCHES, ...args],
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...environment(), ...env },
  })
}

const SWITCHES = [
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  // A virtual display has no GPU; imitating one takes half of a small machine.
  '--disable-gpu',
]

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
