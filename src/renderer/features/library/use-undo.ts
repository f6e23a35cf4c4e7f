/** The last action of a place, which it offers to take back: by a button, or by Ctrl+Z where no text is being typed. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { tellUndone } from './tell-undone.ts'
import type { RefObject } from 'react'

export type Undoing = ReturnType<typeof useUndo>

/** `onUndone` is called when it was tried: things may be as they were before. */
export function useUndo(onUndone: () => void | Promise<void>) {
  const w = useWorkstation()
  const [done, setDone] = useState<{ readonly operation: number; readonly text: string }>()
  const place = useRef<HTMLDivElement>(null)

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
    if (meant() !== place) return
    event.preventDefault()
    void undo()
  })
  useEffect(() => {
    if (done === undefined) return
    offers.push(place)
    // Heard everywhere: the button that removed something went with it, and the focus too.
    const heard = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', heard)
    return () => {
      offers.splice(offers.indexOf(place), 1)
      window.removeEventListener('keydown', heard)
    }
  }, [done])

  return { done, offer, undo, place }
}

type Place = RefObject<HTMLDivElement | null>

/** Where something is offered, the newest last. */
const offers: Place[] = []

/** The newest offer that can be seen: what stands behind a dialog is not meant by a key that is pressed in it. */
const meant = (): Place | undefined => {
  const dialogs = [...document.querySelectorAll('dialog[open]')]
  return offers.findLast(({ current }) => current !== null && dialogs.every((dialog) => dialog.contains(current)))
}

/** In a field with something in it Ctrl+Z is the field's own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.value !== '') ||
  (target instanceof HTMLElement && target.isContentEditable)
