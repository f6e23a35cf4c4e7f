/** What became of an export: files, what failed, what was not replaced, which pictures are missing. */
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { errorText, isErrorCode } from '../../../shared/errors.ts'
import { langNow } from '../../app/languages.ts'
import type { ExportReport as Report } from '../../../shared/api/exports.ts'

/** More files than these are counted, not listed. */
const LISTED = 200

export function ExportReport({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { files, pages, failed, kept, missing, cancelled } = report
  return (
    <div className="export-report">
      <p className="export-sum" role="status">
        {cancelled ? <TriangleAlert aria-hidden size={17} /> : <CircleCheck aria-hidden size={17} />}
        {t(cancelled ? 'export.doneSome' : 'export.done', { files: files.length, pages })}
      </p>
      {failed.length > 0 && (
        <section data-kind="failed">
          <h3>{t('export.failed', { n: failed.length })}</h3>
          <ul>
            {failed.map((f) => (
              <li key={`${f.id}-${f.format}`}>
                <CircleAlert aria-hidden size={14} />
                {t('export.failedOne', { id: f.id, format: f.format })}
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
