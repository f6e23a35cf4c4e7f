/** Prints the open page's proof 大样 on A3 by the system's own dialog: with line numbers, overset, states, and what changed since the last. */
import './print-proof.css'
import { drawSheets } from './draw-sheets.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Page } from '../../../shared/page/page.ts'

/** `page` is what stands on the desk, `id` its number in the archive, where it is saved already. */
export async function printProof(id: number, page: Page, call: Banxin): Promise<void> {
  const { since } = await call('proof.take', { id })
  const paper = document.createElement('div')
  paper.className = 'proof-print'
  paper.append(...(await drawSheets(id, page, call, { proof: { since: since ?? undefined } })))
  document.querySelector('.proof-print')?.remove()
  document.body.append(paper)
  await document.fonts.ready
  window.addEventListener('afterprint', () => paper.remove(), { once: true })
  window.print()
}
