/** What must stand before anything else: the page and the frame around it. What is beside the page is drawn a frame later. */

let tell: () => void = () => {}
const drawn = new Promise<void>((resolve) => {
  tell = resolve
})

/** To be called when the first frame was asked for. The rest comes when it is on the screen, or soon where the window is never idle. */
export function afterFirstFrame(): void {
  requestAnimationFrame(() => requestIdleCallback(tell, { timeout: 200 }))
  // What stands around the page is set in these; they are there when it is drawn.
  void drawn.then(() => Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 1em 'Banxin Sans'`))))
}

export const whenFirstDrawn = (): Promise<void> => drawn
