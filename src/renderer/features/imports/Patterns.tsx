/** Patterns by which names say what page a file is: written, tried on the names at hand, kept for every later import. */
import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { useAsync } from '../../ui/use-async.ts'
import type { PageMeta } from '../../../shared/page/page.ts'

type Props = {
  readonly job: number
  readonly names: readonly string[]
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** What may stand in a pattern. */
const PARTS = ['{报名}', '{日期}', '{年}', '{月}', '{日}', '{版次}', '{版名}'] as const

export function Patterns({ job, names, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const stored = useAsync(() => call('patterns.get', {}), [], w.complain)
  const [changed, setChanged] = useState<readonly string[]>()
  const [pattern, setPattern] = useState('')
  const [tried, setTried] = useState<readonly (PageMeta | null)[]>()
  const patterns = changed ?? stored ?? []
  useEffect(() => {
    if (!pattern.trim() || names.length === 0) return
    let wanted = true
    const timer = setTimeout(() => {
      call('patterns.try', { pattern: pattern.trim(), names: [...names] }).then(
        (found) => wanted && setTried(found),
        () => wanted && setTried(undefined),
      )
    }, 150)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [pattern, names])
  const save = async () => {
    try {
      await call('job.guess', { id: job, patterns: [...patterns, pattern.trim()].filter(Boolean) })
      onSaved()
    } catch (error) {
      w.complain(error)
    }
  }
  return (
    <Dialog title={t('imports.patternsTitle')} onClose={onClose} className="dialog-wide">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className="dialog-text">{t('imports.patternsHint')}</p>
        <label className="field">
          <span>{t('imports.pattern')}</span>
          <input
            className="input"
            data-first
            value={pattern}
            spellCheck={false}
            placeholder="{报名}_{日期}_{版次}"
            onChange={(event) => setPattern(event.target.value)}
          />
        </label>
        <span className="chips pattern-parts">
          {PARTS.map((part) => (
            <button key={part} type="button" className="chip" onClick={() => setPattern(pattern + part)}>
              <Plus aria-hidden size={11} />
              {part}
            </button>
          ))}
        </span>
        {tried && pattern.trim() && (
          <ul className="tried" aria-label={t('imports.tried')}>
            {names.slice(0, 8).map((name, i) => {
              const meta = tried[i]
              return (
                <li key={name} data-fits={meta !== null && meta !== undefined}>
                  <span lang={langOf(name)}>{name}</span>
                  <span>
                    {meta
                      ? [meta.publication, meta.date, meta.number, meta.section].filter(Boolean).join(' · ')
                      : t('imports.fitsNot')}
                  </span>
                </li>
              )
            })}
          </ul>
        )}
        {patterns.length > 0 && (
          <ul className="list" aria-label={t('imports.patternsTitle')}>
            {patterns.map((p) => (
              <li key={p} className="list-row word-row">
                <code className="list-grow">{p}</code>
                <IconButton
                  name={t('imports.removePattern', { pattern: p })}
                  icon={Trash2}
                  onClick={() => setChanged(patterns.filter((x) => x !== p))}
                />
              </li>
            ))}
          </ul>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main" disabled={!pattern.trim() && changed === undefined}>
            {t('imports.savePatterns')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
