/** What a person would do next to make a page right: the gold page is known, and one act after the other brings the page nearer to it. */
import { joinTarget } from '../../src/shared/page/edit.ts'
import { walk } from '../../src/shared/page/walk.ts'
import type { Block, Page, Role, Span } from '../../src/shared/page/page.ts'
import type { GoldPage } from './gold.ts'

export type Gold = Pick<GoldPage, 'text' | 'gold'>

/** An act at a place: the caret goes to `at` (and with `to` a selection from there), then the command runs. `pick` names blocks to pick first. */
export type NextAct = {
  readonly command: string
  readonly block: string
  readonly at: number
  readonly to?: number
  readonly pick?: readonly string[]
}

type Cell = { readonly article: number; readonly block: number; readonly role: Role }

/** The next act, or undefined where roles, extents, stories and order are those of the gold. */
export function nextAct(page: Page, gold: Gold): NextAct | undefined {
  const cells = cellsOf(gold)
  const at = (id: string) => runsOf(blockOf(page, id), gold.text, cells)
  const all = [...walk(page)]
  const home = new Map<string, Cell | undefined>()
  // 1. A block holds what belongs to several: it is cut, or what stands inside is lifted out.
  for (const { block } of all) {
    const runs = at(block.id)
    const [a, b, c] = runs
    if (a && b && c && a.cell === c.cell) return { command: 'block.lift', block: block.id, at: b.start, to: b.end }
    if (a && b) {
      const parts = a.cell?.role === 'caption' && b.cell?.role === 'credit'
      return { command: parts ? 'block.credit' : 'block.split', block: block.id, at: b.start }
    }
    home.set(block.id, a?.cell)
  }
  // 2. Roles.
  const wrong = all.filter(({ block }) => home.get(block.id) && home.get(block.id)?.role !== block.role)
  for (const { block, article } of wrong) {
    const want = home.get(block.id)?.role ?? block.role
    // Neighbours with the same need are selected together.
    const run = [block]
    const start = article.blocks.findIndex((b) => b.id === block.id)
    for (let i = start + 1; i < article.blocks.length; i++) {
      const next = article.blocks[i]
      if (!next || next.role === home.get(next.id)?.role || home.get(next.id)?.role !== want) break
      run.push(next)
    }
    return {
      command: `role.${want}`,
      block: block.id,
      at: 0,
      ...(run.length > 1 ? { pick: run.map((b) => b.id) } : {}),
    }
  }
  // 3. Two blocks are one in the gold.
  for (const [i, { block }] of all.entries()) {
    const cell = home.get(block.id)
    const other = cell && all.slice(i + 1).find((w) => home.get(w.block.id) === cell)
    if (!other) continue
    if (joinTarget(page, block.id)?.id === other.block.id)
      return { command: 'block.join', block: block.id, at: block.text.length }
    return closer(page, block.id, other.block.id)
  }
  // 4. Stories: parted where neighbours belong to different ones, merged where to one.
  for (const article of page.articles)
    for (const [i, block] of article.blocks.entries()) {
      const before = article.blocks[i - 1]
      if (before && home.get(before.id)?.article !== home.get(block.id)?.article) {
        const ids = all.filter((w) => home.get(w.block.id)?.article === home.get(block.id)?.article)
        const whole = ids.every((w) => w.article === article)
        const last = article.blocks.findLastIndex((b) => home.get(b.id)?.article === home.get(block.id)?.article)
        // A story in the midst of another one, or its parts all over the page, is gathered.
        if (
          !whole ||
          last - i + 1 !== ids.length ||
          article.blocks.slice(last + 1).some((b) => home.get(b.id)?.article === home.get(before.id)?.article)
        )
          if (ids.length > 1)
            return { command: 'article.gather', block: block.id, at: 0, pick: ids.map((w) => w.block.id) }
        return { command: 'article.split', block: block.id, at: 0 }
      }
    }
  for (const [i, article] of page.articles.entries()) {
    const mine = home.get(article.blocks[0]?.id ?? '')?.article
    if (mine === undefined) continue
    const other = page.articles.findIndex((a, k) => k > i && home.get(a.blocks[0]?.id ?? '')?.article === mine)
    if (other === i + 1) return { command: 'article.merge', block: page.articles[other]?.blocks[0]?.id ?? '', at: 0 }
    if (other > i)
      return {
        command: 'article.gather',
        block: article.blocks[0]?.id ?? '',
        at: 0,
        pick: [...article.blocks, ...(page.articles[other]?.blocks ?? [])].map((b) => b.id),
      }
  }
  // 5. Order within a story.
  for (const article of page.articles) {
    const ranks = article.blocks.map((b) => home.get(b.id)?.block ?? -1)
    for (let i = 1; i < ranks.length; i++) {
      if ((ranks[i - 1] ?? 0) <= (ranks[i] ?? 0)) continue
      const block = article.blocks[i]
      const section = article.blocks.slice(i).every((b, k) => (ranks[i + k] ?? 0) < (ranks[i - 1] ?? 0) && b)
      const heading = block?.role === 'keyword' || block?.role === 'crosshead'
      if (block && heading && section && article.blocks[i - 1]?.role !== 'paragraph')
        return { command: 'section.beforeEnding', block: block.id, at: 0 }
      return { command: 'block.up', block: block?.id ?? '', at: 0 }
    }
  }
  return undefined
}

/** The fragment `other` is not the one that joining would take: it is moved up until it is. */
const closer = (_page: Page, _id: string, other: string): NextAct => ({ command: 'block.up', block: other, at: 0 })

const blockOf = (page: Page, id: string): Block | undefined => [...walk(page)].find((w) => w.block.id === id)?.block

/** The cell of every source character that the gold has. */
function cellsOf(gold: Gold): readonly (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = []
  gold.gold.articles.forEach((a, article) =>
    a.blocks.forEach((b, block) => {
      const cell: Cell = { article, block, role: b.role }
      for (const [start, end] of b.spans) for (let i = start; i < end; i++) cells[i] = cell
    }),
  )
  return cells
}

type Run = { readonly cell: Cell | undefined; readonly start: number; readonly end: number }

/** The stretches of the block's text that belong to one gold block each. The text is taken to be what the spans say, but for blanks. */
function runsOf(block: Block | undefined, source: string, cells: readonly (Cell | undefined)[]): readonly Run[] {
  if (!block) return []
  const solid: number[] = []
  for (const [start, end] of block.spans as readonly Span[])
    for (let i = start; i < end; i++) if (/\S/.test(source[i] ?? '')) solid.push(i)
  const runs: { cell: Cell | undefined; start: number; end: number }[] = []
  let n = 0
  for (let at = 0; at < block.text.length; at++) {
    if (!/\S/.test(block.text[at] ?? '')) continue
    const cell = cells[solid[n++] ?? -1]
    const last = runs.at(-1)
    if (last && (last.cell === cell || cell === undefined)) last.end = at + 1
    else if (last && last.cell === undefined) runs[runs.length - 1] = { cell, start: last.start, end: at + 1 }
    else runs.push({ cell, start: at, end: at + 1 })
  }
  return runs
}
