/** Exports from the window: where to, page by page with progress, replacing only what a person agreed to; and the clipboard. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { clipboard, ClipboardItem, dialog } from 'electron'
import type { ExportedFile, ExportReport } from '../../shared/api/exports.ts'
import type { AppHandlers } from '../../shared/api.ts'
import { BanxinError, fill } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { writeWhole } from '../archive/write-whole.ts'
import { inside } from './export-files.ts'
import type { AppContext } from './handlers.ts'
import { label } from './labels.ts'

/** Jobs that a person gave up. */
const cancelled = new Set<string>()

type Names = 'export.run' | 'export.cancel' | 'clipboard.write'

export const exportHandlers: Pick<AppHandlers<AppContext>, Names> = {
  'export.cancel': ({ job }) => {
    cancelled.add(job)
    return {}
  },

  'clipboard.write': async ({ html, text }) => {
    if (typeof ClipboardItem === 'function')
      await clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
    else (clipboard as unknown as OldClipboard).write({ html, text }) // an Electron from before ClipboardItem
    return {}
  },

  'export.run': async ({ job, ids, formats, options, layouts }, { archive, window, lang, tell }) => {
    const report: Report = {
      dismissed: false,
      cancelled: false,
      files: [],
      kept: [],
      pages: 0,
      failed: [],
      missing: [],
    }
    const place = placer(window(), lang())
    const together = options.together === true && ids.length > 1 && formats.includes('pdf')
    const single = formats.filter((f) => !(together && f === 'pdf'))
    const total = ids.length * single.length + (together ? 1 : 0)
    const isOne = total === 1
    let done = 0
    /** Renders and writes one piece; false ends the job. */
    const piece = async (id: number, format: string, render: () => Promise<readonly ExportedFile[]>) => {
      if (cancelled.has(job)) {
        report.cancelled = true
        return false
      }
      try {
        const files = await render()
        if (!(await (isOne && files.length === 1 ? place.one(files, report) : place.all(files, report)))) return false
      } catch (error) {
        const { code, params } = error instanceof BanxinError ? error : new BanxinError('internal')
        report.failed.push({ id, format, code, params: { ...params } })
      }
      tell('export.progress', { job, done: ++done, total, name: report.files.at(-1) ?? '' })
      return true
    }
    try {
      let goesOn = true
      if (together) goesOn = await piece(ids[0] ?? 0, 'pdf', () => archive('export.together', { ids, options }))
      for (const id of ids) {
        const layout = layouts.find((l) => l.id === id)?.layout
        for (const format of single) {
          goesOn &&= await piece(id, format, () =>
            archive('export.render', { id, format, options, ...(layout && { layout }) }),
          )
        }
        if (!goesOn) break
        report.pages++
      }
      if (!report.dismissed) report.missing = await archive('export.missing', { ids: ids.slice(0, report.pages) })
      return report
    } finally {
      cancelled.delete(job)
    }
  },
}

type OldClipboard = { readonly write: (data: { readonly html: string; readonly text: string }) => void }

type Report = { -readonly [K in keyof ExportReport]: ExportReport[K] }

/** Asks once where to, and once whether what is there may be replaced; what it is asked to place it writes whole. */
function placer(window: BrowserWindow, lang: Lang) {
  let folder: string | undefined
  let replace: boolean | undefined
  return {
    one: async (files: readonly ExportedFile[], report: Report): Promise<boolean> => {
      const [file] = files
      if (!file) return true
      const extension = path.extname(file.name).slice(1)
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: label('dialog.export', lang),
        defaultPath: file.name,
        filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
      })
      report.dismissed = canceled || !filePath
      if (canceled || !filePath) return false
      await writeWhole(filePath, file.bytes)
      report.files.push(path.basename(filePath))
      return true
    },
    all: async (files: readonly ExportedFile[], report: Report): Promise<boolean> => {
      folder ??= await chooseFolder(window, lang)
      if (folder === undefined) {
        report.dismissed = true
        return false
      }
      for (const { name, bytes } of files) {
        const file = inside(folder, name)
        if (existsSync(file)) {
          replace ??= await mayReplace(window, name, lang)
          if (!replace) {
            report.kept.push(name)
            continue
          }
        }
        await writeWhole(file, bytes)
        report.files.push(name)
      }
      return true
    },
  }
}

async function chooseFolder(window: BrowserWindow, lang: Lang): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: label('dialog.folder', lang),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? undefined : filePaths[0]
}

async function mayReplace(window: BrowserWindow, name: string, lang: Lang): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: fill(label('dialog.replaceOne', lang), { name }),
    buttons: [label('dialog.replaceYes', lang), label('dialog.keep', lang)],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
