/** Finding in the open page: what is asked, what was found, and going through it. The page itself is searched, so articles out of sight are too. */
import { findHits, makeFinder, note, replaceHits, unread } from '../../../shared/page/find.ts'
import { groupLacking } from '../../../shared/replacement.ts'
import { createStore } from '../../app/store.ts'
import { wordEnds } from '../editor/words.ts'
import { createRunner } from './run-expression.ts'
import type { Finder, FindQuery, Hit } from '../../../shared/page/find.ts'
import type { Block } from '../../../shared/page/page.ts'
import type { Desk } from '../editor/desk.ts'

export type FindState = {
  readonly open: boolean
  readonly replacing: boolean
  readonly query: FindQuery
  readonly replacement: string
  readonly hits: readonly Hit[]
  /** Index of the hit that one is at, -1 where there is none. */
  readonly at: number
  /** The expression cannot be read, or takes too long. */
  readonly wrong: 'unreadable' | 'slow' | undefined
  /** An expression is being looked for: `hits` are those of before. */
  readonly looking: boolean
  /** A new value each time a field should be ready to type in: `first` says which. */
  readonly asked: number
  readonly first: 'text' | 'replacement'
}

export type Find = ReturnType<typeof createFind>

const finds = new WeakMap<Desk, Find>()

/** The one find of this desk. */
export function findOf(desk: Desk): Find {
  let find = finds.get(desk)
  if (!find) finds.set(desk, (find = createFind(desk)))
  return find
}

function createFind(desk: Desk) {
  const store = createStore<FindState>({
    open: false,
    replacing: false,
    query: { text: '', expression: false, matchCase: false, wholeWord: false },
    replacement: '',
    hits: [],
    at: -1,
    wrong: undefined,
    looking: false,
    asked: 0,
    first: 'text',
  })
  const { get, set } = store
  let finder: Finder | undefined
  /** Where the caret was when the bar was opened: each new question is answered from there. */
  let origin: Pick<Hit, 'block' | 'start'> | undefined
  const run = createRunner()

  /** Looks through the page as it is now; an expression elsewhere than in the window's own thread. */
  const look = (from?: Pick<Hit, 'block' | 'start'>) => {
    const { page } = desk.get()
    const blocks = page && finder?.query.expression ? unread(page, finder) : []
    if (finder && blocks.length > 0) void lookFar(finder, blocks, from)
    else show(from)
  }

  const lookFar = async (asked: Finder, blocks: readonly Block[], from: Pick<Hit, 'block' | 'start'> | undefined) => {
    set({ looking: true })
    const outcome = await run(
      asked.pattern,
      blocks.map((b) => b.text),
    )
    if (outcome === 'stale' || finder !== asked) return
    if (outcome === 'slow') {
      // It is not tried again before it is changed.
      finder = undefined
      set({ wrong: 'slow' })
    } else {
      note(asked, blocks, outcome)
    }
    // What was typed meanwhile is looked through too.
    look(from)
  }

  /** Shows the hits, the one at hand being the first that is not before `from`. */
  const show = (from: Pick<Hit, 'block' | 'start'> | undefined = get().hits[get().at]) => {
    const { page, focus } = desk.get()
    const hits = page && finder ? findHits(page, finder) : []
    const order = new Map(page?.articles.flatMap((a) => a.blocks).map((b, i) => [b.id, i]))
    const place = from ?? (focus && { block: focus.from.block, start: focus.from.offset })
    const here = place && order.get(place.block)
    const next = hits.findIndex((h) => {
      const block = order.get(h.block) ?? 0
      return here === undefined || block > here || (block === here && h.start >= (place?.start ?? 0))
    })
    set({ hits, at: hits.length === 0 ? -1 : Math.max(0, next), looking: false })
  }

  const ask = (change: Partial<FindQuery>) => {
    const query = { ...get().query, ...change }
    finder = makeFinder(query, wordEnds)
    set({ query, wrong: query.text !== '' && finder === undefined ? 'unreadable' : undefined, hits: [], at: -1 })
    look(origin)
  }

  /** What of the replacement means a group that the expression lacks; nothing is replaced then. */
  const lacking = (): string | undefined =>
    finder?.query.expression ? groupLacking(finder.pattern, get().replacement) : undefined

  return {
    ...store,
    ask,
    look: () => look(),
    /** Opens the bar; a short selection is what is looked for. From `within` the bar what is looked for stays, and one goes on to what replaces it. */
    start: (replacing: boolean, within: boolean) => {
      const { query, asked } = get()
      if (within) {
        const first = replacing && query.text !== '' ? 'replacement' : 'text'
        return set({ replacing: replacing || get().replacing, asked: asked + 1, first })
      }
      const selected = selectedText(desk)
      const { focus } = desk.get()
      origin = focus && { block: focus.from.block, start: focus.from.offset }
      set({ open: true, replacing: replacing || (get().open && get().replacing), asked: asked + 1, first: 'text' })
      ask(selected === undefined ? {} : { text: selected, expression: false })
    },
    /** Closes the bar; the caret stays where it is. */
    close: () => set({ open: false, hits: [], at: -1 }),
    /** Closes the bar, and the hit at hand is selected in the text. */
    stop: () => {
      const hit = get().hits[get().at]
      set({ open: false, hits: [], at: -1 })
      if (hit) desk.moveTo({ block: hit.block, offset: hit.start }, { block: hit.block, offset: hit.end })
      else if (desk.get().focus) desk.moveTo(desk.get().focus!.from, desk.get().focus!.to)
    },
    /** The next (+1) or the one before (-1), going round at the ends. */
    step: (by: -1 | 1) => {
      const { hits, at } = get()
      if (hits.length > 0) set({ at: (at + by + hits.length) % hits.length })
    },
    replaceOne: () => {
      const { hits, at, replacement, looking } = get()
      const hit = hits[at]
      const { page } = desk.get()
      if (!page || !finder || !hit || looking || lacking() !== undefined) return
      const before = page.articles.flatMap((a) => a.blocks).find((b) => b.id === hit.block)?.text.length ?? 0
      const next = replaceHits(page, finder, [hit], replacement)
      desk.act({ page: next })
      const after = next.articles.flatMap((a) => a.blocks).find((b) => b.id === hit.block)?.text.length ?? 0
      look({ ...hit, start: hit.end + after - before })
    },
    /** All of them, as one undo step. Gives how many. */
    replaceAll: (): number => {
      const { hits, replacement, looking } = get()
      const { page } = desk.get()
      if (!page || !finder || hits.length === 0 || looking || lacking() !== undefined) return 0
      desk.act({ page: replaceHits(page, finder, hits, replacement) })
      look()
      return hits.length
    },
    lacking,
    setReplacement: (replacement: string) => set({ replacement }),
  }
}

/** What is selected within one block, if it is short enough to be looked for. */
function selectedText(desk: Desk): string | undefined {
  const { page, focus } = desk.get()
  if (!page || !focus || focus.from.block !== focus.to.block || focus.from.offset === focus.to.offset) return undefined
  const block = page.articles.flatMap((a) => a.blocks).find((b) => b.id === focus.from.block)
  const text = block?.text.slice(focus.from.offset, focus.to.offset)
  return text !== undefined && text.length <= 80 && !text.includes('\n') ? text : undefined
}
