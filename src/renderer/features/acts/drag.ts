/**
 * Moving by drag: a label in the margin takes its block along, a section's heading its section, an article's first block the
 * whole article; with Alt only the block. A line shows where it would go.
 */
import { moveTo, placeArticle, sectionAt } from '../../../shared/page/edit-move.ts'
import { figureOf } from '../../../shared/page/figures.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import type { DragEvent as ReactDragEvent } from 'react'
import type { Edit } from '../../../shared/page/edit.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Workstation } from '../../app/workstation.ts'

type Load = { readonly article: string } | { readonly blocks: readonly string[] }
/** A gap between two blocks: before `block`, or at the end of `article`. `top` in CSS pixels of the window. */
type Gap = { readonly article: string; readonly block: string | undefined; readonly top: number; readonly box: DOMRect }

export function startDrag(event: ReactDragEvent, w: Workstation, id: string): void {
  const { page } = w.desk.get()
  const load = page && loadOf(page, id, event.altKey)
  if (!load) return
  event.dataTransfer.setData('application/x-banxin-block', id)
  event.dataTransfer.effectAllowed = 'move'
  const line = document.createElement('div')
  line.className = 'drop-line'
  let gap: Gap | undefined

  const over = (e: DragEvent) => {
    gap = gapAt(e, 'article' in load)
    line.remove()
    if (!gap) return
    e.preventDefault()
    e.stopPropagation()
    line.style.top = `${gap.top - 1}px`
    line.style.left = `${gap.box.left}px`
    line.style.width = `${gap.box.width}px`
    document.body.append(line)
  }
  const drop = (e: DragEvent) => {
    const now = w.desk.get().page
    // Where it is let go counts, which a busy window may not have drawn yet.
    gap = gapAt(e, 'article' in load) ?? gap
    if (!gap || !now) return
    e.preventDefault()
    e.stopPropagation()
    const edit = dropped(now, load, gap)
    w.desk.act(edit.page === now ? { page: now } : { ...edit, caret: { block: id, offset: 0 } })
  }
  const end = () => {
    line.remove()
    window.removeEventListener('dragover', over, true)
    window.removeEventListener('drop', drop, true)
    window.removeEventListener('dragend', end, true)
  }
  window.addEventListener('dragover', over, true)
  window.addEventListener('drop', drop, true)
  window.addEventListener('dragend', end, true)
}

function loadOf(page: Page, id: string, only: boolean): Load | undefined {
  const place = findBlock(page, id)
  if (!place) return undefined
  if (only) return { blocks: [id] }
  if (place.blockIndex === 0) return { article: place.article.id }
  const section = sectionAt(place.article, id)
  if (section?.[0] === id) return { blocks: section }
  return { blocks: figureOf(place.article, id) ?? [id] }
}

function dropped(page: Page, load: Load, gap: Gap): Edit {
  if ('blocks' in load) return moveTo(page, load.blocks, gap.block ? { before: gap.block } : { endOf: gap.article })
  const at = page.articles.findIndex((a) => a.id === gap.article)
  return placeArticle(page, load.article, gap.block ? gap.article : page.articles[at + 1]?.id)
}

/** The gap nearest to the pointer; for a whole article only those between articles. */
function gapAt(event: DragEvent, whole: boolean): Gap | undefined {
  const article = event.target instanceof Element ? event.target.closest<HTMLElement>('.article') : null
  const id = article?.dataset['article']
  if (!article || id === undefined) return undefined
  const box = article.getBoundingClientRect()
  const blocks = [...article.querySelectorAll<HTMLElement>('[data-block]')]
  const edges = blocks.map((dom) => ({ block: dom.dataset['block'], top: dom.getBoundingClientRect().top }))
  const all = [...edges, { block: undefined, top: box.bottom }]
  const usable = whole ? all.filter((_, i) => i === 0 || i === all.length - 1) : all
  const best = usable.toSorted((a, b) => Math.abs(a.top - event.clientY) - Math.abs(b.top - event.clientY))[0]
  return best && { article: id, block: best.block, top: best.top, box }
}
