/** A window of its own for each journey of a file. */
import { rmSync } from 'node:fs'
import { test } from '@playwright/test'
import { launch } from './launch.ts'
import type { Launched, LaunchOptions } from './launch.ts'

/** The window of the journey that runs now. */
export type FreshDesk = Launched & {
  /** It is closed, and the same person comes back. What was taken of it before, `window` above all, is of the one that is gone. */
  readonly again: () => Promise<void>
}

/**
 * Opens a window before each journey of the file, waits until `ready` (a selector) stands in it, and closes it after the journey. It may
 * be asked for from the first journey on.
 */
export function freshDesk(ready: string, options: LaunchOptions = {}): FreshDesk {
  let desk: Launched | undefined
  const now = (): Launched => {
    if (!desk) throw new Error('asked for before the first journey')
    return desk
  }
  const open = async (given: LaunchOptions) => {
    desk = await launch(given)
    await desk.window.waitForSelector(ready)
  }
  test.beforeEach(() => open(options))
  test.afterEach(async () => {
    await desk?.close()
    // One that was come back to does not take its folder with it.
    if (desk) rmSync(desk.userData, { recursive: true, force: true })
    desk = undefined
  })
  return {
    get app() {
      return now().app
    },
    get window() {
      return now().window
    },
    get call() {
      return now().call
    },
    get userData() {
      return now().userData
    },
    get pid() {
      return now().pid
    },
    get close() {
      return now().close
    },
    again: async () => {
      const { close, userData } = now()
      await close({ keep: true })
      await open({ ...options, userData })
    },
  }
}
