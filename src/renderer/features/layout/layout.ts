/**
 * The layout of the open page: which template, which placement, and the composed sheets as the worker gave them last. It
 * composes while the preview is open, at every change of the page, never more than one at a time.
 */
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { createStore } from '../../app/store.ts'
import { addressOf } from '../acts/pictures.ts'
import { createPainter } from '../preview/painter.ts'
import { fitsOf } from './fits.ts'
import { createCuts } from './cuts.ts'
import { createDecisions } from './decisions.ts'
import { createDrawnSheets } from './drawn-sheets.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { LayoutFinding } from '../../../shared/layout/findings.ts'
import type { ComposedPage } from '../../../shared/layout/geometry.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Template } from '../../../shared/layout/template.ts'
import type { Article, Page } from '../../../shared/page/page.ts'
import type { Desk } from '../editor/desk.ts'
import type { Fit } from './fits.ts'
import type { Answer, Ask, Tried } from './messages.ts'

export type ComposedState = {
  readonly template: Template
  readonly placement: Placement
  readonly sheets: readonly ComposedPage[]
  readonly findings: readonly LayoutFinding[]
  readonly fits: readonly Fit[]
  /** Milliseconds that composing took. */
  readonly took: number
}

export type LayoutState = {
  /** Chosen template's id; undefined: the one that suits the text. */
  readonly template: string | undefined
  readonly own: readonly Template[]
  /** A template that is being changed: the preview follows it before it is kept. */
  readonly draft: Template | undefined
  /** Made by hand; undefined: as proposed. */
  readonly placement: Placement | undefined
  /** Shown, but not done. */
  readonly trial: Placement | undefined
  readonly composed: ComposedState | undefined
  readonly sheet: number
  readonly arranging: boolean
  /** Index of a frame in the placement. */
  readonly selected: number | undefined
  readonly past: readonly Decided[]
  readonly future: readonly Decided[]
  /** Another value each time: the preview brings this block into view. */
  readonly show: { readonly block?: string; readonly article?: string } | undefined
  readonly failed: boolean
}

/** What a person decided, as it is kept and undone. */
export type Decided = Pick<LayoutState, 'template' | 'placement'>

const NOTHING: Omit<LayoutState, 'own' | 'arranging'> = {
  template: undefined,
  draft: undefined,
  placement: undefined,
  trial: undefined,
  composed: undefined,
  sheet: 0,
  selected: undefined,
  past: [],
  future: [],
  show: undefined,
  failed: false,
}
/** Milliseconds of a frame on the screen. */
const FRAME = 16
/** Milliseconds that the first sheet waits for what the archive keeps of its layout. */
const PATIENCE = 500

export type Layout = ReturnType<typeof createLayout>

export function createLayout(desk: Desk, call: Banxin, isOn: () => boolean, complain: (error: unknown) => void) {
  const store = createStore<LayoutState>({ ...NOTHING, own: [], arranging: false })
  const { get, set } = store
  const painter = createPainter(addressOf)
  const sheetsNow = createDrawnSheets()
  let worker: Worker | undefined
  let sent = new Map<string, Article>()
  let seq = 0
  /** The first question about the open page. */
  let since = 0
  let busy = false
  let stale = false
  let fresh = true
  let page: Page | undefined
  let open: number | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  const trials = new Map<number, (tried: Tried) => void>()

  const templateNow = (): Template | undefined => {
    const { draft, template, own } = get()
    return draft ?? [...own, ...TEMPLATES].find((t) => t.id === template)
  }

  const start = (): Worker => {
    const made = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<Answer>) => hear(data)
    made.onerror = (event) => {
      console.error(event.message)
      busy = false
      worker = undefined
      set({ failed: true })
    }
    return made
  }

  const compose = () => {
    const now = desk.get().page
    if (!isOn() || !now) return
    if (busy) {
      stale = true
      return
    }
    busy = true
    stale = false
    if (!worker) {
      worker = start()
      fresh = true
    }
    if (fresh) sent = new Map()
    const { placement, trial } = get()
    const ask: Ask = {
      kind: 'compose',
      seq: ++seq,
      fresh,
      change: {
        meta: now.meta,
        order: now.articles.map((a) => a.id),
        articles: now.articles.filter((a) => sent.get(a.id) !== a),
      },
      template: templateNow(),
      placement: present(trial ?? placement, now),
      cuts: cuts.take(),
    }
    sent = new Map(now.articles.map((a) => [a.id, a]))
    if (fresh) sheetsNow.renumber()
    fresh = false
    worker.postMessage(ask)
    void cuts.ask(now)
  }

  const cuts = createCuts(call, compose)

  const hear = (answer: Answer) => {
    switch (answer.kind) {
      case 'tried':
        trials.get(answer.seq)?.(answer.tried)
        trials.delete(answer.seq)
        return
      case 'proposed':
        // Another page may have been opened meanwhile.
        if (answer.seq >= since) decide({ placement: answer.placement })
        return
      case 'failed':
        console.error(answer.message)
        busy = false
        set({ failed: true })
        return
      case 'composed': {
        busy = false
        // An answer about a page that is no longer open is not shown.
        if (answer.seq >= since) shown(answer)
        if (stale) compose()
      }
    }
  }

  const shown = ({ template, placement, sheets, findings, took }: Extract<Answer, { kind: 'composed' }>) => {
    painter.apply(sheets)
    const drawn = sheetsNow.apply(sheets)
    const made = { template, placement, sheets: drawn, findings, fits: fitsOf(drawn), took }
    clearTimeout(telling)
    // The page is painted first; lists and marks follow a frame later.
    if (get().composed) telling = setTimeout(() => tellComposed(made), FRAME)
    else tellComposed(made)
  }

  const tellComposed = (made: ComposedState) => {
    const { sheet, selected, arranging } = get()
    set({
      composed: made,
      sheet: Math.min(sheet, made.sheets.length - 1),
      selected: arranging && selected !== undefined && selected < made.placement.frames.length ? selected : undefined,
      failed: false,
    })
  }

  const { decide, undo, redo } = createDecisions(store, call, () => open, compose, complain)

  const openLayout = async (id: number) => {
    // An archive that is busy is not waited for long.
    setTimeout(() => open === id && !get().composed && compose(), PATIENCE)
    try {
      const [kept, own] = await Promise.all([call('layout.get', { id }), call('template.list', {})])
      if (open !== id) return
      set({ template: kept.template ?? undefined, placement: kept.placement ?? undefined, own })
    } catch (error) {
      complain(error)
    }
    if (open === id) compose()
  }

  /** Called at every change of the desk and of the settings. */
  const follow = () => {
    const now = desk.get()
    if (now.open?.id !== open) {
      open = now.open?.id
      page = undefined
      fresh = true
      since = seq + 1
      painter.clear()
      sheetsNow.clear()
      clearTimeout(telling)
      set(NOTHING)
      if (open !== undefined && isOn()) void openLayout(open)
      else if (open !== undefined) pending = true
      return
    }
    if (pending && isOn() && open !== undefined) {
      pending = false
      void openLayout(open)
    } else if (now.page !== page && isOn() && !pending) {
      page = now.page
      compose()
    }
  }
  let pending = false
  desk.subscribe(follow)

  return {
    ...store,
    follow,
    groupOf: painter.groupOf,
    decide,
    templateNow,
    /** The template of what stands in the preview as it is kept: its body in its own size. */
    baseTemplate: (): Template | undefined =>
      templateNow() ?? TEMPLATES.find((t) => t.id === get().composed?.template.id),
    undo,
    redo,
    /** A placement by hand, done. */
    arrange: (placement: Placement) => decide({ placement }),
    /** A placement shown before it is done; undefined ends the showing. */
    tryOut: (trial: Placement | undefined) => {
      if (trial === get().trial) return
      set({ trial })
      compose()
    },
    /** Ways to make `article` fit in `base`, and how each of `placements` would fit. */
    measure: (article: string, base: Placement, placements: readonly Placement[]) =>
      new Promise<Tried>((resolve) => {
        worker ??= start()
        trials.set(++seq, resolve)
        worker.postMessage({ kind: 'try', seq, article, base, placements } satisfies Ask)
      }),
    /** Sets the template; a placement by hand belongs to the grid it was made on. */
    chooseTemplate: (template: string | undefined) => decide({ template, placement: undefined }),
    /** Lets the rules propose a placement anew; what is pinned stays, and the rest flows around it. */
    propose: () => {
      const base = get().placement
      if (worker && base?.frames.some((f) => f.pinned)) {
        worker.postMessage({ kind: 'propose', seq: ++seq, base } satisfies Ask)
        return
      }
      fresh = true
      decide({ placement: undefined })
    },
    /** The placement of what stands in the preview, to be changed by hand. */
    placementNow: (): Placement | undefined => get().placement ?? get().composed?.placement,
    draft: (draft: Template | undefined) => {
      set({ draft })
      compose()
    },
    saveTemplate: async (template: Template) => {
      try {
        await call('template.save', { template })
        set({ own: [...get().own.filter((t) => t.id !== template.id), template], draft: undefined })
        if (get().template === template.id) compose()
        else decide({ template: template.id, placement: undefined })
      } catch (error) {
        complain(error)
      }
    },
    removeTemplate: async (id: string) => {
      try {
        await call('template.remove', { id })
        set({ own: get().own.filter((t) => t.id !== id), draft: undefined })
        if (get().template === id) decide({ template: undefined, placement: undefined })
      } catch (error) {
        complain(error)
      }
    },
    /**
     * The layout that the preview shows, for an export of the open page. A proposal that the text has outgrown is not
     * exported: the export proposes anew, and all of the text stands on the page.
     */
    exported: () => {
      const { composed, placement } = get()
      if (!isOn() || !composed) return undefined
      const isGood = placement !== undefined || oversetOf(composed) === 0
      return { template: composed.template.id, placement: isGood ? composed.placement : null }
    },
    /** Stories of a placement by hand whose end does not stand on the page. */
    cutOff: (): number => {
      const { composed, placement } = get()
      return composed && placement ? oversetOf(composed) : 0
    },
  }
}

const oversetOf = ({ fits }: ComposedState): number => fits.filter((f) => f.over > 0).length

/** Frames of stories that are still on the page. */
const present = (placement: Placement | undefined, page: Page): Placement | undefined => {
  if (!placement) return undefined
  const ids = new Set(page.articles.map((a) => a.id))
  return placement.frames.every((f) => ids.has(f.article))
    ? placement
    : { ...placement, frames: placement.frames.filter((f) => ids.has(f.article)) }
}
