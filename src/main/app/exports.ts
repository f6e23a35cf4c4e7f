/** Exports from the window: where to, page by page with progress, replacing only what a person agreed to; and the clipboard. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import { clipboard, ClipboardItem, shell } from 'electron'
import type { ExportedFile, ExportReport } from '../../shared/api/exports.ts'
import type { AppHandlers } from '../../shared/api.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { writeWhole } from '../archive/write-whole.ts'
import type { AppContext } from './context.ts'
import { chooseFolder, inside, mayReplace, saveFile } from './export-files.ts'

/** Jobs that a person gave up. */
const cancelled = new Set<string>()

/** The last job that made something, and a file that it made. */
let last: { readonly job: string; readonly file: string } | undefined

type Names = 'export.run' | 'export.cancel' | 'export.show' | 'clipboard.write' | 'proof.print'

export const exportHandlers: Pick<AppHandlers<AppContext>, Names> = {
  'export.cancel': async ({ job }, { archive }) => {
    cancelled.add(job)
    await archive('export.stop', { job })
    return {}
  },

  'export.show': ({ job }) => {
    if (last?.job === job) shell.showItemInFolder(last.file)
    return Promise.resolve({})
  },

  'proof.print': (_, { window }) =>
    new Promise((resolve, reject) =>
      window().webContents.print({ printBackground: true, pageSize: 'A3' }, (printed, reason) => {
        if (printed || /cancel/i.test(reason)) resolve({ printed })
        else
          reject(
            /printers/i.test(reason)
              ? new BanxinError('print/none')
              : new BanxinError('print/failed', { detail: reason }),
          )
      }),
    ),

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
    const place = placer(window(), lang(), (file) => (last = last?.job === job ? last : { job, file }))
    const together = options.together === true && ids.length > 1 && formats.includes('pdf')
    // Several pages are one digital edition.
    const edition = ids.length > 1 && formats.includes('site')
    const single = formats.filter((f) => !(together && f === 'pdf') && !(edition && f === 'site'))
    const total = ids.length * single.length + (together ? 1 : 0) + (edition ? ids.length : 0)
    const isOne = total === 1
    let done = 0
    /** Renders and writes one piece; false ends the job. */
    const piece = async (id: number, format: string, render: () => Promise<readonly ExportedFile[]>) => {
      if (cancelled.has(job)) {
        report.cancelled = true
        return false
      }
      try {
        // Of before it is drawn: what is saved while it is drawn and written is marked in the next one.
        const drawn = format === 'proof' ? (await archive('page.get', { id })).revision : undefined
        const files = await render()
        const before = report.files.length
        if (!(await (isOne && files.length === 1 ? place.one(files, report) : place.all(files, report)))) return false
        // What was not written is no proof, and the next one marks the same again.
        if (drawn !== undefined && report.files.length > before) await archive('proof.take', { id, revision: drawn })
      } catch (error) {
        const { code, params } = error instanceof BanxinError ? error : new BanxinError('internal')
        report.failed.push({ id, format, code, params: { ...params } })
        if (isHopeless(code, report)) return false
      }
      tell('export.progress', { job, done: ++done, total, name: report.files.at(-1) ?? '' })
      return true
    }
    const writeOne = async (folder: string, replace: boolean) => {
      const choice = { folder, replace, options, layouts: [...layouts] }
      return (await archive('export.edition', { job, ids: [...ids], ...choice, before: done, total })).name
    }
    try {
      let goesOn = true
      let tried = 0
      if (together) goesOn = await piece(ids[0] ?? 0, 'pdf', () => archive('export.together', { ids, options }))
      for (const id of ids) {
        const before = report.failed.length
        const layout = layouts.find((l) => l.id === id)?.layout
        for (const format of single) {
          goesOn &&= await piece(id, format, () =>
            archive('export.render', { id, format, options, ...(layout && { layout }) }),
          )
        }
        if (!goesOn) break
        tried++
        if (single.length === 0 || report.failed.length - before < single.length) report.pages++
      }
      if (edition && goesOn && !cancelled.has(job)) await place.edition(report, ids[0] ?? 0, writeOne)
      report.cancelled ||= cancelled.has(job)
      if (!report.dismissed) report.missing = await archive('export.missing', { ids: ids.slice(0, tried) })
      return report
    } finally {
      cancelled.delete(job)
    }
  },
}

type OldClipboard = { readonly write: (data: { readonly html: string; readonly text: string }) => void }

type Report = { -readonly [K in keyof ExportReport]: ExportReport[K] }

/** Where nothing can be written, the rest need not be tried: a full disk, a folder that took not even the first file. */
const isHopeless = (code: string, { files, kept }: Report): boolean =>
  code === 'disk/full' || (code === 'file/unwritable' && files.length + kept.length === 0)

/** Asks once where to, and once whether what is there may be replaced; what it is asked to place it writes whole. */
function placer(window: BrowserWindow, lang: Lang, made: (file: string) => void) {
  let folder: string | undefined
  let replace: boolean | undefined
  return {
    one: async (files: readonly ExportedFile[], report: Report): Promise<boolean> => {
      const [file] = files
      if (!file) return true
      const saved = await saveFile(window, file, lang)
      report.dismissed = saved === undefined
      if (saved === undefined) return false
      made(saved)
      report.files.push(path.basename(saved))
      return true
    },
    /** `write` makes the edition in a folder, and fails with `file/exists` where it may not replace the one there. `id`: its first page. */
    edition: async (
      report: Report,
      id: number,
      write: (folder: string, replace: boolean) => Promise<string | null>,
    ): Promise<void> => {
      folder ??= await chooseFolder(window, lang)
      if (folder === undefined) {
        report.dismissed = true
        return
      }
      const into = folder
      try {
        const name = await write(into, false).catch(async (error: unknown) => {
          if (!(error instanceof BanxinError) || error.code !== 'file/exists') throw error
          const there = String(error.params.name)
          replace ??= await mayReplace(window, there, lang)
          if (replace) return write(into, true)
          report.kept.push(there)
          return null
        })
        if (name === null) return
        made(path.join(into, name, 'index.html'))
        report.files.push(`${name}/index.html`)
      } catch (error) {
        const { code, params } = error instanceof BanxinError ? error : new BanxinError('internal')
        report.failed.push({ id, format: 'site', code, params: { ...params } })
      }
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
        made(file)
        report.files.push(name)
      }
      return true
    },
  }
}
