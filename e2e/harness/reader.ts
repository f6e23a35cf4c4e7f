/** A reader's browser without an address bar: the real Chromium of the Electron runtime, with files from disk. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { startElectron } from './electron.ts'

export type Reader = {
  readonly page: Page
  readonly open: (file: string, query?: string) => Promise<void>
  readonly size: (width: number, height: number) => Promise<void>
  readonly scheme: (scheme: 'light' | 'dark') => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens a plain window, sandboxed, without preload. `folder` is for its own few files. */
export async function openReader(folder: string): Promise<Reader> {
  const own = path.join(folder, 'reader')
  mkdirSync(own, { recursive: true })
  writeFileSync(path.join(own, 'package.json'), '{"name":"reader","version":"1.0.0","main":"main.cjs"}')
  writeFileSync(path.join(own, 'main.cjs'), MAIN)
  const app = await startElectron({ args: [own, `--user-data-dir=${path.join(own, 'data')}`] })
  const page = await app.firstWindow()
  return {
    page,
    open: async (file, query = '') => void (await page.goto(`${pathToFileURL(file).href}${query && `?${query}`}`)),
    size: async (width, height) => {
      await app.evaluate(
        ({ BrowserWindow }, s) => BrowserWindow.getAllWindows()[0]?.setContentSize(s.width, s.height),
        { width, height },
      )
      await page.waitForFunction((w) => innerWidth === w, width, { polling: 100 })
    },
    scheme: (colorScheme) => page.emulateMedia({ colorScheme }),
    close: () => app.close(),
  }
}

const MAIN = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 900, useContentSize: true, minWidth: 200, webPreferences: { sandbox: true } }).loadURL('about:blank'))
`
