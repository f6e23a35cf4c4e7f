/** Keeps the undo steps of the open page in the archive, with each save what is new of them, and brings them back at the next start. */
import { packPage, unpackPage } from '../../../shared/page/undo.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'
import type { Undo } from '../../../shared/api/undo.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { UndoStep } from '../../../shared/page/undo-schema.ts'
import type { Desk, Focus, Recalled, Step } from './desk.ts'

/** A step and the page that it leads back from: what is kept of it is the difference of the two. */
type Link = { readonly page: Page; readonly next: Page }

export type Recall = { readonly steps: number; readonly focus: Focus | undefined }

export function createUndoKeeper(desk: Desk, call: Banxin) {
  let id: number | undefined
  let opened: OpenPage | undefined
  /** What the archive has. */
  let there: readonly Link[] = []

  return {
    start: (page: OpenPage) => {
      id = page.id
      opened = page
      there = []
    },
    /** What goes with the save of `page`; `kept` is called when that is on disk. */
    pack: (page: Page): { readonly undo: Undo; readonly kept: () => void } => {
      const { past, focus } = desk.get()
      const chain = past.map((step, i): Link => ({ page: step.page, next: past[i + 1]?.page ?? page }))
      const same = chain.findIndex((link, i) => link.page !== there[i]?.page || link.next !== there[i]?.next)
      const keep = same < 0 ? chain.length : same
      const steps = past.slice(keep).map((step, i): UndoStep => packed(step, chain[keep + i]?.next ?? page))
      return {
        undo: { keep, steps, focus: focus ?? null },
        kept: () => {
          there = chain
        },
      }
    },
    recall: async (): Promise<Recall> => {
      const of = opened
      if (!of) return { steps: 0, focus: undefined }
      const { revision, steps, focus } = await call('undo.get', { id: of.id })
      if (id !== of.id || revision !== of.revision || there.length > 0) return { steps: 0, focus: undefined }
      const older: Recalled[] = []
      let next = of.page
      for (const step of steps.toReversed()) {
        const page = unpackPage(step.delta, next)
        if (!page) break
        older.unshift({ page, focus: step.focus ?? undefined })
        next = page
      }
      // A chain that broke is kept no further than it leads.
      if (older.length === steps.length)
        there = older.map((step, i) => ({ page: step.page, next: older[i + 1]?.page ?? of.page }))
      desk.recall(older)
      return { steps: older.length, focus: focus ?? undefined }
    },
  }
}

const packed = ({ page, focus }: Step, next: Page): UndoStep => ({ delta: packPage(page, next), focus: focus ?? null })
