/** What the export will write: the sheets of paper, the article on a phone, or the text of the file as it stands. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { isSheets, shownOf } from './choices.ts'
import { SheetsShown } from './SheetsShown.tsx'
import { WechatPhone } from './WechatPhone.tsx'
import type { Choice } from './choices.ts'

type Shown = { readonly format: string; readonly name: string; readonly text: string }

export function ExportPreview({ page, choice }: { readonly page: number | undefined; readonly choice: Choice }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const formats = useStore(w.shell, (s) => s.formats)
  const shownFormats = shownOf(choice.formats)
  const [wanted, setWanted] = useState('')
  const format = shownFormats.find((f) => f === wanted) ?? shownFormats[0]
  const [shown, setShown] = useState<Shown>()
  const { options } = choice
  useEffect(() => {
    let gone = false
    if (page === undefined || format === undefined || isSheets(format)) return
    call('export.preview', { id: page, format, options }).then(
      (file) => !gone && setShown(file ? { format, ...file } : undefined),
      (error: unknown) => !gone && w.complain(error),
    )
    return () => {
      gone = true
    }
  }, [page, format, options, w])
  if (page === undefined || format === undefined) return <p className="empty">{t('export.noPreview')}</p>
  return (
    <>
      <div className="export-tabs" role="tablist" aria-label={t('export.preview')}>
        {shownFormats.map((f) => (
          <button
            key={f}
            type="button"
            role="tab"
            className="export-tab"
            aria-selected={f === format}
            onClick={() => setWanted(f)}
          >
            {formats.find((x) => x.id === f)?.name[langNow()]}
          </button>
        ))}
      </div>
      <div className="export-shown" role="tabpanel" aria-label={t('export.preview')}>
        {isSheets(format) ? (
          <SheetsShown key={`${page} ${format}`} id={page} format={format} />
        ) : (
          shown?.format === format &&
          (format === 'wechat' ? (
            <WechatPhone html={shown.text} />
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key
            <pre className="export-text" lang="zh-Hans" tabIndex={0} aria-label={shown.name}>
              {shown.text}
            </pre>
          ))
        )}
      </div>
    </>
  )
}
