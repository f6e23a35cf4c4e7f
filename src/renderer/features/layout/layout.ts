/**
 * The layout of the open page: which template, which placement, and the composed sheets as the worker gave them last. It
 * composes while the preview is open, at every change of the page, never more than one at a time.
 */
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { createStore } from '../../app/store.ts'
import { addressOf } from '../acts/pictures.ts'
import { createPainter } from '../preview/painter.ts'
import { fitsOf } from './fits.ts'
import { createComposer } from './composer.ts'
import { createCuts } from './cuts.ts'
import { createDecisions } from './decisions.ts'
import { createDrawnSheets } from './drawn-sheets.ts'
import { NOTHING } from './state.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Template } from '../../../shared/layout/template.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Desk } from '../editor/desk.ts'
import type { Composed } from './messages.ts'
import type { ComposedState, LayoutState } from './state.ts'

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
  let page: Page | undefined
  let open: number | undefined
  /** The open page is shown when the preview is. */
  let pending = false
  let telling: ReturnType<typeof setTimeout> | undefined

  const templateNow = (): Template | undefined => {
    const { draft, template, own } = get()
    return draft ?? [...own, ...TEMPLATES].find((t) => t.id === template)
  }

  const composer = createComposer({
    wanted: () => {
      const now = desk.get().page
      if (!isOn() || !now) return undefined
      const { placement, trial } = get()
      void cuts.ask(now)
      return { page: now, template: templateNow(), placement: present(trial ?? placement, now), cuts: cuts.take() }
    },
    renewed: sheetsNow.renumber,
    composed: (answer) => shown(answer),
    proposed: (placement) => decide({ placement }),
    failed: () => set({ failed: true }),
  })
  const { compose } = composer
  const cuts = createCuts(call, compose)

  const shown = ({ template, placement, sheets, findings, took }: Composed) => {
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
      composer.turn()
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
    measure: composer.measure,
    /** Sets the template; a placement by hand belongs to the grid it was made on. */
    chooseTemplate: (template: string | undefined) => decide({ template, placement: undefined }),
    /** Lets the rules propose a placement anew; what is pinned stays, and the rest flows around it. */
    propose: () => {
      const base = get().placement
      if (base?.frames.some((f) => f.pinned) && composer.propose(base)) return
      composer.renew()
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
