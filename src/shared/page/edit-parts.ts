/** What acts on a page are made of: two blocks to one, one to two, and blocks put back into their page. */
import { freshIds } from './build.ts'
import { normalMarks, shiftMarks, sliceMarks } from './marks.ts'
import { cutSpans, joinSpans } from './spans.ts'
import type { Article, Block, Page, Role } from './page.ts'

/** A place in the text: offset in UTF-16 code units of the block's `text`. */
export type Caret = { readonly block: string; readonly offset: number }
export type Edit = { readonly page: Page; readonly caret?: Caret }

const HEADINGS: ReadonlySet<Role> = new Set(['label', 'kicker', 'headline', 'deck', 'keyword', 'crosshead', 'byline'])
/** Lines of headings and bylines stand under each other; fragments of text run on. */
export const keepsLines = (role: Role): boolean => HEADINGS.has(role)

export const EMPTY: Omit<Block, 'id' | 'role' | 'text'> = {
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
  confirmed: true,
}

/** One block of two: headings keep their lines, text runs on, and where they met is noted as a join that a person made. */
export function joinTwo(a: Block, b: Block): Block {
  const glue = keepsLines(a.role)
    ? a.text && b.text
      ? '\n'
      : ''
    : /[\w,.;:]$/.test(a.text) && /^\w/.test(b.text)
      ? ' '
      : ''
  const at = a.text.length
  const joins = [
    ...a.joins,
    { at, score: 1, reasons: [], confirmed: true },
    ...b.joins.map((j) => ({ ...j, at: j.at + at + glue.length })),
  ]
  const text = a.text + glue + b.text
  return {
    ...a,
    text,
    marks: normalMarks([...a.marks, ...shiftMarks(b.marks, at + glue.length)], text.length),
    spans: joinSpans(a.spans, b.spans),
    joins: keepsLines(a.role) ? [] : joins,
    ...(a.picture || !b.picture ? {} : { picture: b.picture }),
  }
}

/** `b`'s text runs on after `a`'s, without a join: `spans` are those of the whole. */
export function append(a: Block, b: Block, spans: Block['spans']): Block {
  const text = a.text + b.text
  const marks = normalMarks([...a.marks, ...shiftMarks(b.marks, a.text.length)], text.length)
  const joins = [...a.joins, ...b.joins.map((j) => ({ ...j, at: j.at + a.text.length }))]
  const picture = a.picture ?? b.picture
  return { ...a, text, marks, spans, joins, ...(picture && { picture }) }
}

/**
 * The block cut at `at` of its text: marks, joins and source characters go with their side; the second gets `id`. A line end at the cut
 * goes, for a block's end is one, unless `whole`.
 */
export function splitTwo(b: Block, at: number, source: string, id: string, whole = false): readonly [Block, Block] {
  const [before, after] = cutSpans(b, at, source)
  const skip = !whole && b.text[at] === '\n' ? 1 : 0
  const cutEnd = !whole && skip === 0 && b.text[at - 1] === '\n' ? at - 1 : at
  const rest = b.text.slice(at + skip)
  const first: Block = {
    ...b,
    text: b.text.slice(0, cutEnd),
    marks: sliceMarks(b.marks, 0, cutEnd),
    spans: before,
    joins: b.joins.filter((j) => j.at > 0 && j.at < cutEnd),
  }
  const { picture: _picture, ...bare } = b
  const second: Block = {
    ...bare,
    id,
    role: rest === '' && keepsLines(b.role) ? 'paragraph' : b.role,
    text: rest,
    marks: sliceMarks(b.marks, at + skip, b.text.length),
    spans: after,
    joins: b.joins.filter((j) => j.at > at + skip).map((j) => ({ ...j, at: j.at - at - skip })),
  }
  return [first, second]
}

export const changeBlocks = (page: Page, ids: ReadonlySet<string>, change: (b: Block) => Block): Page => {
  let changed = false
  const articles = page.articles.map((a) => {
    if (!a.blocks.some((b) => ids.has(b.id))) return a
    const blocks = a.blocks.map((b) => (ids.has(b.id) ? change(b) : b))
    if (blocks.every((b, i) => b === a.blocks[i])) return a
    changed = true
    return { ...a, blocks }
  })
  return changed ? { ...page, articles } : page
}

export const replaceBlock = (page: Page, id: string, by: readonly Block[]): Page => ({
  ...page,
  articles: page.articles.map((a) =>
    a.blocks.some((b) => b.id === id) ? { ...a, blocks: a.blocks.flatMap((b) => (b.id === id ? by : [b])) } : a,
  ),
})

export const dropBlocks = (page: Page, gone: ReadonlySet<string>): Page =>
  withArticles(
    page,
    page.articles.map((a) =>
      a.blocks.some((b) => gone.has(b.id)) ? { ...a, blocks: a.blocks.filter((b) => !gone.has(b.id)) } : a,
    ),
  )

/** Emptied articles go, and so do proposals that name a block that is gone. */
export function withArticles(page: Page, articles: readonly Article[]): Page {
  const kept = articles.filter((a) => a.blocks.length > 0)
  const last = page.articles[0]
  const full =
    kept.length > 0 || !last
      ? kept
      : [{ ...last, blocks: [{ ...EMPTY, id: freshIds(page, 'b')(), role: 'paragraph' as const, text: '' }] }]
  const ids = new Set(full.flatMap((a) => a.blocks.map((b) => b.id)))
  const proposals = page.proposals.filter((p) => p.blocks.every((b) => ids.has(b)))
  return { ...page, articles: full, proposals: proposals.length === page.proposals.length ? page.proposals : proposals }
}
