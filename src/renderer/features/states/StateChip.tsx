/** The page's step in the status line; a press opens the steps. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { restOfTyping } from '../editor/desk.ts'
import { useLater } from '../editor/use-later.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { timeOf } from './time.ts'
import type { StateEntry } from '../../../shared/api/library.ts'

export function StateChip() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const saved = useLater(w.desk, (s) => (s.save.kind === 'saved' ? s.save.at : 'unsaved'), restOfTyping)
  const stated = useStore(w.shell, (s) => s.stated)
  const [entry, setEntry] = useState<StateEntry | null>(null)
  useEffect(() => {
    if (id === undefined || saved === 'unsaved') return
    let live = true
    void call('state.get', { page: id }).then(
      (states) => live && setEntry(states.page),
      () => {}, // the archive is away for a moment; the next save asks again
    )
    return () => {
      live = false
    }
  }, [id, saved, stated])
  if (id === undefined) return null
  const name = entry && !entry.open ? entry.step : t('state.none')
  return (
    <button
      type="button"
      className="status-state"
      title={entry ? t('state.by', { who: entry.who, time: timeOf(entry.at) }) : t('state.title')}
      onClick={() => w.shell.set({ dialog: { name: 'states' } })}
    >
      <span lang={langOf(name)}>{name}</span>
    </button>
  )
}
