/** Where the program's parts and this person's data lie. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { app } from 'electron'
import type { Arguments } from './arguments.ts'

export type Places = ReturnType<typeof placesOf>

export function placesOf(given: Arguments) {
  const root = app.getAppPath()
  const userData = app.getPath('userData')
  return {
    archive: path.resolve(given.archive ?? process.env.BANXIN_ARCHIVE ?? path.join(userData, 'archive', 'banxin.db')),
    samples: path.join(root, 'resources', 'samples'),
    icon: path.join(root, 'resources', 'icon.png'),
    renderer: path.join(root, 'out', 'renderer'),
    preload: path.join(root, 'out', 'preload', 'index.cjs'),
    archiveScript: path.join(root, 'out', 'main', 'archive.cjs'),
    bounds: path.join(userData, 'window.json'),
  }
}

/** The Node that comes with the project's packages, for an Electron whose own is too old. */
export const nodeExecutable = (): string =>
  process.env.BANXIN_NODE ?? createRequire(path.join(app.getAppPath(), 'package.json')).resolve('node/bin/node')
