/** The window's own storage, on disk soon: the browser would leave what is put there in memory for seconds, and a killed program would lose it. */
import { soon } from './soon.ts'
import type { Journal } from '../features/editor/kept-texts.ts'

/** Milliseconds from a change to its being written: with those of the disk it is there within a second. */
const SOON = 200

/** `storage`, after whose changes `write` is called, once for all that come together. */
export function durable(storage: Journal, write: () => unknown): Journal {
  const writing = soon(write, SOON)
  return {
    get length() {
      return storage.length
    },
    key: (index) => storage.key(index),
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => {
      storage.setItem(key, value)
      writing.ask()
    },
    removeItem: (key) => {
      storage.removeItem(key)
      writing.ask()
    },
  }
}
