/** Ctrl+Z, wherever the focus is and no text is being typed, takes back what a place offers to. */
import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'

/** `done` is what was done last, undefined where nothing can be taken back; `place` is where that is offered. */
export function useUndoKey(done: unknown, place: Place, undo: () => unknown): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
    if (meant() !== place) return
    event.preventDefault()
    if (!event.repeat) void undo()
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
  }, [done, place])
}

type Place = RefObject<HTMLElement | null>

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
  (target instanceof HTMLInputElement &&
    target.type !== 'checkbox' &&
    target.type !== 'radio' &&
    target.value !== '') ||
  (target instanceof HTMLElement && target.isContentEditable)
