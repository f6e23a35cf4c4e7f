/** The last action of a place, which it offers to take back: by a button, or by Ctrl+Z where no text is being typed. */
import { useEffect, useEffectEvent, useState } from 'react'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { tellUndone } from './tell-undone.ts'

export type Undoing = ReturnType<typeof useUndo>

/** `onUndone` is called when it was tried: things may be as they were before. */
export function useUndo(onUndone: () => void | Promise<void>) {
  const w = useWorkstation()
  const [done, setDone] = useState<{ readonly operation: number; readonly text: string }>()

  /** `operation` null: what changed nothing leaves the offer to undo what did. */
  const offer = (operation: number | null | undefined, text: string) => {
    if (operation !== null && operation !== undefined) setDone({ operation, text })
  }
  const undo = async () => {
    if (!done) return
    setDone(undefined)
    try {
      tellUndone(w, await call('operation.undo', { id: done.operation }))
    } catch (error) {
      w.complain(error)
    }
    await onUndone()
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
    if (event.repeat || event.defaultPrevented || event.isComposing || isTyping(event.target)) return
    event.preventDefault()
    void undo()
  })
  const isOffered = done !== undefined
  useEffect(() => {
    if (!isOffered) return
    // Heard everywhere: the button that removed something went with it, and the focus too.
    const heard = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [isOffered])

  return { done, offer, undo }
}

/** In a field with something in it Ctrl+Z is the field's own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.value !== '') ||
  (target instanceof HTMLElement && target.isContentEditable)
