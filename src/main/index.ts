/**
 * Electron's entry: sets the switches that must come before it is ready, and opens the workstation once. The archive process and
 * the window start first; what answers them is loaded in the time that they take.
 */
import { app, Menu, session } from 'electron'
import { archiveHost } from './app/archive-host.ts'
import { parseArguments } from './app/arguments.ts'
import { guard, guardSession } from './app/guard.ts'
import { hearWindow } from './app/ipc.ts'
import { nodeExecutable, placesOf } from './app/places.ts'
import { declareScheme, serveScheme } from './app/scheme.ts'
import { chooseStarter, startByUtilityProcess } from './app/starters.ts'
import { openDesk } from './app/window.ts'
import type { ArchiveHost, HostEvents } from './app/archive-host.ts'
import type { Workstation } from './app/workstation.ts'

if (process.env.BANXIN_USER_DATA) app.setPath('userData', process.env.BANXIN_USER_DATA)
const given = parseArguments(process.argv.slice(1), app.isPackaged, process.cwd())

if (app.requestSingleInstanceLock({ files: given.files })) {
  // As root, Chromium runs without its sandbox or not at all; the window's own `sandbox` setting holds there too.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  declareScheme()
  guard(app)

  const places = placesOf(given)
  const start = chooseStarter(process.env.BANXIN_ARCHIVE_STARTER, process.versions.napi, nodeExecutable)
  /** What the archive tells before there is a window is in what the window asks for when it comes. */
  let hears: HostEvents | undefined
  const begin = () =>
    archiveHost(() => start(places.archiveScript, JSON.stringify({ path: places.archive, samples: places.samples })), {
      onEvent: (name, data) => hears?.onEvent(name, data),
      onRestarted: () => hears?.onRestarted(),
    })
  // Electron's own processes have to wait until it is ready.
  const early = start === startByUtilityProcess ? undefined : begin()

  // Else Electron makes one of its own, only to have it replaced by ours.
  Menu.setApplicationMenu(null)
  void app.whenReady().then(() => {
    const host = early ?? begin()
    guardSession(session.defaultSession)
    serveScheme(places.renderer)
    const desk = openDesk(places.preload, places.bounds, places.icon)
    let workstation: Promise<Workstation> | undefined
    /** Loaded while the window draws itself for the first time, not while it waits for its scripts. */
    const load = () => {
      workstation ??= import('./app/workstation.ts').then(({ openWorkstation }) => {
        const opened = openWorkstation(given, places.archive, host, desk)
        hears = opened
        return opened
      })
      return workstation
    }
    hearWindow(
      (contents) => contents === desk.window.webContents,
      async (method, input) => (await load()).serve(method, input),
      (paths) => void load().then(({ offer }) => offer(paths)),
    )
    desk.window.webContents.once('dom-ready', () => void load())
    closeLast(host)
  })
} else {
  // The first instance takes the files over.
  app.quit()
}

/** The program ends when its window is gone and the archive process has closed its database. */
function closeLast(host: ArchiveHost): void {
  app.on('window-all-closed', () => app.quit())
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void host.close().then(() => {
      closed = true
      app.quit()
    })
  })
}
