/** A template as a form: sheet, type area, columns, type by role, rules, colours. The preview follows every change. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACES } from '../../../shared/layout/advances.ts'
import { rgb } from '../../../shared/layout/svg.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { copyOf, gapOf, isOwn, valueAt, withValue } from './own-template.ts'
import { haoOf } from './sizes.ts'
import type { Template } from '../../../shared/layout/template.ts'
import type { ComposedState } from './state.ts'

type Field = { readonly path: string; readonly unit: 'mm' | 'pt' | 'em' | 'none'; readonly step?: number }

const SHEET: readonly Field[] = [
  { path: 'trim.width', unit: 'mm' },
  { path: 'trim.height', unit: 'mm' },
  { path: 'area.width', unit: 'mm' },
  { path: 'area.height', unit: 'mm' },
  { path: 'area.top', unit: 'mm' },
  { path: 'trim.bleed', unit: 'mm' },
]
const GRID: readonly Field[] = [
  { path: 'grid.columns', unit: 'none' },
  { path: 'grid.characters', unit: 'em' },
  { path: 'grid.size', unit: 'pt', step: 0.5 },
  { path: 'grid.leading', unit: 'pt', step: 0.1 },
  { path: 'limits.size.0', unit: 'pt', step: 0.5 },
  { path: 'limits.size.1', unit: 'pt', step: 0.5 },
  { path: 'limits.leading.0', unit: 'pt', step: 0.1 },
  { path: 'limits.leading.1', unit: 'pt', step: 0.1 },
]
const RULES: readonly Field[] = [
  { path: 'rules.column', unit: 'pt', step: 0.1 },
  { path: 'rules.edge', unit: 'pt', step: 0.1 },
  { path: 'rules.story', unit: 'pt', step: 0.1 },
  { path: 'rules.box', unit: 'pt', step: 0.1 },
]
const ROLES = [
  'kicker',
  'deck',
  'byline',
  'standfirst',
  'crosshead',
  'caption',
  'credit',
  'keyword',
  'label',
  'note',
  'jump',
] as const
const INKS = ['accent', 'tint', 'rules.ink', 'masthead.ink'] as const

export function TemplateForm({ composed }: { readonly composed: ComposedState }) {
  const { t } = useTranslation()
  const { layout } = useWorkstation()
  const own = useStore(layout, (s) => s.own)
  const draft = useStore(layout, (s) => s.draft)
  const template = draft ?? layout.baseTemplate() ?? composed.template
  if (!isOwn(template))
    return (
      <div className="template-locked">
        <p>{t('template.builtIn', { name: template.name[langNow()] })}</p>
        <button
          type="button"
          className="text-button"
          onClick={() =>
            void layout.saveTemplate(
              copyOf(
                template,
                own.map((x) => x.id),
              ),
            )
          }
        >
          {t('layout.copy')}
        </button>
      </div>
    )
  const put = (path: string, value: string | number | readonly number[]): boolean => {
    const next = withValue(template, path, value)
    if (next) layout.draft(next)
    return next !== undefined
  }
  return (
    <form
      className="template-form"
      onSubmit={(event) => {
        event.preventDefault()
        void layout.saveTemplate(template)
      }}
    >
      <label className="field template-name">
        <span>{t('template.name')}</span>
        <input
          className="input"
          value={template.name[langNow()]}
          onChange={(event) => put(`name.${langNow()}`, event.target.value)}
        />
      </label>
      <Fields name="sheet" fields={SHEET} template={template} put={put} />
      <Fields name="grid" fields={GRID} template={template} put={put}>
        <p className="template-note">{t('template.gap', { mm: gapOf(template).toFixed(1) })}</p>
      </Fields>
      <fieldset className="template-set">
        <legend>{t('template.headlines')}</legend>
        {(['lead', 'story', 'brief'] as const).map((rank) => (
          <Sizes key={rank} rank={rank} template={template} put={put} />
        ))}
      </fieldset>
      <fieldset className="template-set">
        <legend>{t('template.roles')}</legend>
        {ROLES.map((role) => (
          <div className="template-role" key={role}>
            <span>{ROLE_NAMES[role][langNow()]}</span>
            <select
              className="select"
              aria-label={t('template.faceOf', { role: ROLE_NAMES[role][langNow()] })}
              value={template[role].face}
              onChange={(event) => put(`${role}.face`, event.target.value)}
            >
              {FACES.map((face) => (
                <option key={face} value={face}>
                  {t(`face.${face}`)}
                </option>
              ))}
            </select>
            <NumberField
              field={{ path: `${role}.size`, unit: 'pt', step: 0.5 }}
              label={t('template.sizeOf', { role: ROLE_NAMES[role][langNow()] })}
              template={template}
              put={put}
            />
            <span className="template-hao">{haoOf(template[role].size) ?? ''}</span>
          </div>
        ))}
      </fieldset>
      <Fields name="rules" fields={RULES} template={template} put={put} />
      <fieldset className="template-set">
        <legend>{t('template.inks')}</legend>
        {INKS.map((path) => (
          <InkField key={path} path={path} template={template} put={put} />
        ))}
      </fieldset>
      <footer className="template-foot">
        <button type="button" className="text-button" onClick={() => void layout.removeTemplate(template.id)}>
          {t('template.remove')}
        </button>
        <span className="status-space" />
        {draft && (
          <button type="button" className="text-button" onClick={() => layout.draft(undefined)}>
            {t('template.discard')}
          </button>
        )}
        <button type="submit" className="text-button" disabled={!draft}>
          {t('template.save')}
        </button>
      </footer>
    </form>
  )
}

type Put = (path: string, value: string | number | readonly number[]) => boolean
type Part = { readonly template: Template; readonly put: Put }

function Fields({
  name,
  fields,
  template,
  put,
  children,
}: Part & { readonly name: string; readonly fields: readonly Field[]; readonly children?: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <fieldset className="template-set">
      <legend>{t(`template.${name}`)}</legend>
      <div className="template-fields">
        {fields.map((field) => (
          <label className="field" key={field.path}>
            <span>{t(`template.${field.path}`)}</span>
            <NumberField field={field} template={template} put={put} />
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}

/** A number that takes effect as soon as the template is sound with it; until then it stands as typed, marked as wrong. */
function NumberField({ field, label, template, put }: Part & { readonly field: Field; readonly label?: string }) {
  const { t } = useTranslation()
  const value = Number(valueAt(template, field.path))
  const [typed, setTyped] = useState<string>()
  const unit = field.unit === 'none' ? '' : t(`unit.${field.unit}`)
  return (
    <span className="number">
      <input
        className="input"
        type="number"
        step={field.step ?? 1}
        aria-label={label}
        aria-invalid={typed !== undefined}
        value={typed ?? value}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text !== '' && put(field.path, Number(text)) ? undefined : text)
        }}
        onBlur={() => setTyped(undefined)}
      />
      {unit && <i>{unit}</i>}
    </span>
  )
}

/** Sizes of a headline, largest first, as one line of points. */
function Sizes({ rank, template, put }: Part & { readonly rank: 'lead' | 'story' | 'brief' }) {
  const { t } = useTranslation()
  const sizes = template.headline[rank].sizes.join(' ')
  const [typed, setTyped] = useState<string>()
  return (
    <label className="template-sizes">
      <span>{t(`layout.rank.${rank}`)}</span>
      <input
        className="input"
        value={typed ?? sizes}
        aria-invalid={typed !== undefined && typed.trim() !== sizes}
        onChange={(event) => {
          const text = event.target.value
          const numbers = text
            .split(/[\s,，、]+/)
            .filter((x) => x !== '')
            .map(Number)
          const sorted = numbers.every((x, i) => x > 0 && x <= (numbers[i - 1] ?? Infinity))
          if (sorted && numbers.length > 0) put(`headline.${rank}.sizes`, numbers)
          setTyped(text)
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  )
}

function InkField({ path, template, put }: Part & { readonly path: (typeof INKS)[number] }) {
  const { t } = useTranslation()
  const ink = valueAt(template, path) as Template['accent'] // the paths of INKS are inks
  return (
    <div className="template-ink">
      <i className="swatch" style={{ background: rgb(ink) }} aria-hidden />
      <span>{t(`template.${path}`)}</span>
      {ink.map((value, i) => (
        <input
          // oxlint-disable-next-line react/no-array-index-key -- four inks in their fixed order
          key={i}
          className="input"
          type="number"
          min={0}
          max={100}
          aria-label={t('template.inkOf', { name: t(`template.${path}`), ink: 'CMYK'[i] ?? '' })}
          value={value}
          onChange={(event) =>
            put(
              path,
              ink.map((x, k) => (k === i ? Math.max(0, Math.min(100, Number(event.target.value))) : x)),
            )
          }
        />
      ))}
    </div>
  )
}
