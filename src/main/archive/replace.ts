/** Find and replace over the whole archive: every place shown before, single ones left out, one undo for all of it. */
import type { Looked, ReplaceHit, ReplaceInput } from '../../shared/api/search.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Block, Page } from '../../shared/page/page.ts'
import { mapBlocks, titleOf, walk } from '../../shared/page/walk.ts'
import { expanded } from '../../shared/replacement.ts'
import { act, goOn, noOperation } from './act.ts'
import type { Acting } from './act.ts'
import { bounded } from './bounded.ts'
import { patternOf } from './expression.ts'
import { searchAll } from './search/service.ts'
import { SEPARATOR } from './search/segment.ts'
import { sql } from './store/db.ts'
import type { Db } from './store/db.ts'
import { NO_UNDO } from './store/operation.ts'
import type { Undo } from './store/operation.ts'
import { findPage, savePage } from './store/page.ts'
import { teller } from './teller.ts'

const CONTEXT = 16
/** After so many milliseconds of reading the process answers other calls first. */
const SLICE_MS = 30

/** The places that would change; those that were found until a person `stopped` it. Errors: `expression/…` for an expression that is none or fits the empty text. */
export async function previewReplace(
  context: Pick<Acting, 'db' | 'emit'>,
  input: ReplaceInput & { readonly limit?: number },
): Promise<{ hits: ReplaceHit[]; total: number; pages: number; looked: Looked; stopped: boolean }> {
  const hits: ReplaceHit[] = []
  const looked: Looked = []
  let total = 0
  const stopped = await eachPage(context, input, ({ id, page, revision, places }) => {
    looked.push([id, revision])
    total += places.length
    const room = (input.limit ?? 500) - hits.length
    if (room > 0) hits.push(...places.slice(0, room).map((p) => shown(id, page, p)))
  })
  return { hits, total, pages: looked.length, looked, stopped }
}

type Chosen = {
  readonly exclude: readonly string[]
  readonly only?: readonly string[]
  readonly looked?: Looked
}

/** Replaces, page by page, as one operation; pages that changed after they were looked at are left and named. `stopped`: by a person, before anything was replaced. */
export async function applyReplace(context: Acting, input: ReplaceInput & Chosen) {
  const { db } = context
  const who = context.who()
  const excluded = new Set(input.exclude)
  const only = input.only && new Set(input.only)
  const isWanted = (key: string) => (only ? only.has(key) : !excluded.has(key))
  const wanted = (id: number, places: readonly Place[]) => places.filter((p) => isWanted(keyOf(id, p)))
  const looked = input.looked && new Map(input.looked)
  const conflicts: number[] = []
  /** Pages to change, with the revision that they were read in. */
  const found = new Map<number, number>()
  /** Pages looked at that no place was found on yet. At the end they are those that lost theirs, or went into the bin. */
  const missing = new Set(looked?.keys())
  let places = 0
  const there = looked ? { ...input, pages: [...looked.keys()] } : input
  const stopped = await eachPage(context, there, (one) => {
    missing.delete(one.id)
    if (looked && looked.get(one.id) !== one.revision) return void conflicts.push(one.id)
    const here = wanted(one.id, one.places).length
    if (here > 0) found.set(one.id, one.revision)
    places += here
  })
  if (stopped) return { ...NOTHING, conflicts: [], stopped }
  conflicts.push(...missing)
  if (found.size === 0) return { ...NOTHING, conflicts, stopped }
  const pattern = patternOf(input)
  const reverts: Undo['reverts'][number][] = []
  let replaced = 0
  const note = (of: Undo['reverts'], n: number) => ({
    params: { find: input.find, replacement: input.replacement, replaced: n, pages: of.length },
    undo: { ...NO_UNDO, reverts: of },
  })
  const operation = await act(context, 'replace', [...found.keys()], {
    expected: () =>
      note(
        [...found].map(([id, revision]) => [id, revision + 1, revision] as const),
        places,
      ),
    work: (id, operation) => {
      const current = findPage(db, id)
      if (!current || current.revision !== found.get(id)) return void conflicts.push(id)
      const here = wanted(id, placesOf(current.page, input, pattern))
      const made = { action: 'replace', operation }
      const { revision } = savePage(db, id, current.revision, replacedPage(current.page, here), who, made)
      if (revision === current.revision) return
      reverts.push([id, revision, current.revision])
      replaced += here.length
    },
    came: () => note(reverts, replaced),
  })
  return { operation: reverts.length === 0 ? null : operation, replaced, pages: reverts.length, conflicts, stopped }
}

const NOTHING = { operation: null, replaced: 0, pages: 0 } as const

type Place = { readonly block: Block; readonly start: number; readonly end: number; readonly replacement: string }

const keyOf = (page: number, p: Place): string => `${page}:${p.block.id}:${p.start}`

/** Pages that are looked at together: to bound an expression takes longer than to look at a page. */
const TOGETHER = 16

/** Looks at the pages that have places, telling how far it is; true where a person stopped it. */
async function eachPage(
  context: Pick<Acting, 'db' | 'emit'>,
  input: ReplaceInput,
  look: (page: Stored & { readonly places: readonly Place[] }) => void,
): Promise<boolean> {
  const { db } = context
  const pattern = patternOf(input)
  const all = candidates(db, input)
  const number = noOperation()
  const way = goOn(db, number)
  const { tell, over } = teller(context, () => number)
  let until = performance.now() + SLICE_MS
  /** Answers others where it is time to; whether a person stopped it meanwhile. */
  const isStopped = async (at: number): Promise<boolean> => {
    if (performance.now() < until) return false
    tell(at, all.length)
    await new Promise((resolve) => setImmediate(resolve))
    until = performance.now() + SLICE_MS
    return way.isCancelled()
  }
  try {
    for (let at = 0; at < all.length; at += TOGETHER) {
      if (await isStopped(at)) return true
      const pages = fitting(db, all.slice(at, at + TOGETHER), input, pattern).flatMap((id) => {
        const stored = findPage(db, id)
        // Put into the bin meanwhile, it is none.
        return stored ? [{ id, page: stored.page, revision: stored.revision }] : []
      })
      const together = inTime(() => withPlaces(pages, input, pattern))
      // Where that takes too long, page by page.
      for (const [i, page] of pages.entries()) {
        if (!together && (await isStopped(at + i))) return true
        const one = together?.[i] ?? withPlaces([page], input, pattern)[0]
        if (one && one.places.length > 0) look(one)
      }
    }
    return false
  } finally {
    way.over()
    over()
  }
}

type Stored = { readonly id: number; readonly page: Page; readonly revision: number }

const withPlaces = (pages: readonly Stored[], input: ReplaceInput, pattern: RegExp) =>
  boundedly(input, () => pages.map((p) => ({ ...p, places: placesOf(p.page, input, pattern) })))

/** What `work` gives; undefined where it takes too long. */
function inTime<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof BanxinError && error.code === 'expression/slow') return undefined
    throw error
  }
}

/** A plain text takes no longer than its page is long. */
const boundedly = <T>(input: ReplaceInput, work: () => T): T => (input.expression ? bounded(input.find, work) : work())

function placesOf(page: Page, input: ReplaceInput, pattern: RegExp): readonly Place[] {
  const places: Place[] = []
  for (const { block } of walk(page)) {
    if (input.roles && !input.roles.includes(block.role)) continue
    for (const match of block.text.matchAll(pattern)) {
      const replacement = input.expression ? expanded(match, pattern, input.replacement) : input.replacement
      places.push({ block, start: match.index, end: match.index + match[0].length, replacement })
    }
  }
  return places
}

/** Pages to look at: a plain text is in the index, an expression may stand anywhere. */
function candidates(db: Db, input: ReplaceInput): readonly number[] {
  if (input.pages) return input.pages
  const known = input.expression ? '' : indexedPart(input.find)
  if (known !== '') return [...new Set(searchAll(db, { query: `"${known}"` }).map((a) => a.pageId))]
  return sql<{ id: number }>(db, 'SELECT id FROM page WHERE deleted_at IS NULL ORDER BY id')
    .all()
    .map((r) => r.id)
}

/**
 * The longest part of `find` that the index has wherever the text stands, '' for none. A letter at its end may be one with a mark after
 * it there (e + ´ → é), and letters of other scripts have more cases than the index tells apart (Σ σ ς).
 */
const indexedPart = (find: string): string =>
  [...find.matchAll(/[\p{Script=Han}\p{N}A-Za-z，。、！？；：（）《》·-]+/gu)]
    .map(([part]) => part.replace(/[A-Za-z]$/, ''))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')

/** Those of the pages on which some block may fit, by the articles' texts: quicker than to open every page. */
function fitting(db: Db, ids: readonly number[], input: ReplaceInput, pattern: RegExp): readonly number[] {
  const once = new RegExp(pattern.source, pattern.flags.replace('g', ''))
  const texts = ids.map((id) =>
    sql<{ text: string }>(db, 'SELECT text FROM article WHERE page_id = ?')
      .all(id)
      .flatMap((a) => a.text.split(SEPARATOR)),
  )
  return boundedly(input, () => ids.filter((_, i) => texts[i]?.some((text) => once.test(text))))
}

function replacedPage(page: Page, places: readonly Place[]): Page {
  const byBlock = new Map<string, Place[]>()
  for (const p of places) byBlock.set(p.block.id, [...(byBlock.get(p.block.id) ?? []), p])
  return mapBlocks(page, (b) => {
    const mine = byBlock.get(b.id)
    return mine ? replacedBlock(b, mine) : b
  })
}

/** Marks and joins keep their places in what stays; those inside a replaced piece go with it. */
function replacedBlock(b: Block, places: readonly Place[]): Block {
  let text = ''
  let from = 0
  const moves: { readonly start: number; readonly end: number; readonly by: number; readonly at: number }[] = []
  for (const p of places) {
    text += b.text.slice(from, p.start)
    moves.push({ start: p.start, end: p.end, at: text.length, by: p.replacement.length - (p.end - p.start) })
    text += p.replacement
    from = p.end
  }
  text += b.text.slice(from)
  const moved = (offset: number, side: 'start' | 'end'): number => {
    let by = 0
    for (const m of moves) {
      if (offset >= m.end) by += m.by
      else if (offset > m.start) return side === 'start' ? m.at : m.at + (m.end - m.start) + m.by
    }
    return offset + by
  }
  return {
    ...b,
    text,
    marks: b.marks
      .map((m) => ({ ...m, start: moved(m.start, 'start'), end: moved(m.end, 'end') }))
      .filter((m) => m.start < m.end),
    joins: b.joins.map((j) => ({ ...j, at: moved(j.at, 'start') })).filter((j) => j.at > 0 && j.at < text.length),
  }
}

function shown(id: number, page: Page, p: Place): ReplaceHit {
  const article = page.articles.find((a) => a.blocks.some((b) => b.id === p.block.id))
  const { text } = p.block
  return {
    key: keyOf(id, p),
    page: id,
    article: article?.id ?? '',
    block: p.block.id,
    role: p.block.role,
    headline: article ? titleOf(article) : '',
    meta: page.meta,
    start: p.start,
    end: p.end,
    before: text.slice(Math.max(0, p.start - CONTEXT), p.start),
    match: text.slice(p.start, p.end),
    replacement: p.replacement,
    after: text.slice(p.end, p.end + CONTEXT),
  }
}
