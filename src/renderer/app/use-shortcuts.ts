/** Hears the keys of the command table, before any editor does, and the commands of the native menu. */
import { useEffect } from 'react'
import { on } from './banxin.ts'
import { commandOf, COMMANDS, runCommand } from './commands.ts'
import { matchesKey } from './keys.ts'
import { keysOf } from '../features/keys/bindings.ts'
import { useWorkstation } from './workstation.ts'

export function useShortcuts(): void {
  const workstation = useWorkstation()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // An input method is at work, or a dialog is: the key is theirs.
      if (event.isComposing || event.keyCode === 229 || document.querySelector('dialog[open]')) return
      const command = COMMANDS.find((c) => keysOf(c).some((k) => matchesKey(k, event)))
      if (!command) return
      // In a plain field undo is the field's own.
      if (command.id.startsWith('edit.') && event.target instanceof HTMLInputElement) return
      event.preventDefault()
      event.stopPropagation()
      runCommand(workstation, command)
    }
    window.addEventListener('keydown', onKey, true)
    const unhear = on('command.run', ({ id }) => {
      const command = commandOf(id)
      if (command) runCommand(workstation, command)
    })
    return () => {
      window.removeEventListener('keydown', onKey, true)
      unhear()
    }
  }, [workstation])
}
