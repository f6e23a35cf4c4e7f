/**
 * Electron's entry: sets the switches that must come before it is ready, and opens the workstation once. The archive process and
 * the window start first; what answers them is loaded in the time that they take.
 */
import { app, session } from 'electron'
import { archiveHost } from './app/archive-host.ts'
import { parseArguments } from './app/arguments.ts'
import { guard, guardSession } from './app/guard.ts'
import { nodeExecutable, placesOf } from './app/places.ts'
import { declareScheme, serveScheme } from './app/scheme.ts'
import { chooseStarter, startByUtilityProcess } from './app/starters.ts'
import { openDesk } from './app/window.ts'
import type { HostEvents } from './app/archive-host.ts'

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

  void app.whenReady().then(async () => {
    const host = early ?? begin()
    guardSession(session.defaultSession)
    serveScheme(places.renderer)
    const desk = openDesk(places.preload, places.bounds, places.icon)
    const { openWorkstation } = await import('./app/workstation.ts')
    hears = openWorkstation(given, places.archive, host, desk)
  })
} else {
  // The first instance takes the files over.
  app.quit()
}
