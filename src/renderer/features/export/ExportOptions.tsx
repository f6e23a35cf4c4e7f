/** Options of the formats that are chosen, and of no others. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { siteUrlSchema } from '../../../shared/api/exports.ts'
import { HOUSE_STYLES } from '../../../shared/writers/wechat/styles.ts'
import { langNow } from '../../app/languages.ts'
import { Check } from '../../ui/Check.tsx'
import type { ExportOptions as Options } from '../../../shared/api/exports.ts'
import type { Choice } from './choices.ts'

type Props = { readonly choice: Choice; readonly many: boolean; readonly onChange: (options: Options) => void }

const WECHAT = ['daily', 'city', 'feature'] as const
const ENCODINGS = ['utf-8', 'gb18030'] as const
/** How an address begins, in any language. */
const ADDRESS = 'https://'

export function ExportOptions({ choice: { formats, options }, many, onChange }: Props) {
  const { t } = useTranslation()
  const has = (...ids: string[]) => ids.some((id) => formats.includes(id))
  if (!has('pdf', 'txt', 'wechat', 'site')) return null
  return (
    <fieldset className="export-set">
      <legend>{t('export.options')}</legend>
      {has('pdf') && (
        <div className="export-formats">
          <Check
            name={t('export.marks')}
            checked={options.marks ?? false}
            onChange={(marks) => onChange({ ...options, marks })}
          />
          <Check
            name={t('export.archive')}
            checked={options.archive ?? false}
            onChange={(archive) => onChange({ ...options, archive })}
          />
          {many && (
            <Check
              name={t('export.together')}
              checked={options.together ?? false}
              onChange={(together) => onChange({ ...options, together })}
            />
          )}
        </div>
      )}
      {has('txt') && (
        <label className="export-row">
          <span>{t('export.encoding')}</span>
          <select
            className="select"
            value={options.encoding ?? 'utf-8'}
            onChange={(event) => {
              const encoding = ENCODINGS.find((e) => e === event.target.value)
              if (encoding) onChange({ ...options, encoding })
            }}
          >
            <option value="utf-8">UTF-8</option>
            <option value="gb18030">GB18030</option>
          </select>
        </label>
      )}
      {has('site') && <SiteAddress options={options} onChange={onChange} />}
      {has('wechat') && (
        <label className="export-row">
          <span>{t('export.wechat')}</span>
          <select
            className="select"
            value={options.wechat ?? 'daily'}
            onChange={(event) => {
              const wechat = WECHAT.find((s) => s === event.target.value)
              if (wechat) onChange({ ...options, wechat })
            }}
          >
            {HOUSE_STYLES.map((s) => (
              <option key={s.id} value={s.id}>
                {s.name[langNow()]}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  )
}

/** A half-typed address is kept on screen and not used. */
function SiteAddress({ options, onChange }: Pick<Props, 'onChange'> & { readonly options: Options }) {
  const { t } = useTranslation()
  const [text, setText] = useState(options.siteUrl ?? '')
  const isWrong = text.trim() !== '' && !siteUrlSchema.safeParse(text.trim()).success
  return (
    <div className="export-address">
      <label className="export-row">
        <span>{t('export.siteUrl')}</span>
        <input
          className="input"
          type="url"
          value={text}
          placeholder={ADDRESS}
          aria-invalid={isWrong}
          aria-describedby="export-site-note"
          onChange={(event) => {
            setText(event.target.value)
            const { siteUrl: _, ...rest } = options
            const typed = siteUrlSchema.safeParse(event.target.value.trim())
            onChange(typed.success ? { ...rest, siteUrl: typed.data } : rest)
          }}
        />
      </label>
      <p id="export-site-note" className="export-note">
        {t(isWrong ? 'export.siteUrlWrong' : 'export.siteUrlNote')}
      </p>
    </div>
  )
}
