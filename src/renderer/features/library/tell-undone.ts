/** Says that an action was taken back, and how many pages stay as they are because they changed since. */
import type { Workstation } from '../../app/workstation.ts'

/** `key`: the sentence where no page was left. */
export function tellUndone(w: Pick<Workstation, 'tell'>, conflicts: readonly number[], key = 'shelves.undone'): void {
  if (conflicts.length > 0) w.tell('shelves.undoConflicts', { n: conflicts.length })
  else w.tell(key)
}
