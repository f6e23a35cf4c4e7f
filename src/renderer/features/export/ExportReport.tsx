/** What became of an export: files, what failed, what was not replaced, which pictures are missing. */
import { CircleAlert, CircleCheck, FolderOpen, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { errorText, isErrorCode } from '../../../shared/errors.ts'
import { langNow } from '../../app/languages.ts'
import type { ExportReport as Report, Format } from '../../../shared/api/exports.ts'

/** More files than these are counted, not listed. */
const LISTED = 200

type Props = { readonly report: Report; readonly formats: readonly Format[]; readonly onShow: () => void }

export function ExportReport({ report, formats, onShow }: Props) {
  const { t } = useTranslation()
  const { files, pages, failed, kept, missing, cancelled } = report
  const isWhole = !cancelled && failed.length === 0 && files.length > 0
  const sum = files.length === 0 ? 'export.doneNone' : cancelled ? 'export.doneSome' : 'export.done'
  const nameOf = (id: string) => formats.find((f) => f.id === id)?.name[langNow()] ?? id
  return (
    <div className="export-report">
      <div className="export-sum" data-kind={isWhole ? 'whole' : 'part'}>
        <p role="status">
          {isWhole ? <CircleCheck aria-hidden size={17} /> : <TriangleAlert aria-hidden size={17} />}
          {t(sum, { files: files.length, pages })}
        </p>
        {files.length > 0 && (
          <button type="button" className="button" onClick={onShow}>
            <FolderOpen aria-hidden size={15} />
            {t('export.show')}
          </button>
        )}
      </div>
      {failed.length > 0 && (
        <section data-kind="failed">
          <h3>{t('export.failed', { n: failed.length })}</h3>
          <ul>
            {failed.map((f) => (
              <li key={`${f.id}-${f.format}`}>
                <CircleAlert aria-hidden size={14} />
                {t('export.failedOne', { id: f.id, format: nameOf(f.format) })}
                {errorText(isErrorCode(f.code) ? f.code : 'internal', f.params, langNow())}
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section>
          <h3>{t('export.missing')}</h3>
          <ul>
            {missing.map((m) => (
              <li key={m.id}>{t('export.missingOne', { name: m.name, n: m.pictures })}</li>
            ))}
          </ul>
        </section>
      )}
      {kept.length > 0 && (
        <section>
          <h3>{t('export.kept')}</h3>
          <ul className="export-files">
            {kept.slice(0, LISTED).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {files.length > 0 && (
        <section>
          <h3>{t('export.files')}</h3>
          <ul className="export-files">
            {files.slice(0, LISTED).map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
