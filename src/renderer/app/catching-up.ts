/** What the window keeps of pages that were left unsaved goes on disk by itself once the archive takes it, and a line says so. */
import { BanxinError } from '../../shared/errors.ts'
import { packPage } from '../../shared/page/undo.ts'
import { pageTitle } from './page-title.ts'
import { soon } from './soon.ts'
import type { Banxin } from '../../shared/api.ts'
import type { OpenPage } from '../../shared/api/pages.ts'
import type { Undo } from '../../shared/api/undo.ts'
import type { Page } from '../../shared/page/page.ts'
import type { Autosave } from '../features/editor/autosave.ts'

type Parts = {
  readonly call: Banxin
  readonly autosave: Autosave
  readonly tell: (key: string, params: Record<string, string | number>) => void
  readonly warn: Parts['tell']
}

/** Milliseconds from a try that the archive refused to the next one. */
const AGAIN = 10_000
/** What is wrong with the page and not with the archive: it waits until it is opened. */
const WAITS: ReadonlySet<string> = new Set(['page/missing', 'page/binned', 'page/conflict'])

export type CatchingUp = ReturnType<typeof createCatchingUp>

export function createCatchingUp({ call, autosave, tell, warn }: Parts) {
  let running: Promise<void> | undefined
  /** The page that is being saved, and when that is done. */
  let busy: { readonly id: number; readonly done: Promise<unknown> } | undefined
  /** Pages that are being opened: there what is kept is taken up. */
  const opening = new Set<number>()

  /** The page that was saved; undefined where it waits until it is opened. */
  const save = async (id: number): Promise<Page | undefined> => {
    const opened = await call('page.get', { id })
    const left = await autosave.left(opened)
    if (!left || left.asks) return undefined
    const undo = await undoOver(call, opened, left.page)
    await call('page.save', { id, revision: opened.revision, page: left.page, undo })
    autosave.drop(id)
    return left.page
  }

  const once = async () => {
    again.stop()
    const done: Page[] = []
    for (const id of autosave.kept()) {
      // Since the list was made it may have come on the desk, which saves it itself.
      if (opening.has(id) || !autosave.kept().includes(id)) continue
      const saving = save(id)
      busy = { id, done: saving.catch(() => {}) }
      try {
        const page = await saving
        if (page) done.push(page)
      } catch (error) {
        if (error instanceof BanxinError && WAITS.has(error.code)) continue
        again.ask()
        break
      } finally {
        busy = undefined
      }
    }
    const [first] = done
    if (first) tell(done.length > 1 ? 'kept.savedMany' : 'kept.saved', { title: pageTitle(first), n: done.length })
  }

  const run = (): Promise<void> => {
    running ??= once().finally(() => {
      running = undefined
    })
    return running
  }

  const again = soon(run, AGAIN)

  return {
    /** Tries at once. */
    run,
    /** The archive takes saves again: what is to be tried later is tried now. */
    back: () => {
      if (again.due()) void run()
    },
    /** The open page is left although it could not be saved. */
    left: (page: Page) => {
      warn('kept.left', { title: pageTitle(page) })
      again.ask()
    },
    /** Page `id` is opened by `work`, and not saved here meanwhile. */
    whileOpening: async <T>(id: number, work: () => Promise<T>): Promise<T> => {
      opening.add(id)
      try {
        if (busy?.id === id) await busy.done
        return await work()
      } finally {
        opening.delete(id)
      }
    },
    stop: again.stop,
  }
}

/** The undo steps of `opened`, and one more that leads back to it from `page`. */
async function undoOver(call: Banxin, opened: OpenPage, page: Page): Promise<Undo> {
  const { revision, steps } = await call('undo.get', { id: opened.id })
  const keep = revision === opened.revision ? steps.length : 0
  return { keep, steps: [{ delta: packPage(opened.page, page), focus: null }], focus: null }
}
