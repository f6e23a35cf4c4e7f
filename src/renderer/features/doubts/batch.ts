/** A batch of pages in work: which are left, where the person is; and what is read of the archive for it. */
import { call } from '../../app/banxin.ts'
import { nextDoubt } from '../../../shared/page/doubts.ts'
import { drawSample } from '../../../shared/sampling.ts'
import type { DrawnBlock, PageDoubts } from '../../../shared/api/doubts.ts'
import type { Workstation } from '../../app/workstation.ts'

/** Pages asked for in one call. */
const CHUNK = 200

/** Doubts and blocks of every page of `ids`; `tell` hears how many are read. */
export async function countAll(ids: readonly number[], tell: (done: number) => void): Promise<readonly PageDoubts[]> {
  const all: PageDoubts[] = []
  for (let at = 0; at < ids.length; at += CHUNK) {
    all.push(...(await call('doubts.count', { ids: ids.slice(at, at + CHUNK) })))
    tell(Math.min(ids.length, at + CHUNK))
  }
  return all
}

/** `n` blocks drawn from all blocks of `pages` alike, in the pages' order. */
export async function drawBlocks(
  pages: readonly PageDoubts[],
  n: number,
  seed: number,
): Promise<readonly DrawnBlock[]> {
  const total = pages.reduce((sum, p) => sum + p.blocks, 0)
  const draws: { page: number; at: number }[] = []
  let index = 0
  let start = 0
  for (const x of drawSample(total, n, seed)) {
    while (index < pages.length && x >= start + (pages[index]?.blocks ?? 0)) start += pages[index++]?.blocks ?? 0
    const page = pages[index]
    if (page) draws.push({ page: page.id, at: x - start })
  }
  const blocks: DrawnBlock[] = []
  for (let at = 0; at < draws.length; at += CHUNK)
    blocks.push(...(await call('doubts.blocks', { draws: draws.slice(at, at + CHUNK) })))
  return blocks
}

/** Accepts every page as it stands, in one operation that can be undone; gives how many were. */
export async function acceptAll(ids: readonly number[], tell: (done: number) => void): Promise<number> {
  let accepted = 0
  let operation: number | null = null
  for (let at = 0; at < ids.length; at += CHUNK) {
    const done: { readonly accepted: number; readonly operation: number | null } = await call('doubts.acceptPages', {
      ids: ids.slice(at, at + CHUNK),
      ...(operation !== null && { operation }),
    })
    accepted += done.accepted
    operation = done.operation
    tell(Math.min(ids.length, at + CHUNK))
  }
  return accepted
}

/** From now on F8 goes on to the next page of `pages` when a page has no doubts left. */
export async function walkBatch(w: Workstation, pages: readonly number[]): Promise<void> {
  w.shell.set({ batch: pages, dialog: undefined })
  await goOnInBatch(w)
}

/** Opens the next page of the batch that still has doubts, with the caret at the first; says so when there is none. */
export async function goOnInBatch(w: Workstation): Promise<void> {
  const { batch } = w.shell.get()
  if (!batch) return
  const here = w.desk.get().open?.id
  await w.autosave.flush()
  const rest = batch.filter((id) => id !== here)
  const counts = await countAll(rest, () => {})
  const next = counts.find((p) => p.doubts > 0)
  w.shell.set({ batch: next ? rest : undefined })
  if (!next) return w.tell('batch.end')
  await w.openPage(next.id)
  w.tell('batch.nextPage', { title: w.desk.get().open?.name ?? '' })
  const { page } = w.desk.get()

  const doubt = page && nextDoubt(page, undefined, 1)
  if (doubt) w.desk.moveTo({ block: doubt.block, offset: doubt.offset })
}
