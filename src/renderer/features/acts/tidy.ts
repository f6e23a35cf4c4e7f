/** Clearing the open page of what OCR programs left in its text, as one undo step. */
import { findBlock } from '../../../shared/page/walk.ts'
import { tidied } from '../../../shared/structure/tidy.ts'
import { showKey } from '../../app/keys.ts'
import { stay } from './commands.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Tidied } from '../../../shared/structure/tidy.ts'
import type { Command } from '../../app/command.ts'
import type { Workstation } from '../../app/workstation.ts'

/** Menus and the palette ask often whether there is anything to clear. */
const known = new WeakMap<Page, Tidied>()

function tidiedNow(w: Workstation): Tidied | undefined {
  const { page } = w.desk.get()
  if (!page) return undefined
  const now = known.get(page) ?? tidied(page)
  known.set(page, now)
  return now
}

/** Whether there is anything to clear in the block `id` of the open page. */
export function hasLeft(w: Workstation, id: string): boolean {
  const { page } = w.desk.get()
  const now = tidiedNow(w)
  return (
    page !== undefined &&
    now !== undefined &&
    now.page !== page &&
    findBlock(page, id)?.block.text !== findBlock(now.page, id)?.block.text
  )
}

export const TIDY: Command = {
  id: 'page.tidy',
  name: { zh: '清除 OCR 记号', en: 'Clear OCR marks' },
  can: (w) => (tidiedNow(w)?.places ?? 0) > 0,
  run: (w) => {
    const now = tidiedNow(w)
    if (!now) return
    const { focus } = w.desk.get()
    w.desk.act(focus ? { page: now.page, caret: stay(now.page, focus) } : { page: now.page })
    const told = { count: now.places, undo: showKey('Mod+Z') }
    if (now.parted > 0) w.tell('act.tidiedParted', { ...told, parted: now.parted })
    else w.tell('act.tidied', told)
  },
}
