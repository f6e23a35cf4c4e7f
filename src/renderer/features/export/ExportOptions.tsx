/** Options of the formats that are chosen, and of no others. */
import { useTranslation } from 'react-i18next'
import { HOUSE_STYLES } from '../../../shared/writers/wechat/styles.ts'
import { langNow } from '../../app/languages.ts'
import { Check } from '../../ui/Check.tsx'
import type { ExportOptions as Options } from '../../../shared/api/exports.ts'
import type { Choice } from './choices.ts'

type Props = { readonly choice: Choice; readonly many: boolean; readonly onChange: (options: Options) => void }

const WECHAT = ['daily', 'city', 'feature'] as const
const ENCODINGS = ['utf-8', 'gb18030'] as const

export function ExportOptions({ choice: { formats, options }, many, onChange }: Props) {
  const { t } = useTranslation()
  const has = (...ids: string[]) => ids.some((id) => formats.includes(id))
  if (!has('pdf', 'txt', 'wechat')) return null
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
