/** Finding and replacing in a page: plain text or expressions, over all articles, marks and joins kept where they were. */
import { expanded } from '../replacement.ts'
import { withText } from './edit.ts'
import { walk } from './walk.ts'
import type { Block, Mark, Page } from './page.ts'

export type FindQuery = {
  readonly text: string
  readonly expression: boolean
  readonly matchCase: boolean
  readonly wholeWord: boolean
}

/** `[start, end)` of the block's text, in UTF-16 code units. */
export type Hit = { readonly block: string; readonly start: number; readonly end: number }

/** Where words end in a text, ascending: a whole word begins and ends there. */
export type WordEnds = (text: string) => readonly number[]

/** A query made ready. It keeps what it found in each block, so that after a change only changed blocks are read again. */
export type Finder = {
  readonly query: FindQuery
  readonly pattern: RegExp
  readonly found: WeakMap<Block, readonly Hit[]>
  readonly ends: WordEnds
}

/** The finder for `query`; undefined where nothing is asked, or its expression is not one. */
export function makeFinder(query: FindQuery, ends: WordEnds): Finder | undefined {
  if (query.text === '') return undefined
  try {
    const source = query.expression ? query.text : query.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    const pattern = new RegExp(source, query.matchCase ? 'gmu' : 'gimu')
    return { query, pattern, found: new WeakMap(), ends }
  } catch {
    return undefined
  }
}

/** Every hit of the page in reading order; an empty match is none. */
export function findHits(page: Page, finder: Finder): readonly Hit[] {
  const hits: Hit[] = []
  for (const { block } of walk(page)) {
    let here = finder.found.get(block)
    if (!here) finder.found.set(block, (here = hitsIn(block, finder)))
    hits.push(...here)
  }
  return hits
}

/** `[start, end)` of a match. */
export type Place = readonly [number, number]

/** Where `pattern` (global) matches in `text`. It takes as long as the expression makes it take. */
export function placesIn(text: string, pattern: RegExp): readonly Place[] {
  const places: Place[] = []
  for (const match of text.matchAll(pattern))
    if (match[0] !== '') places.push([match.index, match.index + match[0].length])
  return places
}

/** The blocks that `findHits` would have to read. */
export const unread = (page: Page, finder: Finder): readonly Block[] =>
  [...walk(page)].flatMap(({ block }) => (finder.found.has(block) ? [] : [block]))

/** Takes over what was found elsewhere: `places` of each block's text. */
export function note(finder: Finder, blocks: readonly Block[], places: readonly (readonly Place[])[]): void {
  blocks.forEach((block, i) => finder.found.set(block, hitsFrom(block, finder, places[i] ?? [])))
}

/**
 * The page with `hits` replaced, from back to front in each block. In an expression `$1`, `$<name>` and `$&` stand for what was found,
 * `$$` for a dollar sign. A mark over all of a hit lies over what came in its place.
 */
export function replaceHits(page: Page, finder: Finder, hits: readonly Hit[], replacement: string): Page {
  const byBlock = hitsByBlock(hits)
  const articles = page.articles.map((a) =>
    a.blocks.some((b) => byBlock.has(b.id))
      ? { ...a, blocks: a.blocks.map((b) => replaceIn(b, finder, byBlock.get(b.id) ?? [], replacement)) }
      : a,
  )
  return articles.every((a, i) => a === page.articles[i]) ? page : { ...page, articles }
}

/** Hits by their block's id. */
export function hitsByBlock(hits: readonly Hit[]): ReadonlyMap<string, readonly Hit[]> {
  const byBlock = new Map<string, Hit[]>()
  for (const hit of hits) {
    const here = byBlock.get(hit.block)
    if (here) here.push(hit)
    else byBlock.set(hit.block, [hit])
  }
  return byBlock
}

function hitsIn(block: Block, finder: Finder): readonly Hit[] {
  return hitsFrom(block, finder, placesIn(block.text, finder.pattern))
}

function hitsFrom(block: Block, { query, ends }: Finder, places: readonly Place[]): readonly Hit[] {
  if (!query.wholeWord || places.length === 0) return places.map(([start, end]) => ({ block: block.id, start, end }))
  const edges = new Set([0, ...ends(block.text)])
  return places.flatMap(([start, end]) => (edges.has(start) && edges.has(end) ? [{ block: block.id, start, end }] : []))
}

function replaceIn(block: Block, finder: Finder, hits: readonly Hit[], replacement: string): Block {
  if (hits.length === 0) return block
  const matches = new Map([...block.text.matchAll(finder.pattern)].map((m) => [m.index, m]))
  return hits.toReversed().reduce((b, { start, end }) => {
    const match = matches.get(start)
    const text = finder.query.expression && match ? expanded(match, finder.pattern, replacement) : replacement
    const marks = b.marks.flatMap((m) => movedMark(m, start, end, text.length))
    return withText(b, b.text.slice(0, start) + text + b.text.slice(end), marks)
  }, block)
}

/** A mark after `[start, end)` gave way to `length` characters; one that lay over a part of it keeps what was outside. */
function movedMark(mark: Mark, start: number, end: number, length: number): Mark[] {
  const by = length - (end - start)
  const covers = mark.start <= start && mark.end >= end
  const from = mark.start <= start ? mark.start : mark.start >= end ? mark.start + by : start + length
  const to = mark.end >= end ? mark.end + by : mark.end <= start ? mark.end : start
  return from < to || covers ? [{ ...mark, start: from, end: to }] : []
}
