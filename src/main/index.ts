/**
 * Electron's entry: sets the switches that must come before it is ready, and opens the workstation once. The window comes first, then
 * the archive process, which has its answers by the time that the window asks. What else serves the window is loaded when it is asked
 * for, which is after the first page stands.
 */
import { app, session } from 'electron'
import type { EventData, EventName } from '../shared/api.ts'
import { askAhead } from './app/ahead.ts'
import { archiveHost } from './app/archive-host.ts'
import { parseArguments } from './app/arguments.ts'
import { guard, guardSession } from './app/guard.ts'
import { hearWindow } from './app/ipc.ts'
import { setMenu } from './app/menu.ts'
import { nodeExecutable, placesOf } from './app/places.ts'
import { route } from './app/route.ts'
import { declareScheme, serveScheme } from './app/scheme.ts'
import { chooseStarter } from './app/starters.ts'
import { openDesk } from './app/window.ts'
import type { ArchiveHost } from './app/archive-host.ts'
import type { Workstation } from './app/workstation.ts'

if (process.env.BANXIN_USER_DATA) app.setPath('userData', process.env.BANXIN_USER_DATA)
const given = parseArguments(process.argv.slice(1), app.isPackaged, process.cwd())

if (app.requestSingleInstanceLock({ files: given.files })) {
  // As root, Chromium runs without its sandbox or not at all; the window's own `sandbox` setting holds there too.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  declareScheme()
  guard(app)
  void app.whenReady().then(open)
} else {
  // The first instance takes the files over.
  app.quit()
}

function open(): void {
  const places = placesOf(given)
  guardSession(session.defaultSession)
  serveScheme(places.renderer)
  // Before the window, which would change its size with it; in the language that it mostly is.
  setMenu(
    'zh',
    (id) => desk.tell('command.run', { id }),
    () => void load().then(({ about }) => about()),
  )
  const start = chooseStarter(process.env.BANXIN_ARCHIVE_STARTER, process.versions.napi, nodeExecutable)
  const host = archiveHost(
    () => start(places.archiveScript, JSON.stringify({ path: places.archive, samples: places.samples })),
    {
      onEvent: (name, data) => desk.tell(name as EventName, data as EventData<EventName>), // the window checks what it hears
      onRestarted: () => desk.tell('archive.restarted', {}),
    },
  )
  // After the archive process is started: one that begins while the page's process does inherits its line, and nobody hears it crash.
  const desk = openDesk(places.preload, places.bounds, places.icon)
  const ask = askAhead(host.call)
  let workstation: Promise<Workstation> | undefined
  const load = () =>
    (workstation ??= import('./app/workstation.ts').then(({ openWorkstation }) =>
      openWorkstation(given, places.archive, host, desk),
    ))
  hearWindow(
    (contents) => contents === desk.window.webContents,
    route({
      app: async (method, input) => (await load()).serve(method, input),
      archive: async (method, input) => {
        const reply = await ask(method, input)
        if (method === 'settings.set' && reply.ok && isLanguage(input))
          void load().then(({ settingsChanged }) => settingsChanged())
        return reply
      },
    }),
    (paths) => void load().then(({ offer }) => offer(paths)),
  )
  app.on(
    'second-instance',
    (_event, _argv, _folder, data) => void load().then(({ startedAgain }) => startedAgain(data)),
  )
  app.on('open-file', (event, file) => {
    event.preventDefault()
    void load().then(({ offer }) => offer([file]))
  })
  closeLast(host)
}

/** The menu follows it. What else is set, and the first of it is set before the first page stands, changes nothing here. */
const isLanguage = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'key' in input && input.key === 'language'

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
