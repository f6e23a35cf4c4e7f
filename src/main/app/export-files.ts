/** Asks where an export goes, and keeps it there. */
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import type { ExportedFile } from '../../shared/api/exports.ts'
import { fill } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { label } from './labels.ts'
import { writeWhole } from '../archive/write-whole.ts'

/** Where the person saved the file; undefined when they dismissed the dialog. */
export async function saveFile(
  window: BrowserWindow,
  { name, bytes }: ExportedFile,
  lang: Lang,
): Promise<string | undefined> {
  const extension = path.extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: label('dialog.export', lang),
    defaultPath: name,
    filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
  })
  if (canceled || !filePath) return undefined
  await writeWhole(filePath, bytes)
  return filePath
}

export async function chooseFolder(window: BrowserWindow, lang: Lang): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: label('dialog.folder', lang),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? undefined : filePaths[0]
}

/** `name` is there, and perhaps more of what is to come. */
export async function mayReplace(window: BrowserWindow, name: string, lang: Lang): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: fill(label('dialog.replaceOne', lang), { name }),
    buttons: [label('dialog.replaceYes', lang), label('dialog.keep', lang)],
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
