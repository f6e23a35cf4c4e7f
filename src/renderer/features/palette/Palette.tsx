/** The command palette: every command that can run now, with its key. */
import { Command as Cmdk } from 'cmdk'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { canRun, COMMANDS, runCommand } from '../../app/commands.ts'
import { showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { keyOf } from '../keys/bindings.ts'
import { findCommands, useSound } from './find-commands.ts'

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const lang = langNow()
  const [query, setQuery] = useState('')
  const soundOf = useSound()
  const [chosen, setChosen] = useState<string>()
  const found = findCommands(
    COMMANDS.filter((c) => c.id !== 'view.palette' && canRun(w, c)),
    query,
    soundOf,
  )
  // What is found by its sound may come later than the text, and then too Enter runs the first one.
  const value = found.find((c) => c.id === chosen)?.id ?? found[0]?.id ?? ''
  const ask = (text: string) => {
    setQuery(text)
    setChosen(undefined)
  }
  return (
    <Dialog title={t('palette.title')} onClose={onClose} className="dialog-palette">
      <Cmdk label={t('palette.title')} loop shouldFilter={false} value={value} onValueChange={setChosen}>
        <Cmdk.Input
          className="palette-input"
          placeholder={t('palette.find')}
          data-first
          value={query}
          onValueChange={ask}
        />
        <Cmdk.List className="palette-list">
          <Cmdk.Empty className="palette-none">{t('palette.none')}</Cmdk.Empty>
          {found.map((command) => {
            const key = keyOf(command)
            return (
              <Cmdk.Item
                key={command.id}
                className="menu-item"
                value={command.id}
                onSelect={() => {
                  // The focus is back where it was before the command looks for it.
                  flushSync(onClose)
                  runCommand(w, command)
                }}
              >
                {command.name[lang]}
                {key !== undefined && <kbd className="key">{showKey(key)}</kbd>}
              </Cmdk.Item>
            )
          })}
        </Cmdk.List>
      </Cmdk>
    </Dialog>
  )
}
