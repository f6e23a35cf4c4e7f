/** Exports of pages: by the dialog with all its choices, or at once in one format with those of the last time. */
import { BanxinError, isErrorCode } from '../../../shared/errors.ts'
import { call } from '../../app/banxin.ts'
import { FIRST_CHOICE } from './choices.ts'
import type { ExportOptions } from '../../../shared/api/exports.ts'
import type { createShell } from '../../app/shell.ts'
import type { Autosave } from '../editor/autosave.ts'
import type { Desk } from '../editor/desk.ts'
import type { createLayout } from '../layout/layout.ts'

type Parts = {
  readonly desk: Desk
  readonly shell: ReturnType<typeof createShell>
  readonly autosave: Autosave
  readonly layout: ReturnType<typeof createLayout>
}

/** Formats that hold the page as it is laid out. */
const PRINTED = new Set(['pdf', 'proof', 'idml'])

export function createExporting({ desk, shell: { shell, attempt, complain, say, tell }, autosave, layout }: Parts) {
  /** Exports pages as they are now; the open one as the preview shows it. Undefined where it failed, which the person was told. */
  const runExport = async (job: string, ids: readonly number[], formats: readonly string[], options: ExportOptions) => {
    const { open } = desk.get()
    if (open && ids.includes(open.id) && !(await autosave.flush())) {
      complain(new BanxinError('export/unsaved'))
      return undefined
    }
    const shown = layout.exported()
    const layouts = open && shown ? [{ id: open.id, layout: shown }] : []
    const report = await attempt(() =>
      call('export.run', { job, ids: [...ids], formats: [...formats], options, layouts }),
    )
    const cut = layouts.length > 0 && formats.some((f) => PRINTED.has(f)) ? layout.cutOff() : 0
    if (report && report.files.length > 0 && cut > 0) say('error', 'export.cutOff', { n: cut })
    return report
  }

  return {
    runExport,
    exportAs: async (format: string) => {
      const { open } = desk.get()
      if (!open) return
      const { options } = shell.get().chosen['export.last'] ?? FIRST_CHOICE
      const report = await runExport(crypto.randomUUID(), [open.id], [format], options)
      const [failed] = report?.failed ?? []
      if (failed) complain(new BanxinError(isErrorCode(failed.code) ? failed.code : 'internal', failed.params))
      else if (report && report.files.length > 0) tell('toast.exported', { names: report.files.join('、') })
    },
  }
}
