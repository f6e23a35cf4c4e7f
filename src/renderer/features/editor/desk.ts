/**
 * The desk: the page that is open, its history and what is selected. The Page value is the truth; editors show it and report
 * typing, acts are pure functions on it, and undo goes from one value to another, over all articles alike.
 */
import { isAcross, stretchOf } from '../../../shared/page/stretch.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { createStore } from '../../app/store.ts'
import type { Caret, Edit } from '../../../shared/page/edit.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'
import type { Article, Page, PageMeta } from '../../../shared/page/page.ts'

/** What is selected: `from` before `to`; `blocks` are all that it touches, in reading order. */
export type Focus = { readonly from: Caret; readonly to: Caret; readonly blocks: readonly string[] }

/** What was typed is not saved until the person has said what stands: against another's version, of a page in the bin, or deleted for good. */
export type Asking = 'conflict' | 'binned' | 'gone'

/** What waits for the person, if anything does; a dialog of that name asks. */
export const asking = ({ kind }: SaveState): Asking | undefined =>
  kind === 'conflict' || kind === 'binned' || kind === 'gone' ? kind : undefined

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | undefined }
  | { readonly kind: 'unsaved' | 'saving' | Asking }
  | { readonly kind: 'failed'; readonly code: string }

export type DeskState = {
  readonly open: Omit<OpenPage, 'page' | 'revision'> | undefined
  readonly page: Page | undefined
  readonly focus: Focus | undefined
  /** Where the caret must go next; a new value each time. Editors take it when it lies in their article. */
  readonly caret: { readonly from: Caret; readonly to: Caret } | undefined
  /** A selection over several stories, none of whose editors can hold it: `anchor` stays, `head` moves. Then `focus` is between them. */
  readonly wide: { readonly anchor: Caret; readonly head: Caret } | undefined
  /** Blocks picked for the next act, from any article of this page: in another the same ids are other blocks. */
  readonly picked: readonly string[]
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly save: SaveState
  /** The last change of the page was typing: what shows the page elsewhere may wait until it rests. */
  readonly typing: boolean
  /** An input method composes in the text: what it shows is not in the page yet. */
  readonly composing: boolean
}

/** Milliseconds that the rest of the window waits for typing to rest. */
export const restOfTyping = ({ typing }: DeskState): number => (typing ? 90 : 0)

/** One undo step: the page as it was and what was selected then. `key` tells which typing may run on into it. */
export type Step = {
  readonly page: Page
  readonly focus: Focus | undefined
  readonly key: string | undefined
  readonly time: number
}

/** A step of an earlier run. */
export type Recalled = Pick<Step, 'page' | 'focus'>

/** Typing that pauses longer than this many milliseconds starts a new undo step. */
const PAUSE = 900
/** Undo steps kept at least, and at most twice as many; they share all that did not change. */
const DEPTH = 1000

const NOTHING_OPEN: DeskState = {
  open: undefined,
  page: undefined,
  focus: undefined,
  caret: undefined,
  wide: undefined,
  picked: [],
  past: [],
  future: [],
  save: { kind: 'saved', at: undefined },
  typing: false,
  composing: false,
}

export type Desk = ReturnType<typeof createDesk>

export function createDesk(now: () => number = () => performance.now()) {
  const store = createStore<DeskState>(NOTHING_OPEN)
  const { get, set } = store

  const pushed = (page: Page, key: string | undefined): Partial<DeskState> => {
    const { page: before, focus, past } = get()
    if (!before) return {}
    const last = past.at(-1)
    const time = now()
    const runsOn = key !== undefined && last?.key === key && time - last.time < PAUSE
    const step: Step = runsOn ? { ...last, time } : { page: before, focus, key, time }
    const kept = runsOn ? past.slice(0, -1) : past.length >= 2 * DEPTH ? past.slice(-DEPTH) : past
    return { page, past: [...kept, step], future: [] }
  }

  const go = (from: 'past' | 'future', to: 'past' | 'future') => {
    const state = get()
    const step = state[from].at(-1)
    if (!step || !state.page) return
    const here: Step = { page: state.page, focus: state.focus, key: undefined, time: 0 }
    const focus = step.focus ?? state.focus
    set({
      typing: false,
      page: step.page,
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], here],
      ...(focus && findBlock(step.page, focus.from.block)
        ? chosen(step.page, focus.from, focus.to)
        : { wide: undefined }),
    })
  }

  /** Selects from `from` to `to`: by the editor of their story, over several by the desk itself. */
  const chosen = (page: Page, from: Caret, to: Caret): Partial<DeskState> => {
    const focus = isAcross(page, from, to) ? stretchOf(page, from, to) : undefined
    return focus
      ? { caret: { from: focus.from, to: focus.from }, wide: { anchor: from, head: to }, focus }
      : { caret: { from, to }, wide: undefined }
  }

  return {
    ...store,
    /** Shows another page; history starts anew. */
    show: ({ page, id, name, source, encoding, notices }: OpenPage) =>
      set({ ...NOTHING_OPEN, open: { id, name, source, encoding, notices }, page }),
    close: () => set(NOTHING_OPEN),
    /** What was typed into an article. Typing of one kind in one block runs into one undo step. */
    typed: (article: Article, key: string | undefined) => {
      const { page } = get()
      if (!page?.articles.some((a) => a.id === article.id)) return
      set({
        ...pushed({ ...page, articles: page.articles.map((a) => (a.id === article.id ? article : a)) }, key),
        typing: true,
      })
    },
    /** An act of the trade: one undo step, or none where nothing changed. Afterwards `select` is selected. */
    act: (edit: Edit, key?: string, select?: { readonly from: Caret; readonly to: Caret }) => {
      const { wide } = get()
      const caret = select ? { from: select.from, to: select.to } : edit.caret && { from: edit.caret, to: edit.caret }
      const held = wide && findBlock(edit.page, wide.anchor.block) && findBlock(edit.page, wide.head.block)
      set({
        ...(edit.page === get().page ? {} : pushed(edit.page, key)),
        ...(caret ? chosen(edit.page, caret.from, caret.to) : held ? {} : { wide: undefined }),
        typing: key !== undefined,
      })
    },
    /** Another's version comes in the place of the page. What was undone here is on no disk: it is one undo away. */
    follow: (page: Page) => {
      const { future } = get()
      const { past = [], ...next } = pushed(page, undefined)
      set({ ...next, past: [...past, ...future.toReversed()], wide: undefined, typing: false })
    },
    /** What is said of the page changed elsewhere; no step of the history here is meant to take that back. */
    retell: (meta: PageMeta) => {
      const { page, past, future } = get()
      const told = (step: Step): Step => ({ ...step, page: { ...step.page, meta } })
      if (page) set({ page: { ...page, meta }, past: past.map(told), future: future.map(told) })
    },
    /** Steps of an earlier run that lead back from the page as it was opened. */
    recall: (steps: readonly Recalled[]) => {
      const older = steps.map((s): Step => ({ ...s, key: undefined, time: 0 }))
      set({ past: [...older, ...get().past].slice(-2 * DEPTH) })
    },
    undo: () => go('past', 'future'),
    redo: () => go('future', 'past'),
    select: (focus: Focus | undefined) => {
      if (!sameFocus(focus, get().focus)) set({ focus })
    },
    moveTo: (from: Caret, to: Caret = from) => {
      const { page } = get()
      set(page ? chosen(page, from, to) : { caret: { from, to }, wide: undefined })
    },
    /** Selects over stories without a caret: the editor that has the focus keeps it. */
    spread: (anchor: Caret, head: Caret) => {
      const { page, wide } = get()
      if (wide && sameCaret(wide.anchor, anchor) && sameCaret(wide.head, head)) return
      const focus = page && stretchOf(page, anchor, head)
      if (focus) set({ wide: { anchor, head }, focus })
    },
  }
}

const sameCaret = (a: Caret, b: Caret): boolean => a.block === b.block && a.offset === b.offset

const sameFocus = (a: Focus | undefined, b: Focus | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    sameCaret(a.from, b.from) &&
    sameCaret(a.to, b.to) &&
    a.blocks.length === b.blocks.length)
