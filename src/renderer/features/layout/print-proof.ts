/** Prints the open page's proof 大样 on A3 by the system's own dialog: with line numbers, overset, states, and what changed since the last. */
import './print-proof.css'
import { drawSheets } from './draw-sheets.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Page } from '../../../shared/page/page.ts'

type Stored = { readonly id: number; readonly revision: number }

/** The proof that is being drawn, or that the system asks about: a second would take its sheets away from under it. */
let printing: Promise<void> | undefined

/** `page` is what stands on the desk, as it is saved in the archive. Only what was printed is the last proof: not what a person gave up. */
export const printProof = (stored: Stored, page: Page, call: Banxin): Promise<void> =>
  (printing ??= print(stored, page, call).finally(() => {
    printing = undefined
  }))

async function print({ id, revision }: Stored, page: Page, call: Banxin): Promise<void> {
  const { since } = await call('proof.last', { id })
  const paper = document.createElement('div')
  paper.className = 'proof-print'
  paper.append(...(await drawSheets(id, page, call, { proof: { since: since ?? undefined } })))
  document.body.append(paper)
  await document.fonts.ready
  try {
    const { printed } = await call('proof.print', {})
    if (printed) await call('proof.take', { id, revision })
  } finally {
    paper.remove()
  }
}
