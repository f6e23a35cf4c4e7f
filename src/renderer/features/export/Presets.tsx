/** Presets of the export dialog: taken, kept under a name, thrown away. */
import { BookmarkPlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { withPreset } from './choices.ts'
import type { Choice } from './choices.ts'

type Props = { readonly choice: Choice; readonly onChoose: (choice: Choice) => void }

export function Presets({ choice, onChoose }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const presets = useStore(w.shell, (s) => s.chosen['export.presets'])
  const [name, setName] = useState('')
  const [taken, setTaken] = useState('')
  const keep = () => {
    if (name.trim() === '') return
    w.choose('export.presets', [...withPreset(presets, { ...choice, name: name.trim() })])
    setTaken(name.trim())
    setName('')
  }
  return (
    <div className="presets">
      {presets.length > 0 && (
        <select
          className="select"
          aria-label={t('export.preset')}
          value={taken}
          onChange={(event) => {
            const preset = presets.find((p) => p.name === event.target.value)
            setTaken(event.target.value)
            if (preset) onChoose({ formats: preset.formats, options: preset.options })
          }}
        >
          <option value="">{t('export.preset')}</option>
          {presets.map((p) => (
            <option key={p.name} value={p.name}>
              {p.name}
            </option>
          ))}
        </select>
      )}
      {taken !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('export.presetRemove', { name: taken })}
          title={t('export.presetRemove', { name: taken })}
          onClick={() => {
            w.choose(
              'export.presets',
              presets.filter((p) => p.name !== taken),
            )
            setTaken('')
          }}
        >
          <Trash2 aria-hidden size={14} strokeWidth={1.6} />
        </button>
      )}
      <input
        className="input"
        value={name}
        aria-label={t('export.presetName')}
        placeholder={t('export.presetName')}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <button
        type="button"
        className="icon-button"
        disabled={name.trim() === ''}
        aria-label={t('export.presetKeep')}
        title={t('export.presetKeep')}
        onClick={keep}
      >
        <BookmarkPlus aria-hidden size={15} strokeWidth={1.6} />
      </button>
    </div>
  )
}
