/** Hears the keys of the command table, before any editor does, and the commands of the native menu. */
import { useEffect } from 'react'
import { commandOf, COMMANDS, runCommand } from './commands.ts'
import { hearKeys, hearMenu } from './early-keys.ts'
import { matchesKey, namesOf } from './keys.ts'
import { bindings, keysOf } from '../features/keys/bindings.ts'
import { useWorkstation } from './workstation.ts'
import type { Changed } from '../features/keys/bindings.ts'
import type { Command } from './command.ts'

export function useShortcuts(): void {
  const workstation = useWorkstation()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // An input method is at work, or a dialog is: the key is theirs.
      if (event.isComposing || event.keyCode === 229) return
      const command = commandFor(event)
      if (!command || document.querySelector('dialog[open]')) return
      // In a plain field undo is the field's own.
      if (command.id.startsWith('edit.') && event.target instanceof HTMLInputElement) return
      // What a pane offers to take back is nearer than the page, unless a hand is in the page.
      if (command.id === 'edit.undo' && isOffered() && !isInPage(event.target)) return
      // In a room of the archive the keys of the page are the room's own.
      if (command.desk === 'needs' && workstation.rooms.get().room !== undefined) return
      event.preventDefault()
      event.stopPropagation()
      runCommand(workstation, command)
    }
    const unhearKeys = hearKeys(onKey)
    const unhear = hearMenu((id) => {
      const command = commandOf(id)
      if (command) runCommand(workstation, command)
    })
    return () => {
      unhearKeys()
      unhear()
    }
  }, [workstation])
}

const isOffered = () => document.querySelector('.undo-offer button') !== null
const isInPage = (target: EventTarget | null) => target instanceof HTMLElement && target.isContentEditable

type Keyed = { readonly command: Command; readonly key: string }
let index: { readonly changed: Changed; readonly byName: ReadonlyMap<string, readonly Keyed[]> } | undefined

/** The first command of the table that the key runs. Every key that is typed comes here: few commands are looked at for each. */
function commandFor(event: KeyboardEvent): Command | undefined {
  const { changed } = bindings.get()
  if (index?.changed !== changed) index = { changed, byName: indexed(changed) }
  const matching = [event.code, event.key]
    .flatMap((name) => index?.byName.get(name) ?? [])
    .filter(({ key }) => matchesKey(key, event))
    .map(({ command }) => command)
  return matching.length > 1 ? COMMANDS.find((c) => matching.includes(c)) : matching[0]
}

function indexed(changed: Changed): ReadonlyMap<string, readonly Keyed[]> {
  const byName = new Map<string, Keyed[]>()
  for (const command of COMMANDS)
    for (const key of keysOf(command, changed))
      for (const name of namesOf(key)) byName.set(name, [...(byName.get(name) ?? []), { command, key }])
  return byName
}
