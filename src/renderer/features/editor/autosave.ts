/**
 * Puts the page on disk while it is being typed: never later than `WAIT` after a change, one save at a time. A save that
 * fails is tried again and the page kept in the window's own storage meanwhile; a conflict, or a page that is in the bin or gone, waits for the person.
 */
import { BanxinError } from '../../../shared/errors.ts'
import { changedMeta, isSameButMeta } from '../../../shared/page/otherwise.ts'
import { soon } from '../../app/soon.ts'
import { createKeptTexts } from './kept-texts.ts'
import { createUndoKeeper } from './undo-keeper.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Banxin } from '../../../shared/api.ts'
import { asking } from './desk.ts'
import type { Asking, Desk, SaveState } from './desk.ts'
import type { Journal, Left, Lone } from './kept-texts.ts'

/** Milliseconds from a change to its save: what was typed is on disk within a second, with room for a slow disk. */
const WAIT = 300
/** Milliseconds that a save waits at most for the window to be idle. */
const IDLE = 150
/** Milliseconds after which the window keeps by itself what the archive has not taken yet. */
const LATE = 600
const RETRY = [1000, 2000, 5000, 10_000]

/**
 * What is done with what is typed while it is in such a state: whether it is saved by itself, whether the window keeps it, and
 * whether a save is tried when the archive or the page is back. Each but `saving` ends when the page is again what is on disk, by undo
 * or otherwise. That is no answer: with redo the same is asked again. A save is refused again; what an earlier run left on another text
 * than the stored one would not be, and is a conflict at once.
 */
const MEANS: Readonly<Record<SaveState['kind'], { saves: boolean; keeps: boolean; retries: boolean }>> = {
  saved: { saves: true, keeps: false, retries: true },
  unsaved: { saves: true, keeps: false, retries: true },
  // A save that takes long keeps it by itself.
  saving: { saves: true, keeps: false, retries: true },
  failed: { saves: true, keeps: true, retries: true },
  binned: { saves: false, keeps: true, retries: true },
  gone: { saves: false, keeps: true, retries: true },
  conflict: { saves: false, keeps: true, retries: false },
}

/** The states that a refused save leads to; after any other error it is tried again. */
const ASKED: Readonly<Record<string, Asking>> = {
  'page/conflict': 'conflict',
  'page/binned': 'binned',
  'page/missing': 'gone',
}

export type Autosave = ReturnType<typeof createAutosave>

/** `complain` gives what takes the complaint back. */
export function createAutosave(desk: Desk, call: Banxin, journal: Journal, complain: (error: unknown) => () => void) {
  let open: OpenPage | undefined
  let revision = 0
  let saved: Page | undefined
  /** The text that what is typed was typed on: `saved`, but for what an earlier run left. */
  let base: Page | undefined
  /** What an earlier run left, and the person has not said yet what stands. */
  let unanswered: Left | undefined
  let running: Promise<void> | undefined
  let failures = 0
  /** Takes back what was said of a save that failed. */
  let unsay = () => {}
  /** SHA-256 of the picture of the paper: of a page that was deleted for good the archive does not know any more which it was. */
  let picture: string | undefined
  /** When what is on disk was put there by this window. */
  let savedAt: string | undefined
  const undoKeeper = createUndoKeeper(desk, call)
  const texts = createKeptTexts(journal)

  const dirty = () => open !== undefined && desk.get().page !== saved
  const means = () => MEANS[desk.get().save.kind]
  // Between two keys rather than in the middle of one.
  const saving = soon(() => requestIdleCallback(() => void save(), { timeout: IDLE }), WAIT)
  /** The stored page is `page` now, at `at`. */
  const stands = (at: number, page: Page, time: string | undefined) => {
    revision = at
    saved = page
    base = page
    savedAt = time
    failures = 0
  }
  /** The page is what is on disk: nothing is unsaved, kept or asked any more. */
  const rest = () => {
    saving.stop()
    failures = 0
    unsay()
    base = saved
    if (open) texts.drop(open.id)
    desk.set({ save: { kind: 'saved', at: savedAt } })
  }

  const once = async () => {
    const page = desk.get().page
    if (open === undefined || page === undefined || page === saved || !means().saves) return
    const ours = open
    desk.set({ save: { kind: 'saving' } })
    // An archive that does not answer has not failed yet, but what is typed must be somewhere by then.
    const late = setInterval(() => ours === open && keep(), LATE)
    try {
      const { undo, kept } = undoKeeper.pack(page)
      // No stored page is at revision 0: what was typed on another text than the stored one is not put over it.
      const done = await call('page.save', { id: ours.id, revision: base === saved ? revision : 0, page, undo })
      if (ours !== open) return
      stands(done.revision, page, done.savedAt)
      unsay()
      kept()
      texts.drop(ours.id)
      desk.set({ save: dirty() ? { kind: 'unsaved' } : { kind: 'saved', at: done.savedAt } })
      if (dirty()) saving.ask()
    } catch (error) {
      if (ours !== open) return
      // Undone meanwhile.
      if (!dirty()) return rest()
      keep()
      const code = error instanceof BanxinError ? error.code : 'internal'
      if (code === 'page/conflict' && (await retold(ours))) return
      if (ours === open) refused(code, error)
    } finally {
      clearInterval(late)
    }
  }

  const refused = (code: BanxinError['code'], error: unknown) => {
    const kind = ASKED[code]
    desk.set({ save: kind ? { kind } : { kind: 'failed', code } })
    if (kind || failures === 0) unsay = complain(error)
    if (!kind) saving.ask(RETRY[Math.min(failures++, RETRY.length - 1)])
  }

  /** Whether another changed nothing but what is said of the page, which is not changed here: then both stand, and it is saved again. */
  const retold = async (ours: OpenPage): Promise<boolean> => {
    const stored = await call('page.get', { id: ours.id }).catch(() => undefined)
    if (!stored || !base || ours !== open || !isSameButMeta(stored.page, base)) return false
    desk.retell(stored.page.meta)
    stands(stored.revision, stored.page, savedAt)
    desk.set({ save: { kind: 'unsaved' } })
    saving.ask(0)
    return true
  }

  const save = (): Promise<void> => {
    running ??= once().finally(() => {
      running = undefined
    })
    return running
  }

  /** Keeps what is unsaved. True where that is done, or nothing is: the text alone is compared, as another undo step may lead back to it. */
  const keep = (): boolean => {
    const { page } = desk.get()
    if (!open || !page || page === saved) return true
    if (means().keeps && saved && isSameButMeta(page, saved) && changedMeta(page.meta, saved.meta).length === 0) {
      saved = page
      rest()
      return true
    }
    return texts.keep(open, page, base, picture)
  }

  /** What is typed while nothing can be saved is kept all the same. */
  const keeping = soon(keep, LATE)

  /** Back with redo: nothing is put over another's text for that. */
  const askAgain = (left: Left) => {
    base = left.base
    unsay = complain(new BanxinError('page/conflict'))
    desk.set({ save: { kind: 'conflict' } })
  }

  const stop = desk.subscribe(() => {
    const {
      page,
      save: { kind },
    } = desk.get()
    if (!open) return
    if (!dirty()) {
      if (kind !== 'saved' && kind !== 'saving') rest()
      return
    }
    if (kind === 'saved' && unanswered && page && isSameButMeta(page, unanswered.page)) return askAgain(unanswered)
    if (means().keeps) keeping.ask()
    if (!means().saves) return
    if (kind === 'saved') desk.set({ save: { kind: 'unsaved' } })
    if (!running) saving.ask()
  })

  return {
    stop,
    /** The archive that the pages are of: what is kept of them is its own. */
    belong: texts.belong,
    /** What was left unsaved of `opened` by an earlier run, if anything. */
    left: texts.left,
    /** From now on `opened` is watched. */
    watch: (opened: OpenPage): void => {
      keep()
      saving.stop()
      open = opened
      picture = undefined
      unanswered = undefined
      stands(opened.revision, opened.page, undefined)
      undoKeeper.start(opened)
    },
    /** Puts what an earlier run left into the open page; over another's text only when the person has said so. */
    takeUp: (left: Left): void => {
      base = left.asks ? left.base : saved
      desk.act({ page: left.page })
      if (!left.asks) return
      desk.set({ save: { kind: 'conflict' } })
      unanswered = left
    },
    /** The open page, if it is `id`, has a picture of the paper. */
    pictured: (id: number, sha256: string): void => {
      if (open?.id === id) picture = sha256
    },
    picture: () => picture,
    /** Pages of which something is kept, but for the open one. */
    kept: () => texts.ids().filter((id) => id !== open?.id),
    lone: texts.lone,
    /** The open page is what is kept of one that no archive has any more. */
    takeUpLone: ({ base: on, picture: paper }: Lone): void => {
      picture = paper
      saved = undefined
      base = on
      desk.set({ save: { kind: 'gone' } })
    },
    /** What is kept of page `id` is on disk elsewhere. */
    drop: texts.drop,
    /** The page is not open any more; what was typed last is kept. */
    forget: () => {
      keep()
      saving.stop()
      open = undefined
    },
    /** What was typed into the open page is not wanted. */
    discard: (): void => {
      saved = desk.get().page
      if (open) texts.drop(open.id)
    },
    /** Saves at once. True when all that was typed is on disk; what cannot be saved is kept. */
    flush: async (): Promise<boolean> => {
      saving.stop()
      for (let turn = 0; turn < 3 && dirty() && means().saves; turn++) {
        await save()
        if (means().keeps) break
      }
      if (dirty() && means().keeps) keep()
      if (dirty() && means().saves) saving.ask()
      return !dirty()
    },
    /** Keeps what is unsaved; false where the window's storage is full. */
    keep,
    /** The archive, or the page, is back: no waiting for the next try. */
    retry: () => {
      if (!means().retries) return
      saving.stop()
      failures = 0
      if (!dirty()) return
      if (asking(desk.get().save)) desk.set({ save: { kind: 'unsaved' } })
      void save()
    },
    /** The stored page is `stored` at `newer`, and the desk's page (ours, or theirs taken over) goes on top of it. */
    settle: (newer: number, stored: Page) => {
      // Else the page but follows another program.
      if (desk.get().save.kind === 'conflict') unanswered = undefined
      stands(newer, stored, undefined)
      desk.set({ save: { kind: 'unsaved' } })
    },
    /** Takes up the undo steps of an earlier run, once the page is shown. Gives how many, and what was selected. */
    recall: undoKeeper.recall,
    revision: () => revision,
    dirty,
  }
}
