/**
 * Puts the focus on a row of a virtual list: at once where it is drawn, else as soon as it is. The step keys that come meanwhile are kept
 * for that row, so that none is lost however fast they come.
 */

import { stepTo } from './step.ts'

/** Frames that are waited for a row that has still to be read; one is enough where it has only to be drawn. */
const FRAMES = 60

/** Keys that came while the row that they led to was not drawn. */
let kept: KeyboardEvent[] = []
/** Ends the waiting for a row, while one is waited for. */
let leave: (() => void) | undefined

/** `nth`: which of those that `selector` names, the first where there are fewer. Given up when the focus goes elsewhere. */
export function focusRow(box: HTMLElement | null, selector: string, nth = 0): void {
  leave?.()
  const from = document.activeElement
  // Where the row that had it is drawn no more, the focus is with the body.
  const isStill = () => [from, document.body].includes(document.activeElement)
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || stepTo(event.key, 0, 1) === undefined) return
    if (!isStill()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    kept.push(event)
  }
  const end = () => {
    document.removeEventListener('keydown', keep, true)
    leave = undefined
    waiting = false
  }
  let waiting = true
  const turn = (left: number) => {
    if (!waiting) return
    const found = box?.querySelectorAll<HTMLElement>(selector)
    const row = found?.[nth] ?? found?.[0]
    if (row) {
      end()
      row.focus({ preventScroll: true })
      giveKept(row)
    } else if (left > 0 && isStill()) requestAnimationFrame(() => turn(left - 1))
    else {
      end()
      kept = []
    }
  }
  leave = end
  document.addEventListener('keydown', keep, true)
  turn(FRAMES)
}

/** Each key to the row that has the focus by then; what comes after a key that leads out of view waits for that row. */
function giveKept(row: HTMLElement): void {
  while (leave === undefined) {
    const key = kept.shift()
    if (!key) return
    const at = document.activeElement
    const target = at && at !== document.body ? at : row
    target.dispatchEvent(new KeyboardEvent('keydown', key))
  }
}
