/** Puts the focus on a row of a virtual list: at once where it is drawn, else as soon as it is. */

/** Frames that are waited for a row that has still to be read; one is enough where it has only to be drawn. */
const FRAMES = 60

/** `nth`: which of those that `selector` names, the first where there are fewer. Given up when the focus goes elsewhere. */
export function focusRow(box: HTMLElement | null, selector: string, nth = 0): void {
  const from = document.activeElement
  const turn = (left: number) => {
    const found = box?.querySelectorAll<HTMLElement>(selector)
    const row = found?.[nth] ?? found?.[0]
    if (row) row.focus({ preventScroll: true })
    else if (left > 0)
      requestAnimationFrame(() => {
        // Where the row that had it is drawn no more, the focus is with the body.
        if ([from, document.body].includes(document.activeElement)) turn(left - 1)
      })
  }
  turn(FRAMES)
}
