/** Which panes stand beside the page: those that were chosen, as far as the window has room for them. */
import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** The first that was chosen is the first to have room, but for the one that was asked for last. */
const PANES = ['preview', 'library', 'source'] as const
export type Pane = (typeof PANES)[number]

type State = {
  readonly chosen: Readonly<Record<`panel.${Pane}` | 'view.focus', boolean>>
  readonly asked: Pane | undefined
}

type Reading = Pick<Store<State>, 'get' | 'subscribe'>

/** Least widths in CSS pixels. */
export const LEAST = { page: 420, preview: 360, library: 200, source: 240 } as const

/** The pane that was asked for last stands however narrow the window is; the page gives way to it. */
export function shownPanes({ chosen, asked }: State, width: number): readonly Pane[] {
  if (chosen['view.focus']) return []
  const shown: Pane[] = []
  let room = width - LEAST.page
  for (const pane of asked ? [asked, ...PANES.filter((p) => p !== asked)] : PANES) {
    if (!chosen[`panel.${pane}`] || (pane !== asked && LEAST[pane] > room)) continue
    room -= LEAST[pane]
    shown.push(pane)
  }
  return shown
}

/** The least width of the page beside `panes`, in CSS pixels. */
export const leastPage = (panes: readonly Pane[], width: number): number =>
  Math.max(0, Math.min(LEAST.page, width - panes.reduce((sum, pane) => sum + LEAST[pane], 0)))

export const panesNow = (shell: Reading): readonly Pane[] => shownPanes(shell.get(), windowWidth())

let width: number | undefined

/** The window's width in CSS pixels, asked for only where it changed: to ask makes the browser lay out the window at once. */
export function windowWidth(): number {
  if (width === undefined) globalThis.addEventListener('resize', () => (width = globalThis.innerWidth))
  return (width ??= globalThis.innerWidth)
}

/** Draws again when other panes stand beside the page, not at every pixel of the window's width. */
export function useShownPanes(shell: Reading): readonly Pane[] {
  const names = useSyncExternalStore(
    (hear) => {
      const unhear = shell.subscribe(hear)
      globalThis.addEventListener('resize', hear)
      return () => {
        unhear()
        globalThis.removeEventListener('resize', hear)
      }
    },
    () => panesNow(shell).join(' '),
  )
  return PANES.filter((pane) => names.split(' ').includes(pane))
}
