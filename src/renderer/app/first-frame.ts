/** What must stand before anything else: the page and the frame around it. What is beside the page is drawn a frame later. */
import { createStore, useStore } from './store.ts'

const first = createStore({ drawn: false })

/** To be called when the first frame was asked for. The rest comes when it is on the screen, or soon where the window is never idle. */
export function afterFirstFrame(): void {
  requestAnimationFrame(() => requestIdleCallback(() => first.set({ drawn: true }), { timeout: 200 }))
}

export const whenFirstDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    if (first.get().drawn) return resolve()
    const unhear = first.subscribe(() => {
      unhear()
      resolve()
    })
  })

export const useFirstDrawn = (): boolean => useStore(first, (s) => s.drawn)
