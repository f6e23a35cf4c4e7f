/** From a hit to its words in the page, and from all hits to a file. */
import { call } from '../../app/banxin.ts'
import { whereNow } from './where-now.ts'
import type { Workstation } from '../../app/workstation.ts'

/** Opens hit number `index` of the search: its page, with the first match selected, in view and lit. */
export async function openHit(w: Workstation, index: number): Promise<void> {
  const hit = w.search.get().hits[index]
  if (!hit) return
  w.search.set({ at: index })
  await w.openPage(hit.page)
  if (w.desk.get().open?.id !== hit.page) return
  // The page has to be drawn before a caret can go into it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { open, page } = w.desk.get()
      if (open?.id !== hit.page) return
      const place = page && whereNow(page, hit, w.search.get().needles)
      if (!place) return
      w.desk.moveTo({ block: place.block, offset: place.start }, { block: place.block, offset: place.end })
      setTimeout(() => bringIntoView(place.block), 60)
    }),
  )
  if (index >= w.search.get().hits.length - 5) void w.search.more()
}

/** The hit after the one that was opened last, or before it. */
export function stepHit(w: Workstation, by: 1 | -1): void {
  const { at, hits } = w.search.get()
  if (hits.length === 0) return
  void openHit(w, at === undefined ? 0 : Math.min(hits.length - 1, Math.max(0, at + by)))
}

/** All hits into a CSV file of the person's choice. */
export async function exportHits(w: Workstation): Promise<void> {
  try {
    const names = await call('search.export', w.search.input())
    if (names.length > 0) w.tell('toast.exported', { names: names.join('、') })
  } catch (error) {
    w.complain(error)
  }
}

/** A block that is out of view, or at its edge, comes to the middle. */
function bringIntoView(id: string): void {
  const dom = document.querySelector<HTMLElement>(`.editor [data-block="${CSS.escape(id)}"]`)
  const box = dom?.closest('.editor-scroll')?.getBoundingClientRect()
  const place = dom?.getBoundingClientRect()
  if (!dom || !box || !place) return
  if (place.top < box.top + 60 || place.top > box.bottom - 120) dom.scrollIntoView({ block: 'center' })
}
