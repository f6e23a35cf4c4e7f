/** For tests without a window: its storage, its idle time, and pages by their text. */
import { article, block, page } from '../../../shared/page/build.ts'
import type { Page } from '../../../shared/page/page.ts'

// Node has no idle time to wait for.
globalThis.requestIdleCallback ??= (run) => Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 9 })))

/** A storage as the window's; it holds `room` characters. */
export function storageOf() {
  const kept = new Map<string, string>()
  return {
    room: Infinity,
    kept,
    get length() {
      return kept.size
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > this.room) throw new Error('full')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  }
}

export const withText = (was: Page, text: string): Page => ({
  ...was,
  articles: page([article([block('paragraph', text)])]).articles,
})
export const textOf = (p: Page | undefined) => p?.articles.map((a) => a.blocks.map((b) => b.text).join('/')).join('|')
