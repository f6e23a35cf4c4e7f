/** The workstation: the desk, the library and what joins them with the other processes. Components reach it by `useWorkstation`. */
import { createContext, useContext } from 'react'
import { isPictureName } from '../features/acts/pictures.ts'
import { createAutosave } from '../features/editor/autosave.ts'
import { createDesk } from '../features/editor/desk.ts'
import { createRecovery } from '../features/editor/recovery.ts'
import { createExporting } from '../features/export/exporting.ts'
import { bindings } from '../features/keys/bindings.ts'
import { createImports } from '../features/imports/imports.ts'
import { createTakeIn } from '../features/imports/take-in.ts'
import { createRooms } from '../features/library/rooms.ts'
import { createShelf } from '../features/library/shelf.ts'
import { createSearch } from '../features/search/search.ts'
import { withoutTab, withTab } from '../features/tabs/tabs.ts'
import { createLayout } from '../features/layout/layout.ts'
import { fetchLater } from '../ui/later.tsx'
import { call, on } from './banxin.ts'
import { createCatchingUp } from './catching-up.ts'
import { createClosing } from './closing.ts'
import { durable } from './durable.ts'
import { firstPage, firstSettings } from './first-answers.ts'
import { whenFirstDrawn } from './first-frame.ts'
import { showKey } from './keys.ts'
import { createMeeting } from './meeting.ts'
import { createOpening } from './opening.ts'
import { pageTitle } from './page-title.ts'
import { keepPasting } from './pasting.ts'
import { setLanguage } from './languages.ts'
import { isKept, keepChosen, showZoom } from './settings.ts'
import { createSettling } from './settling.ts'
import { createShell } from './shell.ts'
import { soon } from './soon.ts'
import { onSystemTheme, showTheme } from './themes.ts'
import { ARCHIVE_NAME } from '../../shared/archive-name.ts'
import type { Settings } from '../../shared/api/app.ts'
import type { OpenPage, PageSummary } from '../../shared/api/pages.ts'
import type { Pasting } from './pasting.ts'
import type { Chosen } from './settings-schema.ts'

export type Workstation = ReturnType<typeof createWorkstation>

const Context = createContext<Workstation | undefined>(undefined)
export const WorkstationProvider = Context.Provider

export function useWorkstation(): Workstation {
  const workstation = useContext(Context)
  if (!workstation) throw new Error('drawn outside a workstation')
  return workstation
}

/** Milliseconds between two readings of the list while changes keep coming. */
const LIST_PAUSE = 1000

export function createWorkstation() {
  const desk = createDesk()
  const parts = createShell()
  const { shell, say, tell, note, warn, complain, dismiss, attempt } = parts
  // What cannot be written has no better place.
  const journal = durable(localStorage, () => call('storage.write', {}).catch(() => {}))
  const autosave = createAutosave(desk, call, journal, complain)
  const recovery = createRecovery(desk, autosave, call, tell)
  const rooms = createRooms()
  const shelf = createShelf()
  const search = createSearch(call, complain)
  const imports = createImports(call, complain)

  const layout = createLayout(desk, call, () => shell.get().chosen['panel.preview'], complain)
  shell.subscribe(layout.follow)

  const { meetOthers, takeRestored } = createMeeting({ call, desk, autosave, attempt })

  const list = async () => {
    shell.set({ listing: shell.get().listing + 1 })
    await meetOthers()
  }
  const listing = soon(list, LIST_PAUSE)

  /** Another page is on the desk. */
  const shown = (opened: OpenPage) => {
    const { id } = opened
    shelf.set({ opened: opened.page.meta, follow: true })
    choose('page.last', id)
    choose('tabs', [...withTab(shell.get().chosen.tabs, { id, title: pageTitle(opened.page) || opened.name })])
    void whenFirstDrawn().then(() => {
      if (desk.get().open?.id !== id) return
      void recovery.shown(id)
      void settling.shown(id)
    })
  }

  /** Opens the page that the list begins with, where none is open. */
  const openFirst = async () => {
    const [first] = (await attempt(() => call('library.pages', { offset: 0, limit: 1 })))?.pages ?? []
    if (first && !desk.get().open) await openPage(first.id)
  }

  const dropTab = (id: number) => choose('tabs', [...withoutTab(shell.get().chosen.tabs, id)])

  /** Puts what was chosen into force. */
  const show = (chosen: Chosen) => {
    shell.set({ chosen })
    setLanguage(chosen.language)
    showTheme(chosen.theme)
    showZoom(chosen['view.zoom'])
    bindings.set({ changed: chosen.keys })
    keepChosen(chosen)
  }
  const choose = <K extends keyof Chosen>(key: K, value: Chosen[K]) => {
    if (JSON.stringify(shell.get().chosen[key]) === JSON.stringify(value)) return
    show({ ...shell.get().chosen, [key]: value })
    if (value !== undefined) void attempt(() => call('settings.set', { key, value }))
  }

  /** What the window keeps of pages is that of their archive, which has a name of its own for this. */
  const belong = ({ [ARCHIVE_NAME]: name }: Settings) => {
    // Where the settings could not be read, what is kept is taken for the archive's own at the next start.
    if (typeof name === 'string') autosave.belong(name)
  }

  const catchingUp = createCatchingUp({ call, autosave, tell, warn })
  let kind = desk.get().save.kind
  desk.subscribe(() => {
    const before = kind
    kind = desk.get().save.kind
    if (before === 'saving' && kind === 'saved') catchingUp.back()
  })
  const opening = createOpening({
    call,
    desk,
    shell: parts,
    autosave,
    shown,
    recovered: () => tell('recover.toast', { undo: showKey('Mod+Z') }),
    dropTab,
    catchingUp,
  })
  const { mayLeave, openPage } = opening
  const takeIn = createTakeIn({ shell: parts, rooms, imports, list, openPage })
  const settling = createSettling({ call, desk, shell: parts, autosave, list, openPage, dropTab })
  const closing = createClosing({ call, desk, shell, autosave, catchUp: catchingUp.run, ended: recovery.ended })
  const exporting = createExporting({ desk, shell: parts, autosave, layout })

  return {
    desk,
    shell,
    autosave,
    rooms,
    shelf,
    search,
    imports,
    layout,
    say,
    tell,
    note,
    warn,
    complain,
    dismiss,
    choose,
    openPage,
    openFiles: takeIn.openFiles,
    openFolder: takeIn.openFolder,
    openSearch: () => {
      rooms.set({ side: 'search', room: undefined })
      shell.set({ asked: 'library' })
      if (!shell.get().chosen['panel.library']) choose('panel.library', true)
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.finder-field input')?.select())
    },
    reload: opening.reload,
    takeRestored,
    /** No page is open any more. */
    leavePage: () => {
      autosave.forget()
      desk.close()
    },
    /** What stands in the dialog for pasting. */
    putPasting: (pasting: Pasting) => {
      shell.set({ pasting })
      keepPasting(journal, pasting)
    },
    paste: async (name: string, text: string) => {
      const made = await attempt(() => call('page.paste', { name, text, once: true }))
      if (!made) return false
      await list()
      await openPage(made.id)
      if (made.duplicate && desk.get().open?.id === made.id) tell('toast.duplicate', { name })
      return true
    },
    remove: async (page: PageSummary) => {
      if (desk.get().open?.id === page.id) {
        // It goes into the bin with what was typed last.
        if (!(await mayLeave())) return
        autosave.forget()
        desk.close()
      }
      dropTab(page.id)
      const done = await attempt(() => call('page.remove', { id: page.id }))
      if (done) tell('toast.removed', { title: page.title || page.name })
      await list()
    },
    exportAs: exporting.exportAs,
    runExport: exporting.runExport,
    /** What was typed is saved first: the next proof marks what changed since this one, if it was printed. */
    printProof: async () => {
      await autosave.flush()
      const { open, page } = desk.get()
      if (!open || !page) return
      await attempt(async () => {
        const { printProof } = await import('../features/layout/print-proof.ts')
        await printProof({ id: open.id, revision: autosave.revision() }, page, call)
      })
    },
    settle: settling.settle,
    settleAway: settling.settleAway,
    closeUnkept: closing.end,
    /** Reads the settings and the page that was open last, and listens from then on; the rest is asked for when that page stands. */
    start: async () => {
      on('pages.changed', () => listing.ask())
      on('archive.restarted', () => {
        tell('toast.restarted')
        autosave.retry()
        void catchingUp.run()
        listing.ask()
      })
      on('files.offered', ({ files }) => {
        // A picture goes where it was dropped, see `PictureDrop`.
        const pages = files.filter((f) => !isPictureName(f.name))
        if (pages.length > 0) void takeIn.importTokens(pages.map((f) => f.token))
      })
      on('window.closing', () => void closing.begin())
      show(shell.get().chosen)
      onSystemTheme(() => showTheme(shell.get().chosen.theme))
      const first = shell.get().chosen
      const last = first['page.last']
      // Asked for with the settings, which mostly name the same page as this window remembers.
      const likely = last === undefined ? undefined : firstPage(last)
      const settings = (await firstSettings()) ?? (await attempt(() => call('settings.get', {}))) ?? {}
      if (!isKept(first, settings)) {
        const { chosenFrom } = await import('./settings-schema.ts')
        show(chosenFrom(settings))
      }
      recovery.began()
      belong(settings)
      const wanted = shell.get().chosen['page.last']
      const there = wanted === last ? await likely : wanted && (await firstPage(wanted))
      if (there && !desk.get().open) await openPage(there.id, there)
      else await openFirst()
      // An archive at its first start is filled while the window stands.
      const unhear = on('pages.changed', () => {
        if (desk.get().open) unhear()
        else void openFirst()
      })
      void whenFirstDrawn().then(() => {
        void attempt(() => call('app.info', {})).then((info) => shell.set({ info }))
        void attempt(() => call('export.formats', {})).then((formats) => formats && shell.set({ formats }))
        fetchLater()
        void settling.offer().catch(complain).then(catchingUp.run)
      })
    },
  }
}
