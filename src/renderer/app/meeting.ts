/** Another program changed the open page: an untouched page follows it, a touched one meets the conflict when it is saved. */
import { isSameButMeta } from '../../shared/page/otherwise.ts'
import type { Banxin } from '../../shared/api.ts'
import type { Page } from '../../shared/page/page.ts'
import type { Autosave } from '../features/editor/autosave.ts'
import type { Desk } from '../features/editor/desk.ts'
import type { createShell } from './shell.ts'

type Parts = {
  readonly call: Banxin
  readonly desk: Desk
  readonly autosave: Autosave
  readonly attempt: ReturnType<typeof createShell>['attempt']
}

export function createMeeting({ call, desk, autosave, attempt }: Parts) {
  /** Whether the page can follow: what an input method composes is to come into the text that is shown. */
  const isUntouched = () => desk.get().save.kind === 'saved' && !autosave.dirty() && !desk.get().composing

  /** The page that was undone to from what stood against another's version. */
  let undoneTo: Page | undefined

  const meetOthers = async (): Promise<void> => {
    const { open, save } = desk.get()
    if (!open) return
    const isOpen = () => desk.get().open?.id === open.id
    // Restored elsewhere too, or back with a backup, it can be saved.
    if (save.kind === 'binned' || save.kind === 'gone') {
      const there = await call('page.get', { id: open.id }).catch(() => undefined)
      if (there && isOpen() && desk.get().save.kind === save.kind) autosave.retry()
      return
    }
    if (!isUntouched()) return
    const [stored] = await call('revision.list', { id: open.id }).catch(() => [])
    if (!isOpen() || !stored || stored.revision <= autosave.revision() || !isUntouched()) return
    const newer = await attempt(() => call('page.get', { id: open.id }))
    if (!newer || !isOpen() || !isUntouched() || newer.revision <= autosave.revision()) return
    const { page } = desk.get()
    if (page && isSameButMeta(page, newer.page)) desk.retell(newer.page.meta)
    else if (page === undoneTo) desk.follow(newer.page)
    else desk.act({ page: newer.page })
    autosave.settle(newer.revision, desk.get().page ?? newer.page)
  }

  /** The open page was restored in the archive from here: it follows, and what stood before is one undo away. False where it did not follow, and undo would lead elsewhere. */
  const takeRestored = async (): Promise<boolean> => {
    const { open } = desk.get()
    const stored = open && (await attempt(() => call('page.get', { id: open.id })))
    // What was begun meanwhile meets it as another's version, when it is saved.
    if (!stored || desk.get().open?.id !== open.id || !isUntouched() || stored.revision <= autosave.revision())
      return false
    desk.act({ page: stored.page })
    autosave.settle(stored.revision, stored.page)
    return true
  }

  let before = desk.get()
  desk.subscribe(() => {
    const was = before
    before = desk.get()
    // Whoever undoes what another's version stands against takes that version; one who composes and gives it up has not touched the page.
    const undone = was.save.kind === 'conflict' && before.save.kind === 'saved'
    if (undone) undoneTo = before.page
    if (undone || (was.composing && !before.composing)) void meetOthers()
  })

  return { meetOthers, takeRestored }
}
