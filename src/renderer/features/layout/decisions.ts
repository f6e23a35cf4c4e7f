/** What a person decided about a page's layout: done, undone and kept in the archive. */
import type { Banxin } from '../../../shared/api.ts'
import type { Store } from '../../app/store.ts'
import type { Decided, LayoutState } from './state.ts'

const DEPTH = 200
/** Milliseconds from a decision to its being kept. */
const KEEP = 300

/** `open` is the page that is decided about; `compose` shows what was decided. */
export function createDecisions(
  { get, set }: Store<LayoutState>,
  call: Banxin,
  open: () => number | undefined,
  compose: () => void,
  complain: (error: unknown) => void,
) {
  let keeping: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(keeping)
    const id = open()
    if (id === undefined) return
    const { template, placement } = get()
    keeping = setTimeout(() => {
      call('layout.set', { id, layout: { template: template ?? null, placement: placement ?? null } }).catch(complain)
    }, KEEP)
  }
  const go = (from: 'past' | 'future', to: 'past' | 'future') => {
    const state = get()
    const step = state[from].at(-1)
    if (!step) return
    const { template, placement } = state
    set({ ...step, [from]: state[from].slice(0, -1), [to]: [...state[to], { template, placement }], trial: undefined })
    keep()
    compose()
  }
  return {
    decide: (next: Partial<Decided>) => {
      const { template, placement, past } = get()
      set({ past: [...past.slice(-DEPTH), { template, placement }], future: [], trial: undefined, ...next })
      keep()
      compose()
    },
    undo: () => go('past', 'future'),
    redo: () => go('future', 'past'),
  }
}
