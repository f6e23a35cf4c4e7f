/** Asks where an export goes and writes it there, each file whole. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import type { ExportedFile } from '../../shared/api/exports.ts'
import { fill } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { label } from './labels.ts'
import { writeWhole } from '../archive/write-whole.ts'

/** The names of the files written; none when the person dismissed a dialog. One file gets a save dialog, more a folder. */
export async function saveFiles(
  window: BrowserWindow,
  files: readonly ExportedFile[],
  lang: Lang,
): Promise<readonly string[]> {
  const [first] = files
  if (!first) return []
  const placed =
    files.length === 1 && !first.name.includes('/')
      ? await placeOne(window, first, lang)
      : await placeInFolder(window, files, lang)
  for (const { file, bytes } of placed) await writeWhole(file, bytes)
  return placed.map(({ file }) => path.basename(file))
}

type Placed = { readonly file: string; readonly bytes: Uint8Array }

async function placeOne(window: BrowserWindow, { name, bytes }: ExportedFile, lang: Lang): Promise<readonly Placed[]> {
  const extension = path.extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: label('dialog.export', lang),
    defaultPath: name,
    filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
  })
  return canceled || !filePath ? [] : [{ file: filePath, bytes }]
}

async function placeInFolder(
  window: BrowserWindow,
  files: readonly ExportedFile[],
  lang: Lang,
): Promise<readonly Placed[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: label('dialog.folder', lang),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  if (canceled || folder === undefined) return []
  const placed = files.map(({ name, bytes }) => ({ file: inside(folder, name), bytes }))
  const there = placed.filter(({ file }) => existsSync(file)).length
  return there === 0 || (await mayReplace(window, there, lang)) ? placed : []
}

async function mayReplace(window: BrowserWindow, count: number, lang: Lang): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: fill(label('dialog.replace', lang), { count }),
    buttons: [label('dialog.replaceYes', lang), label('dialog.cancel', lang)],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

/** A name that would leave the folder keeps its last part only. */
export function inside(folder: string, name: string): string {
  const file = path.join(folder, name)
  return file.startsWith(folder + path.sep) ? file : path.join(folder, path.basename(name))
}
