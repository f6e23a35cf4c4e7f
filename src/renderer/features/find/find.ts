/** Finding in the open page: what is asked, what was found, and going through it. The page itself is searched, so articles out of sight are too. */
import { findHits, makeFinder, replaceHits } from '../../../shared/page/find.ts'
import { createStore } from '../../app/store.ts'
import { wordEnds } from '../editor/words.ts'
import type { Finder, FindQuery, Hit } from '../../../shared/page/find.ts'
import type { Desk } from '../editor/desk.ts'

export type FindState = {
  readonly open: boolean
  readonly replacing: boolean
  readonly query: FindQuery
  readonly replacement: string
  readonly hits: readonly Hit[]
  /** Index of the hit that one is at, -1 where there is none. */
  readonly at: number
  /** The expression cannot be read. */
  readonly wrong: boolean
  /** A new value each time the field should be ready to type in. */
  readonly asked: number
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
    wrong: false,
    asked: 0,
  })
  const { get, set } = store
  let finder: Finder | undefined
  /** Where the caret was when the bar was opened: each new question is answered from there. */
  let origin: Pick<Hit, 'block' | 'start'> | undefined

  /** The hits of the page as it is now, the one at hand being the first that is not before `from`. */
  const look = (from: Pick<Hit, 'block' | 'start'> | undefined = get().hits[get().at]) => {
    const { page, focus } = desk.get()
    const hits = page && finder ? findHits(page, finder) : []
    const order = new Map(page?.articles.flatMap((a) => a.blocks).map((b, i) => [b.id, i]))
    const place = from ?? (focus && { block: focus.from.block, start: focus.from.offset })
    const here = place && order.get(place.block)
    const next = hits.findIndex((h) => {
      const block = order.get(h.block) ?? 0
      return here === undefined || block > here || (block === here && h.start >= (place?.start ?? 0))
    })
    set({ hits, at: hits.length === 0 ? -1 : Math.max(0, next) })
  }

  const ask = (change: Partial<FindQuery>) => {
    const query = { ...get().query, ...change }
    finder = makeFinder(query, wordEnds)
    set({ query, wrong: query.text !== '' && finder === undefined })
    look(origin)
  }

  return {
    ...store,
    ask,
    look: () => look(),
    /** Opens the bar; a short selection is what is looked for. */
    start: (replacing: boolean) => {
      const selected = selectedText(desk)
      const { focus } = desk.get()
      origin = focus && { block: focus.from.block, start: focus.from.offset }
      set({ open: true, replacing: replacing || (get().open && get().replacing), asked: get().asked + 1 })
      ask(selected === undefined ? {} : { text: selected, expression: false })
    },
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
      const { hits, at, replacement } = get()
      const hit = hits[at]
      const { page } = desk.get()
      if (!page || !finder || !hit) return
      const before = page.articles.flatMap((a) => a.blocks).find((b) => b.id === hit.block)?.text.length ?? 0
      const next = replaceHits(page, finder, [hit], replacement)
      desk.act({ page: next })
      const after = next.articles.flatMap((a) => a.blocks).find((b) => b.id === hit.block)?.text.length ?? 0
      look({ ...hit, start: hit.end + after - before })
    },
    /** All of them, as one undo step. Gives how many. */
    replaceAll: (): number => {
      const { hits, replacement } = get()
      const { page } = desk.get()
      if (!page || !finder || hits.length === 0) return 0
      desk.act({ page: replaceHits(page, finder, hits, replacement) })
      look()
      return hits.length
    },
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
