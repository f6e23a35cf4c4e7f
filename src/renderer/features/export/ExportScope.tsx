/** Which pages are exported: the open one, its issue, chosen ones, or all of the archive. */
import { RadioGroup } from 'radix-ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { langOf } from '../../ui/lang-of.ts'
import type { PageSummary } from '../../../shared/api/pages.ts'

/** Pages that the list for choosing shows at the most; its filter finds the others. */
const LISTED = 300

type Scope = 'open' | 'issue' | 'chosen' | 'all'
type Props = {
  readonly given: readonly number[] | undefined
  readonly ids: readonly number[]
  readonly onChange: (ids: readonly number[]) => void
}

export function ExportScope({ given, ids, onChange }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const open = useStore(w.desk, (s) => s.open?.id)
  const [scope, setScope] = useState<Scope>(given || open === undefined ? 'chosen' : 'open')
  const [pages, setPages] = useState<readonly PageSummary[]>([])
  const [text, setText] = useState('')

  useEffect(() => {
    let gone = false
    call('library.pages', { offset: 0, limit: LISTED, ...(text.trim() && { text: text.trim() }) }).then(
      (found) => !gone && setPages(found.pages),
      (error: unknown) => !gone && w.complain(error),
    )
    return () => {
      gone = true
    }
  }, [text, w])

  const choose = async (next: Scope) => {
    setScope(next)
    try {
      if (next === 'open') onChange(open === undefined ? [] : [open])
      if (next === 'all') onChange(await call('library.ids', {}))
      if (next === 'chosen') onChange(given ?? (open === undefined ? [] : [open]))
      if (next === 'issue') {
        const all = await call('library.pages', { offset: 0, limit: 2000, sort: 'number' })
        const here = all.pages.find((p) => p.id === open)
        onChange(all.pages.filter((p) => p.issue === here?.issue).map((p) => p.id))
      }
    } catch (error) {
      w.complain(error)
    }
  }
  const scopes: readonly Scope[] = open === undefined ? ['chosen', 'all'] : ['open', 'issue', 'chosen', 'all']
  return (
    <fieldset className="export-set">
      <legend>{t('export.pages')}</legend>
      <RadioGroup.Root
        className="export-segments"
        aria-label={t('export.pages')}
        orientation="horizontal"
        value={scope}
        onValueChange={(next) => void choose(next as Scope)} // one of those below
      >
        {scopes.map((s) => (
          <RadioGroup.Item key={s} value={s} className="export-segment">
            {t(`export.scope.${s}`)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {scope === 'chosen' ? (
        <>
          <input
            className="input"
            type="search"
            value={text}
            aria-label={t('export.find')}
            placeholder={t('export.find')}
            onChange={(event) => setText(event.target.value)}
          />
          <ul className="export-pages">
            {pages.map((p) => (
              <li key={p.id}>
                <Check
                  name={p.title || p.name}
                  checked={ids.includes(p.id)}
                  onChange={(on) => onChange(on ? [...ids, p.id] : ids.filter((id) => id !== p.id))}
                />
                <span className="export-page-note" lang={langOf(p.meta.publication ?? '')}>
                  {[p.meta.publication, p.meta.date, p.meta.number].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="export-note" aria-live="polite">
        {t('export.count', { n: ids.length })}
      </p>
    </fieldset>
  )
}
