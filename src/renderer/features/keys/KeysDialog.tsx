/** The map of the keys: every command with its key, found by name, pinyin or key; keys can be changed and given back. */
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '../../app/commands.ts'
import { keyFrom, showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { findCommands, useSound } from '../palette/find-commands.ts'
import { bindings, keysOf, rebind, takenBy } from './bindings.ts'
import type { KeyboardEvent } from 'react'
import type { Command } from '../../app/command.ts'
import type { Changed } from './bindings.ts'

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const lang = langNow()
  const changed = useStore(bindings, (s) => s.changed)
  const [query, setQuery] = useState('')
  const soundOf = useSound()
  const [asked, setAsked] = useState<string>()
  const [warning, setWarning] = useState<{ readonly text: string; readonly key?: string }>()
  const found = findCommands(COMMANDS, query, soundOf)
  const put = (next: Changed) => {
    setAsked(undefined)
    setWarning(undefined)
    w.choose('keys', next)
  }

  const onPress = (command: Command) => (event: KeyboardEvent) => {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setAsked(undefined)
      setWarning(undefined)
      return
    }
    if (event.key === 'Backspace' && !event.ctrlKey && !event.altKey && !event.metaKey)
      return put(rebind(command, '', changed))
    const key = keyFrom(event.nativeEvent)
    if (key === undefined) return
    if (key === 'alone') return setWarning({ text: t('keys.alone') })
    const others = takenBy(COMMANDS, command.id, key, changed)
    if (others.length > 0 && warning?.key !== key) {
      const other = others.map((c) => c.name[lang]).join('、')
      return setWarning({ key, text: t('keys.taken', { key: showKey(key), other, name: command.name[lang] }) })
    }
    put(others.reduce((all, c) => rebind(c, '', all), rebind(command, key, changed)))
  }

  return (
    <Dialog title={t('keys.title')} onClose={onClose} className="dialog-wide">
      <div className="keys-head">
        <input
          className="input"
          data-first
          type="search"
          aria-label={t('keys.find')}
          placeholder={t('keys.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" className="button" disabled={Object.keys(changed).length === 0} onClick={() => put({})}>
          {t('keys.resetAll')}
        </button>
      </div>
      <p className="keys-note" role="status">
        {warning?.text ?? t('keys.count', { n: COMMANDS.length, changed: Object.keys(changed).length })}
      </p>
      <ul className="keys-list" aria-label={t('keys.title')}>
        {found.map((command) => {
          const name = command.name[lang]
          const keys = keysOf(command, changed)
          return (
            <li key={command.id} className="keys-row">
              <span>{name}</span>
              <button
                type="button"
                className="keys-key"
                aria-label={t('keys.change', { name })}
                data-asked={asked === command.id}
                onClick={() => setAsked(command.id)}
                onBlur={() => asked === command.id && setAsked(undefined)}
                {...(asked === command.id && { onKeyDown: onPress(command) })}
              >
                {asked === command.id
                  ? t('keys.press')
                  : keys.length > 0
                    ? keys.map((k) => (
                        <kbd key={k} className="key">
                          {showKey(k)}
                        </kbd>
                      ))
                    : t('keys.none')}
              </button>
              {changed[command.id] !== undefined ? (
                <IconButton
                  name={t('keys.reset', { name })}
                  icon={RotateCcw}
                  onClick={() => put(rebind(command, command.key ?? '', changed))}
                />
              ) : (
                <span className="keys-gap" />
              )}
            </li>
          )
        })}
        {found.length === 0 && <li className="palette-none">{t('keys.empty')}</li>}
      </ul>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('dialog.close')}
        </button>
      </footer>
    </Dialog>
  )
}
