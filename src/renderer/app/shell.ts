/** The shell's own state: what is listed, chosen and asked, and the messages that come and go over it. */
import { BanxinError } from '../../shared/errors.ts'
import { messageOf, wordsOf } from './message.ts'
import { recallPasting } from './pasting.ts'
import { recallChosen } from './settings.ts'
import { createStore } from './store.ts'
import type { AppInfo } from '../../shared/api/app.ts'
import type { Format } from '../../shared/api/exports.ts'
import type { PageSummary } from '../../shared/api/pages.ts'
import type { Asking } from '../features/editor/desk.ts'
import type { Message, Params } from './message.ts'
import type { Pasting } from './pasting.ts'
import type { Pane } from './shown-panes.ts'
import type { Tab } from '../features/tabs/tabs.ts'
import type { Toast } from '../ui/Toasts.tsx'
import type { Chosen } from './settings.ts'

export type DialogName =
  | { readonly name: 'paste' | 'palette' | 'keys' | 'help' | 'batch' | 'states' | 'unkept' | Asking }
  | { readonly name: 'remove'; readonly page: PageSummary }
  /** Without ids: the open page. */
  | { readonly name: 'export'; readonly ids?: readonly number[] }

export type Shell = {
  /** Grows whenever pages came, went or changed: lists read again. */
  readonly listing: number
  readonly filter: string
  readonly formats: readonly Format[]
  readonly info: AppInfo | undefined
  readonly chosen: Chosen
  /** The pane that was asked for last: it is the last to go where the window is narrow. */
  readonly asked: Pane | undefined
  readonly toasts: readonly Told[]
  readonly dialog: DialogName | undefined
  /** What was put into the dialog for pasting and is no page yet: it is there again when the dialog is. */
  readonly pasting: Pasting
  /** Tabs that were closed, the last one last. */
  readonly closed: readonly Tab[]
  /** The block whose role menu is open. */
  readonly roleMenu: string | undefined
  readonly exportMenu: boolean
  /** Pages whose doubts are gone through one after the other. */
  readonly batch: readonly number[] | undefined
  /** Counts the steps that were set, so that what shows them asks again. */
  readonly stated: number
}

/** A message that is shown now. */
export type Told = Pick<Toast, 'id' | 'kind'> & { readonly message: Message }

/** Milliseconds that a message stays. */
const STAYS: Readonly<Record<Toast['kind'], number>> = { info: 5000, note: 5000, warning: 12_000, error: 12_000 }

export function createShell() {
  const shell = createStore<Shell>({
    listing: 0,
    filter: '',
    formats: [],
    info: undefined,
    chosen: recallChosen(),
    asked: undefined,
    toasts: [],
    dialog: undefined,
    pasting: recallPasting(localStorage),
    closed: [],
    roleMenu: undefined,
    exportMenu: false,
    batch: undefined,
    stated: 0,
  })
  let toastId = 0
  const dismiss = (id: number) => shell.set({ toasts: shell.get().toasts.filter((toast) => toast.id !== id) })
  /** Gives what takes it back where it does not hold any more. */
  const show = (kind: Toast['kind'], message: Message): (() => void) => {
    const words = wordsOf(message)
    const there = shell.get().toasts.find((told) => wordsOf(told.message) === words)
    if (there) return () => dismiss(there.id)
    const id = ++toastId
    shell.set({ toasts: [...shell.get().toasts.slice(-3), { id, kind, message }] })
    setTimeout(() => dismiss(id), STAYS[kind])
    return () => dismiss(id)
  }
  const say = (kind: Toast['kind'], key: string, params: Params = {}): void => void show(kind, { key, params })
  const tell = (key: string, params?: Params) => say('info', key, params)
  /** Nothing was done, and why. */
  const note: typeof tell = (key, params) => say('note', key, params)
  const warn: typeof tell = (key, params) => say('warning', key, params)
  const complain = (error: unknown): (() => void) => {
    if (!(error instanceof BanxinError)) console.error(error)
    return show('error', messageOf(error))
  }

  /** Runs `work`; a failure is told and gives undefined. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      complain(error)
      return undefined
    }
  }

  return { shell, say, tell, note, warn, complain, dismiss, attempt }
}
