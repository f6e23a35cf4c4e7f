/** The search that is going on: what was typed, the filters, the hits read so far. A newer search makes an older one void. */
import { BanxinError } from '../../../shared/errors.ts'
import { createStore } from '../../app/store.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { SavedSearch, SearchHit, SearchInput, Suggestion, Try } from '../../../shared/api/search.ts'
import type { Remark } from '../../../shared/search/remarks.ts'
import type { Output } from '../../../shared/rpc.ts'
import type { searchApi } from '../../../shared/api/search.ts'

export type Filters = Omit<SearchInput, 'query' | 'sort' | 'offset' | 'limit'>
export type Facets = Output<(typeof searchApi)['search.facets']>
export type Sort = NonNullable<SearchInput['sort']>

export type SearchState = {
  readonly text: string
  readonly filters: Filters
  readonly sort: Sort
  /** What the hits below were found for; undefined where nothing is looked for. */
  readonly found: { readonly total: number; readonly pages: number; readonly milliseconds: number } | undefined
  readonly hits: readonly SearchHit[]
  /** The texts that are lit, in normal form. */
  readonly needles: readonly string[]
  /** What of the query was not understood. */
  readonly remarks: readonly Remark[]
  /** What to try where nothing was found. */
  readonly tries: readonly Try[]
  readonly facets: Facets | undefined
  readonly suggestions: readonly Suggestion[]
  readonly saved: readonly SavedSearch[]
  readonly busy: boolean
  readonly error: BanxinError | undefined
  /** The hit that was opened last. */
  readonly at: number | undefined
}

/** Milliseconds of quiet before what was typed is looked for. */
const QUIET = 110
/** And before it is said that something was not understood: it may be half a word yet. */
const REMARK_AFTER = 500
/** Hits read at a time. */
const PORTION = 60
/** And read again at a time, when pages changed. */
const PORTION_AGAIN = 200
/** Milliseconds of rest after which they are read again; and after which they are, though pages change all the time. */
const REST = 1500
const LATEST = 15_000

const NOTHING = {
  found: undefined,
  hits: [],
  needles: [],
  remarks: [],
  tries: [],
  facets: undefined,
  at: undefined,
  error: undefined,
} as const

export type Search = ReturnType<typeof createSearch>

export function createSearch(call: Banxin, complain: (error: unknown) => void) {
  const store = createStore<SearchState>({
    text: '',
    filters: {},
    sort: 'relevance',
    suggestions: [],
    saved: [],
    busy: false,
    ...NOTHING,
  })
  const { get, set } = store
  const input = (): SearchInput => ({ query: get().text, sort: get().sort, ...get().filters })

  let turn = 0
  /** What the hits were looked for with; more may have been typed since. */
  let asked = input()
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    const mine = ++turn
    const now = input()
    asked = now
    if (!isSomething(now)) return set({ ...NOTHING, suggestions: [], busy: false })
    set({ busy: true })
    try {
      const { hits, needles, remarks, ...found } = await call('search.run', { ...now, limit: PORTION })
      if (mine !== turn) return
      set({ hits, needles, found, tries: [], at: undefined, error: undefined, busy: false })
      remark(remarks)
      await spread(mine)
    } catch (error) {
      if (mine !== turn) return
      set({ ...NOTHING, busy: false })
      if (error instanceof BanxinError) set({ error })
      else complain(error)
    }
  }

  /** What is told beside the hits. */
  const spread = async (mine: number) => {
    const now = asked
    const tries = get().found?.total === 0 ? await call('search.tries', now) : []
    if (mine === turn) set({ tries })
    const facets = await call('search.facets', now)
    if (mine === turn) set({ facets })
  }

  /** Whatever reads more of the hits, or reads them again, begins when the one before has ended: the list gets no hole. */
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = (read: () => Promise<unknown>) => (before = before.then(read, read))

  /** The same hits once more, as many as were read; undefined where they cannot be read or something else is looked for by now. */
  const readAgain = async (mine: number) => {
    const hits: SearchHit[] = []
    for (let wanted = Math.max(PORTION, get().hits.length); ;) {
      const limit = Math.min(PORTION_AGAIN, wanted - hits.length)
      const next = await call('search.run', { ...asked, limit, offset: hits.length }).catch(() => undefined)
      if (!next || mine !== turn) return undefined
      hits.push(...next.hits)
      const { total, pages } = next
      wanted = Math.min(wanted, total)
      if (hits.length >= wanted || next.hits.length === 0) return { hits, total, pages }
    }
  }

  /** The same search once more: the list stays where it is, with what is true now. */
  const renew = async () => {
    const mine = turn
    if (!get().found) return
    if (get().busy) return renewSoon()
    const again = await readAgain(mine)
    const { found, hits, at } = get()
    if (!again || !found) return
    const opened = at === undefined ? undefined : hits[at]
    const place = again.hits.findIndex((h) => h.page === opened?.page && h.article === opened.article)
    const { total, pages } = again
    set({ hits: again.hits, found: { ...found, total, pages }, at: place < 0 ? undefined : place })
    // Nobody asked for it: where it fails, what was told before stays.
    void spread(mine).catch(() => undefined)
  }

  let renewing: ReturnType<typeof setTimeout> | undefined
  /** When the first change was that the list does not show yet. */
  let since: number | undefined
  const renewSoon = () => {
    since ??= performance.now()
    clearTimeout(renewing)
    renewing = setTimeout(
      () => {
        since = undefined
        void inTurn(renew)
      },
      Math.min(REST, since + LATEST - performance.now()),
    )
  }

  const remark = (remarks: readonly Remark[]) => {
    const mine = turn
    set({ remarks: stillSaid(get().remarks, remarks) })
    if (remarks.length > 0) setTimeout(() => mine === turn && set({ remarks }), REMARK_AFTER)
  }

  const look = ({ query, sort, offset: _offset, limit: _limit, ...filters }: SearchInput) => {
    set({ text: query, sort: sort ?? get().sort, filters: withoutEmpty(filters), suggestions: [] })
    void run()
  }

  const suggest = async () => {
    const text = lastWord(get().text)
    if (text.length === 0) return set({ suggestions: [] })
    const suggestions = await call('search.suggest', { text }).catch(() => [])
    if (lastWord(get().text) === text) set({ suggestions })
  }

  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      void run()
      void suggest()
    }, QUIET)
  }

  const readSaved = async () => set({ saved: await call('search.saved', {}).catch(() => []) })

  return {
    ...store,
    input,
    readSaved,
    type: (text: string) => {
      set({ text })
      soon()
    },
    /** Puts the suggestion in place of the word that was being typed. */
    take: (suggestion: Suggestion) => {
      const { text } = get()
      set({ text: text.slice(0, text.length - lastWord(text).length) + suggestion.insert, suggestions: [] })
      void run()
    },
    filter: (change: Filters) => {
      set({ filters: withoutEmpty({ ...get().filters, ...change }) })
      void run()
    },
    order: (sort: Sort) => {
      set({ sort })
      void run()
    },
    clear: () => {
      set({ text: '', filters: {} })
      void run()
    },
    again: run,
    /** Pages changed: once they rest, what was found is read and counted again. */
    renewSoon,
    /** Reads the next portion of hits. */
    more: async () => {
      const { hits, found, busy } = get()
      if (busy || !found || hits.length >= found.total) return
      const mine = turn
      set({ busy: true })
      await inTurn(async () => {
        if (mine !== turn) return
        const offset = get().hits.length
        const next = await call('search.run', { ...asked, limit: PORTION, offset }).catch(() => undefined)
        if (mine !== turn) return
        set({ busy: false, ...(next && { hits: [...get().hits, ...next.hits] }) })
      })
    },
    save: async (name: string) => {
      const saved = await call('search.save', { name, search: input() }).catch(complain)
      await readSaved()
      return saved ?? undefined
    },
    /** Not `renamed` where another one is called so; undefined where it failed, which was said then. */
    rename: async (id: number, name: string) => {
      const done = await call('search.rename', { id, name }).catch(complain)
      await readSaved()
      return done ?? undefined
    },
    forget: async (id: number) => {
      const forgotten = await call('search.forget', { id }).catch(complain)
      await readSaved()
      return forgotten?.operation ?? null
    },
    /** Looks for that instead. */
    look,
    recall: ({ search }: SavedSearch) => look({ sort: 'relevance', ...search }),
  }
}

/** Whether there is a word or a filter to look for. */
export const isSomething = ({ query, publications, years, roles, people, keywords, from, to }: SearchInput): boolean =>
  query.trim() !== '' ||
  [publications, years, roles, people, keywords].some((list) => list?.length) ||
  Boolean(from || to)

/** Of what was said of an earlier query, what holds of this one too. */
export const stillSaid = (before: readonly Remark[], now: readonly Remark[]): readonly Remark[] =>
  before.filter(({ kind, text }) => now.some((r) => r.kind === kind && r.text === text))

/** What is being typed right now: the run of characters up to the end, without the sign that it must not be found. */
export const lastWord = (text: string): string => /[^\s"()]*$/.exec(text)?.[0].replace(/^[-－]/, '') ?? ''

const withoutEmpty = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value.length > 0)) as Filters // fewer of the same entries
