/** Commands that are asked for, by key or in the native menu, before their table is there: they are held, and run when it is. */
import { on } from './banxin.ts'

/** Those of the clipboard are the browser's own, those of the caret the editor's: they work at once. */
const AT_ONCE = /^(Key[ACVX]|Arrow.*|Home|End|Backspace|Delete)$/

const held: KeyboardEvent[] = []

const hold = (event: KeyboardEvent) => {
  const modified = event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key)
  if (!modified || event.isComposing || AT_ONCE.test(event.code)) return
  event.preventDefault()
  event.stopPropagation()
  held.push(event)
}

/** To be called before anything is drawn. */
export const holdKeys = (): void => window.addEventListener('keydown', hold, true)

/** From now on `hear` has the keys, and first those that were held. */
export function hearKeys(hear: (event: KeyboardEvent) => void): () => void {
  window.removeEventListener('keydown', hold, true)
  window.addEventListener('keydown', hear, true)
  for (const event of held.splice(0)) hear(event)
  return () => window.removeEventListener('keydown', hear, true)
}

const chosen: string[] = []
let run: ((command: string) => void) | undefined

/** To be called before anything is drawn, once. */
export const holdMenu = (): void =>
  void on('command.run', ({ id }) => {
    if (run) run(id)
    else chosen.push(id)
  })

/** From now on `hear` has what is chosen in the menu, and first what was held. */
export function hearMenu(hear: (command: string) => void): () => void {
  run = hear
  for (const id of chosen.splice(0)) hear(id)
  return () => {
    run = undefined
  }
}
