/** Doubts as commands: go through them, answer them, on this page or over a whole batch of pages. */
import {
  acceptAlike,
  acceptBlocks,
  acceptDoubt,
  doubtAt,
  doubtsOf,
  nextDoubt,
  rejectDoubt,
} from '../../../shared/page/doubts.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { goOnInBatch } from './batch.ts'
import type { Doubt } from '../../../shared/page/doubts.ts'
import type { Caret, Edit } from '../../../shared/page/edit.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Command } from '../../app/command.ts'
import type { Workstation } from '../../app/workstation.ts'

const isOpen = (w: Workstation) => w.desk.get().page !== undefined
const hasFocus = (w: Workstation) => isOpen(w) && w.desk.get().focus !== undefined

/** The doubt that the caret is at. */
const currentDoubt = (w: Workstation): Doubt | undefined => {
  const { page, focus } = w.desk.get()
  return page && focus && doubtAt(page, focus.from)
}

const goToDoubt = (by: -1 | 1) => (w: Workstation) => {
  const { page, focus, caret } = w.desk.get()
  const doubt = page && nextDoubt(page, caret?.from ?? focus?.from, by)
  if (doubt) w.desk.moveTo({ block: doubt.block, offset: doubt.offset })
  else void goOnInBatch(w)
}

/** The answer is given as one undo step, and the caret goes on to the next doubt. */
function answer(w: Workstation, edit: Edit, at: Caret): void {
  const { page } = w.desk.get()
  if (!page || edit.page === page) return
  const next = nextDoubt(edit.page, at, 1)
  const stays = findBlock(edit.page, at.block) ? at : edit.caret
  const caret = next ? { block: next.block, offset: next.offset } : stays
  w.desk.act(caret ? { page: edit.page, caret } : { page: edit.page })
  if (next) return
  w.tell('doubt.done')
  void goOnInBatch(w)
}

/** What the answer is given to: the doubt at the caret. */
const onDoubt = (make: (page: Page, doubt: Doubt, source: string) => Edit) => (w: Workstation) => {
  const { page, open } = w.desk.get()
  const doubt = currentDoubt(w)
  if (page && doubt) answer(w, make(page, doubt, open?.source ?? ''), { block: doubt.block, offset: doubt.offset })
}

export const acceptHere = (w: Workstation): void => {
  if (currentDoubt(w)) return onDoubt(acceptDoubt)(w)
  const { page, focus } = w.desk.get()
  if (page && focus) w.desk.act({ page: acceptBlocks(page, focus.blocks) })
}

/** Of a wrong role nobody knows the right one: the menu asks for it. */
export const rejectHere = (w: Workstation): void => {
  const doubt = currentDoubt(w)
  if (doubt?.kind === 'role') w.shell.set({ roleMenu: doubt.block })
  else onDoubt(rejectDoubt)(w)
}

export const acceptAlikeHere = onDoubt(acceptAlike)

export const DOUBT_COMMANDS: readonly Command[] = [
  { id: 'doubt.next', name: { zh: '下一处存疑', en: 'Next doubt' }, key: 'F8', can: isOpen, run: goToDoubt(1) },
  {
    id: 'doubt.previous',
    name: { zh: '上一处存疑', en: 'Previous doubt' },
    key: 'Shift+F8',
    can: (w) => doubtsOf(w.desk.get().page ?? NONE).length > 0,
    run: goToDoubt(-1),
  },
  {
    id: 'doubt.accept',
    name: { zh: '认可存疑处或所选块', en: 'Accept the doubt or the selected blocks' },
    key: 'Alt+Enter',
    can: hasFocus,
    run: acceptHere,
  },
  {
    id: 'doubt.reject',
    name: { zh: '否定存疑处', en: 'Reject the doubt' },
    key: 'Alt+Backspace',
    can: (w) => currentDoubt(w) !== undefined,
    run: rejectHere,
  },
  {
    id: 'doubt.alike',
    name: { zh: '同类存疑全部认可', en: 'Accept all doubts alike' },
    key: 'Alt+Shift+Enter',
    can: (w) => currentDoubt(w) !== undefined,
    run: acceptAlikeHere,
  },
  {
    id: 'batch.open',
    name: { zh: '成批核对…', en: 'Check a batch…' },
    key: 'Alt+F8',
    run: (w) => w.shell.set({ dialog: { name: 'batch' } }),
  },
]

const NONE: Page = { version: 1, meta: {}, articles: [], proposals: [] }
