/** For tests without a window: its storage, its idle time, one who types, and pages by their text. */
import { afterEach, beforeEach, expect } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { createAutosave } from './autosave.ts'
import { createDesk } from './desk.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { SaveState } from './desk.ts'

// Node has no idle time to wait for.
globalThis.requestIdleCallback ??= (run) => Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 9 })))

/** A storage as the window's; it holds `room` characters. */
/** A window’s storage that has room for values of `room` characters. */
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

/**
 * Those who type at windows on the archive that `call` reaches, which is a fresh one before each test: it has one page then, `id`, and
 * the windows' storage is empty.
 */
export function seatsOn(call: Banxin) {
  const id = 1
  const storage = storageOf()
  /** What is done when a test is over. */
  const risen: (() => void)[] = []
  beforeEach(async () => {
    storage.kept.clear()
    storage.room = Infinity
    const made = await call('page.paste', { name: 'tide', text: '潮水退了三里。\n' })
    if (made.id !== id) throw new Error('the archive is not fresh')
  })
  afterEach(() => {
    for (const rise of risen.splice(0)) rise()
  })
  /** One who types at archive `name`, which `through` reaches. `said` is what is complained of still. */
  const seat = (name = 'here', through = call) => {
    const desk = createDesk()
    const said: string[] = []
    const complain = (error: unknown) => {
      const { code } = error as { readonly code: string } // all that is complained of here has one
      said.push(code)
      return () => void said.splice(said.lastIndexOf(code), 1)
    }
    const autosave = createAutosave(desk, through, storage, complain)
    autosave.belong(name)
    const type = (text: string) => {
      const was = desk.get().page
      if (was) desk.act({ page: withText(was, text) })
    }
    risen.push(() => {
      autosave.forget()
      autosave.stop()
    })
    return {
      desk,
      autosave,
      said,
      complain,
      type,
      text: () => textOf(desk.get().page),
      state: () => desk.get().save.kind,
      /** Typed, and the archive has answered: then the state is `state`. */
      typed: async (text: string, state: SaveState['kind']) => {
        type(text)
        await autosave.flush()
        expect(desk.get().save.kind).toBe(state)
      },
    }
  }
  return { id, storage, risen, seat }
}
