/** Which key runs which command: the table's own keys, changed where this person changed them. */
import { createStore } from '../../app/store.ts'

/** Changed keys by command id; an empty one takes the key away. */
export type Changed = Readonly<Record<string, string>>

export const bindings = createStore<{ readonly changed: Changed }>({ changed: {} })

/** What of a command is said here. */
type Keyed = { readonly id: string; readonly key?: string; readonly also?: readonly string[] }

/** All keys that run the command now, the one to show first. */
export function keysOf(command: Keyed, changed: Changed = bindings.get().changed): readonly string[] {
  const own = changed[command.id]
  if (own !== undefined) return own === '' ? [] : [own]
  return [...(command.key === undefined ? [] : [command.key]), ...(command.also ?? [])]
}

/** The key to show beside the command, if it has one. */
export const keyOf = (command: Keyed | undefined): string | undefined => command && keysOf(command)[0]

/** The other commands that `key` runs already. */
export const takenBy = <C extends Keyed>(
  commands: readonly C[],
  id: string,
  key: string,
  changed: Changed,
): readonly C[] => commands.filter((c) => c.id !== id && keysOf(c, changed).includes(key))

/** `changed` with `key` for `id`; the table's own key is no change. */
export function rebind(command: Keyed, key: string, changed: Changed): Changed {
  const { [command.id]: _before, ...rest } = changed
  return key === (command.key ?? '') ? rest : { ...rest, [command.id]: key }
}
