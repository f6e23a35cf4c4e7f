/** The export dialog: pages, formats, options, what it will look like, progress, and what became of it. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, on } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FIRST_CHOICE, groupsOf } from './choices.ts'
import { ExportOptions } from './ExportOptions.tsx'
import { ExportPreview } from './ExportPreview.tsx'
import { ExportReport } from './ExportReport.tsx'
import { ExportScope } from './ExportScope.tsx'
import { Presets } from './Presets.tsx'
import type { ExportReport as Report } from '../../../shared/api/exports.ts'
import type { Choice } from './choices.ts'

type Props = { readonly ids: readonly number[] | undefined; readonly onClose: () => void }
type Progress = { readonly done: number; readonly total: number; readonly name: string }

export function ExportDialog({ ids: given, onClose }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const formats = useStore(w.shell, (s) => s.formats)
  const open = useStore(w.desk, (s) => s.open?.id)
  const [choice, setChoice] = useState<Choice>(() => w.shell.get().chosen['export.last'] ?? FIRST_CHOICE)
  const [ids, setIds] = useState<readonly number[]>(given ?? (open === undefined ? [] : [open]))
  const [progress, setProgress] = useState<Progress>()
  const [report, setReport] = useState<Report>()
  const job = useRef(crypto.randomUUID())

  useEffect(
    () =>
      on(
        'export.progress',
        (p) =>
          p.job === job.current &&
          // The last of them may come after the report.
          setProgress((now) => now && { done: p.done, total: p.total, name: p.name }),
      ),
    [],
  )

  const run = async () => {
    w.choose('export.last', choice)
    setProgress({ done: 0, total: ids.length * choice.formats.length, name: '' })
    const made = await w.runExport(job.current, ids, choice.formats, choice.options)
    setProgress(undefined)
    if (made && !made.dismissed) setReport(made)
  }
  const close = () => {
    if (progress) void call('export.cancel', { job: job.current })
    else onClose()
  }
  const toggle = (id: string, chosen: boolean) =>
    setChoice({
      ...choice,
      formats: formats.map((f) => f.id).filter((f) => (f === id ? chosen : choice.formats.includes(f))),
    })

  return (
    <Dialog title={t('export.title')} onClose={close} className="dialog-export">
      {report ? (
        <ExportReport report={report} formats={formats} onShow={() => void call('export.show', { job: job.current })} />
      ) : (
        <div className="export-columns">
          <div className="export-choices" inert={progress !== undefined}>
            <ExportScope given={given} ids={ids} onChange={setIds} />
            {groupsOf(formats).map((group) => (
              <fieldset className="export-set" key={group.id}>
                <legend>{t(`export.group.${group.id}`)}</legend>
                <div className="export-formats">
                  {group.formats.map((f) => (
                    <Check
                      key={f.id}
                      name={f.name[langNow()]}
                      checked={choice.formats.includes(f.id)}
                      onChange={(chosen) => toggle(f.id, chosen)}
                    />
                  ))}
                </div>
              </fieldset>
            ))}
            <ExportOptions
              choice={choice}
              many={ids.length > 1}
              onChange={(options) => setChoice({ ...choice, options })}
            />
          </div>
          <div className="export-side">
            <ExportPreview page={ids[0]} choice={choice} />
          </div>
        </div>
      )}
      {progress && (
        <div className="export-progress">
          <progress value={progress.done} max={progress.total} aria-label={t('export.progress')} />
          <output>{t('export.doing', { done: progress.done, total: progress.total, name: progress.name })}</output>
        </div>
      )}
      <footer className="dialog-foot">
        {!report && !progress && <Presets choice={choice} onChoose={setChoice} />}
        <span className="status-space" />
        {report ? (
          <button type="button" className="button button-main" data-first onClick={onClose}>
            {t('dialog.close')}
          </button>
        ) : (
          <>
            <button type="button" className="button" onClick={close}>
              {progress ? t('export.stop') : t('dialog.cancel')}
            </button>
            <button
              type="button"
              className="button button-main"
              disabled={progress !== undefined || ids.length === 0 || choice.formats.length === 0}
              onClick={() => void run()}
            >
              {t('export.run')}
            </button>
          </>
        )}
      </footer>
    </Dialog>
  )
}
