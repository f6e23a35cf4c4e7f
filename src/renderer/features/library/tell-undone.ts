/** Says that an action was taken back, and how much stays as it is because it changed since, or is gone for good. */
import { t } from 'i18next'
import type { Workstation } from '../../app/workstation.ts'

type Undone = {
  readonly pages: readonly number[]
  readonly conflicts: readonly number[]
  readonly changed: readonly string[]
  readonly gone: number
  readonly kept: readonly string[]
  readonly stopped: boolean
}

/** `key`: the sentence where nothing was left. */
export function tellUndone(
  w: Pick<Workstation, 'tell' | 'warn'>,
  { pages, conflicts, changed, gone, kept, stopped }: Undone,
  key = 'shelves.undone',
): void {
  if (stopped) return w.tell('shelves.undoStopped', { n: pages.length })
  if (conflicts.length > 0)
    w.warn(pages.length > 0 ? 'shelves.undoConflicts' : 'shelves.undoNone', {
      n: conflicts.length,
      names:
        changed.map((name) => `“${name}”`).join(t('shelves.undoAnd')) + (changed.length < conflicts.length ? '…' : ''),
    })
  if (gone > 0) w.warn('shelves.undoGone', { n: gone })
  if (kept.length > 0) w.warn('shelves.undoKept', { n: kept.length, name: kept[0] ?? '' })
  if (conflicts.length + gone + kept.length === 0) w.tell(key)
}
