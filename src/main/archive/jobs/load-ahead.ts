/** Has a thread start and load its dictionaries before there is something to do for it: one takes a second, and each waited for the other. */
import type { Workshop } from '../workshop/workshop.ts'

// What fails here fails again, and is told, where it is wanted.
const unheard = (loading: Promise<unknown>): void => void loading.catch(() => {})

/** By the task that will be asked for. */
export const loadAhead = {
  page: (workshop: Workshop): void => unheard(workshop.run('page', { files: [] }, { later: true, side: 0 })),
  find: (workshop: Workshop): void => unheard(workshop.run('find', [], { later: true, side: 1 })),
} as const
