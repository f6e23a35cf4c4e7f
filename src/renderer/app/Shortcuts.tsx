/** The keys of the command table, for as long as it is drawn. */
import { useShortcuts } from './use-shortcuts.ts'

export function Shortcuts() {
  useShortcuts()
  return null
}
