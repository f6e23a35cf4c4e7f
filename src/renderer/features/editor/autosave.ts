/**
 * Puts the page on disk while it is being typed: never later than `WAIT` after a change, one save at a time. A save that
 * fails is tried again and the page kept in the window's own storage meanwhile; a conflict, or a page that is in the bin or gone, waits for the person.
 */
import { BanxinError } from '../../../shared/errors.ts'
import { isSameButMeta } from '../../../shared/page/otherwise.ts'
import { createUndoKeeper } from './undo-keeper.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Banxin } from '../../../shared/api.ts'
import { asking } from './desk.ts'
import type { Asking, Desk } from './desk.ts'

/** Milliseconds from a change to its save: what was typed is on disk within a second, with room for a slow disk. */
const WAIT = 300
/** Milliseconds that a save waits at most for the window to be idle. */
const IDLE = 150
/** Milliseconds after which the window keeps by itself what the archive has not taken yet. */
const LATE = 600
const RETRY = [1000, 2000, 5000, 10_000]

export type Journal = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
export type Autosave = ReturnType<typeof createAutosave>

/** `complain` gives what takes the complaint back. */
export function createAutosave(desk: Desk, call: Banxin, journal: Journal, complain: (error: unknown) => () => void) {
  let id: number | undefined
  let revision = 0
  let saved: Page | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  /** Takes back what was said of a save that failed. */
  let unsay = () => {}
  /** When what is on disk was put there by this window. */
  let savedAt: string | undefined
  const undoKeeper = createUndoKeeper(desk, call)

  const dirty = () => id !== undefined && desk.get().page !== saved
  const schedule = (wait: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      // Between two keys rather than in the middle of one.
      requestIdleCallback(() => void save(), { timeout: IDLE })
    }, wait)
  }

  const once = async () => {
    const page = desk.get().page
    if (id === undefined || page === undefined) return
    if (page === saved) {
      // Undone to what is on disk: there is nothing to save and nothing unsaved.
      if (desk.get().save.kind === 'unsaved') desk.set({ save: { kind: 'saved', at: savedAt } })
      return
    }
    const ours = id
    desk.set({ save: { kind: 'saving' } })
    // An archive that does not answer has not failed yet, but what is typed must be somewhere by then.
    const late = setInterval(() => keep(ours, revision, desk.get().page ?? page), LATE)
    try {
      const { undo, kept } = undoKeeper.pack(page)
      const done = await call('page.save', { id: ours, revision, page, undo })
      if (ours !== id) return
      revision = done.revision
      saved = page
      savedAt = done.savedAt
      failures = 0
      unsay()
      kept()
      journal.removeItem(key(ours))
      desk.set({ save: dirty() ? { kind: 'unsaved' } : { kind: 'saved', at: done.savedAt } })
      if (dirty()) schedule(WAIT)
    } catch (error) {
      if (ours !== id) return
      keep(ours, revision, desk.get().page ?? page)
      const code = error instanceof BanxinError ? error.code : 'internal'
      if (code === 'page/conflict' && (await retold(ours))) return
      const kind = ASKED[code]
      if (kind) {
        desk.set({ save: { kind } })
        unsay = complain(error)
      } else {
        desk.set({ save: { kind: 'failed', code } })
        if (failures === 0) unsay = complain(error)
        schedule(RETRY[Math.min(failures++, RETRY.length - 1)] ?? WAIT)
      }
    } finally {
      clearInterval(late)
    }
  }

  /** Whether another changed nothing but what is said of the page, which is not changed here: then both stand, and it is saved again. */
  const retold = async (ours: number): Promise<boolean> => {
    const stored = await call('page.get', { id: ours }).catch(() => undefined)
    if (!stored || !saved || ours !== id || !isSameButMeta(stored.page, saved)) return false
    desk.retell(stored.page.meta)
    revision = stored.revision
    saved = stored.page
    desk.set({ save: { kind: 'unsaved' } })
    schedule(0)
    return true
  }

  const save = (): Promise<void> => {
    running ??= once().finally(() => {
      running = undefined
    })
    return running
  }

  const keep = (page: number, at: number, value: Page) => {
    try {
      journal.setItem(key(page), JSON.stringify({ revision: at, page: value }))
    } catch {
      // The window's storage is full too: the text stays in the window, and the status line says that it is not saved.
    }
  }

  let keeping: ReturnType<typeof setTimeout> | undefined
  /** What is typed while nothing can be saved is kept all the same. */
  const keepSoon = () => {
    keeping ??= setTimeout(() => {
      keeping = undefined
      const { page } = desk.get()
      if (id !== undefined && page !== undefined && dirty()) keep(id, revision, page)
    }, LATE)
  }

  const stop = desk.subscribe(() => {
    const { save: state } = desk.get()
    if (!dirty()) return
    if (asking(state) || state.kind === 'failed') keepSoon()
    if (asking(state)) return
    if (state.kind === 'saved') desk.set({ save: { kind: 'unsaved' } })
    if (!running) schedule(WAIT)
  })

  return {
    stop,
    /** What was left unsaved of `opened` by an earlier run, if anything. */
    left: async (opened: OpenPage): Promise<Page | undefined> => {
      const text = journal.getItem(key(opened.id))
      const left = text === null ? undefined : await recovered(text, opened.page)
      // What is on disk already, or is no page, need not be kept.
      if (text !== null && !left) journal.removeItem(key(opened.id))
      return left
    },
    /** From now on `opened` is watched. */
    watch: (opened: OpenPage): void => {
      clearTimeout(timer)
      timer = undefined
      id = opened.id
      revision = opened.revision
      saved = opened.page
      savedAt = undefined
      failures = 0
      undoKeeper.start(opened)
    },
    forget: () => {
      clearTimeout(timer)
      timer = undefined
      id = undefined
    },
    /** What was typed into the open page is not wanted. */
    discard: (): void => {
      if (id !== undefined) journal.removeItem(key(id))
      saved = desk.get().page
    },
    /** Saves at once. True when all that was typed is on disk. */
    flush: async (): Promise<boolean> => {
      clearTimeout(timer)
      timer = undefined
      if (asking(desk.get().save)) return false
      for (let turn = 0; turn < 3 && dirty(); turn++) {
        await save()
        if (desk.get().save.kind === 'failed' || asking(desk.get().save)) break
      }
      if (dirty() && timer === undefined && !asking(desk.get().save)) schedule(WAIT)
      return !dirty()
    },
    /** The archive is back: no waiting for the next try. */
    retry: () => {
      clearTimeout(timer)
      timer = undefined
      failures = 0
      if (dirty()) void save()
    },
    /** After a conflict: the stored page is at `newer`, and the desk's page (ours, or theirs taken over) goes on top of it. */
    settle: (newer: number, stored?: Page) => {
      revision = newer
      saved = stored
      desk.set({ save: { kind: 'unsaved' } })
    },
    /** Takes up the undo steps of an earlier run, once the page is shown. Gives how many, and what was selected. */
    recall: undoKeeper.recall,
    revision: () => revision,
    dirty,
  }
}

const ASKED: Readonly<Record<string, Asking>> = {
  'page/conflict': 'conflict',
  'page/binned': 'binned',
  'page/missing': 'gone',
}

const key = (id: number): string => `banxin.unsaved.${id}`

async function recovered(text: string, stored: Page): Promise<Page | undefined> {
  const { pageSchema } = await import('../../../shared/page/page.ts')
  try {
    const parsed = pageSchema.safeParse((JSON.parse(text) as { page?: unknown }).page) // checked right here
    // What is said of the page is not changed here: the archive knows it better.
    return parsed.success && !isSameButMeta(parsed.data, stored) ? { ...parsed.data, meta: stored.meta } : undefined
  } catch {
    return undefined
  }
}
