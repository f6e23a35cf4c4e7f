/** Puts the workstation together: what answers the window, the menu, and what the system hands over. */
import os from 'node:os'
import { app, dialog } from 'electron'
import { api, events } from '../../shared/api.ts'
import type { EventData, EventName } from '../../shared/api.ts'
import type { AppInfo } from '../../shared/api/app.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { client, server } from '../../shared/rpc.ts'
import type { ArchiveHost, HostEvents } from './archive-host.ts'
import type { Arguments } from './arguments.ts'
import { handlers } from './handlers.ts'
import { label } from './labels.ts'
import { setMenu } from './menu.ts'
import { route } from './route.ts'
import type { Serve } from './route.ts'
import { tokenTable } from './tokens.ts'
import type { Desk } from './window.ts'

export type Workstation = HostEvents & {
  /** Answers a call of the window. */
  readonly serve: Serve
  /** Hands the window files that it may have imported. */
  readonly offer: (files: readonly string[]) => void
}

/** Answers the system from now on, and the window and the archive through what it gives. */
export function openWorkstation(given: Arguments, archivePath: string, host: ArchiveHost, desk: Desk): Workstation {
  const standIn = process.env.BANXIN_STAND_IN === '1'
  let lang: Lang | undefined
  const archive = client(api, host.call)
  const tokens = tokenTable()
  const offer = (files: readonly string[]) => {
    if (files.length > 0) desk.tell('files.offered', { files: files.map(tokens.offer) })
  }

  const info = async (): Promise<AppInfo> => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions.chrome ?? '',
    node: process.versions.node,
    sqlite: await archive('archive.ping', {}).then(
      ({ sqlite }) => sqlite,
      () => '',
    ),
    standIn,
    archive: archivePath.replace(os.homedir(), '~'),
    platform: process.platform,
  })

  const appServer = server(
    api,
    'app',
    handlers,
    { archive, tokens, window: () => desk.window, leave: desk.leave, lang: () => lang ?? 'zh', info, tell: desk.tell },
    (method, error) => console.error(`app ${method}:`, error),
  )
  const serve = route(api, { app: appServer, archive: host.call })
  const setLang = (value: unknown) => {
    const next = value === 'en' ? 'en' : 'zh'
    if (next === lang) return
    lang = next
    setMenu(
      lang,
      (id) => desk.tell('command.run', { id }),
      () => void about(),
    )
  }
  const about = async () => {
    const { version, electron, chromium, sqlite } = await info()
    const detail = [
      ...(standIn ? [label('about.standIn', lang ?? 'zh'), ''] : []),
      `Electron ${electron} · Chromium ${chromium} · SQLite ${sqlite}`,
      `${label('about.archive', lang ?? 'zh')}: ${archivePath}`,
    ]
    await dialog.showMessageBox(desk.window, {
      type: 'info',
      message: `版心 Banxin ${version}`,
      detail: detail.join('\n'),
    })
  }

  setLang('zh')
  archive('settings.get', {}).then(
    ({ language }) => setLang(language),
    () => {},
  )
  offer(given.files)

  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (desk.window.isMinimized()) desk.window.restore()
    desk.window.show()
    desk.window.focus()
    offer(filesOf(data))
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    offer([file])
  })
  return {
    offer,
    serve: async (method, input) => {
      const reply = await serve(method, input)
      // The menu follows the window's language.
      if (method === 'settings.set' && reply.ok)
        void archive('settings.get', {}).then(({ language }) => setLang(language))
      return reply
    },
    onEvent: (name, data) => isEvent(name) && desk.tell(name, data as EventData<typeof name>), // checked by the archive's own server
    onRestarted: () => desk.tell('archive.restarted', {}),
  }
}

const isEvent = (name: string): name is EventName => Object.hasOwn(events, name)

/** A second instance is a program of ours, but what it sends is checked like anything that arrives. */
function filesOf(data: unknown): readonly string[] {
  const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : []
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
}
