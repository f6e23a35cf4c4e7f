/** Milliseconds from a key's arrival in the window to the frame that shows it, measured the same way in any editor. */
import type { Page } from '@playwright/test'

type Probed = Window & { benchKeys?: number[] }

/** Notes every key from now on. A key is done when the frame drawn after it has been handed over. */
const startProbe = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const probed: Probed = globalThis.window
    if (probed.benchKeys) {
      probed.benchKeys = []
      return
    }
    probed.benchKeys = []
    const channel = new MessageChannel()
    const waiting: number[] = []
    channel.port1.addEventListener('message', () => {
      const at = waiting.shift()
      if (at !== undefined) probed.benchKeys?.push(performance.now() - at)
    })
    channel.port1.start()
    globalThis.window.addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp
        requestAnimationFrame(() => {
          waiting.push(at)
          channel.port2.postMessage(0)
        })
      },
      true,
    )
  })

/** Types `count` keys, one each `pause` milliseconds, and gives what each took. */
export async function typeKeys(window: Page, count: number, pause = 30): Promise<readonly number[]> {
  await startProbe(window)
  for (let i = 0; i < count; i++) {
    await window.keyboard.press(i % 2 === 0 ? 'a' : 'Backspace')
    await window.waitForTimeout(pause)
  }
  return window.evaluate(() => (globalThis.window as Probed).benchKeys ?? [])
}

export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN
