/** Puts the workstation together: what answers the window, the menu, and what the system hands over. */
import os from 'node:os'
import { app, dialog } from 'electron'
import { api } from '../../shared/api.ts'
import type { AppInfo } from '../../shared/api/app.ts'
import type { Lang } from '../../shared/page/roles.ts'
import { client, server } from '../../shared/rpc.ts'
import type { ArchiveHost } from './archive-host.ts'
import type { Arguments } from './arguments.ts'
import { handlers } from './handlers.ts'
import { label } from './labels.ts'
import { setMenu } from './menu.ts'
import type { Serve } from './route.ts'
import { tokenTable } from './tokens.ts'
import type { Desk } from './window.ts'

export type Workstation = {
  /** Answers a call of the window that is the main process's own. */
  readonly serve: Serve
  /** Hands the window files that it may have imported. */
  readonly offer: (files: readonly string[]) => void
  /** The program was started a second time, with `data` for the first one. */
  readonly startedAgain: (data: unknown) => void
  /** The menu follows the window's language. */
  readonly settingsChanged: () => void
  readonly about: () => Promise<void>
}

/** What serves the window and the system beside the archive. The menu stands already, in Chinese. */
export function openWorkstation(given: Arguments, archivePath: string, host: ArchiveHost, desk: Desk): Workstation {
  const standIn = process.env.BANXIN_STAND_IN === '1'
  let lang: Lang = 'zh'
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

  const serve = server(
    api,
    'app',
    handlers,
    {
      archive,
      tokens,
      window: () => desk.window,
      leave: desk.leave,
      stay: desk.stay,
      lang: () => lang,
      info,
      tell: desk.tell,
    },
    (method, error) => console.error(`app ${method}:`, error),
  )
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
      ...(standIn ? [label('about.standIn', lang), ''] : []),
      `Electron ${electron} · Chromium ${chromium} · SQLite ${sqlite}`,
      `${label('about.archive', lang)}: ${archivePath}`,
    ]
    await dialog.showMessageBox(desk.window, {
      type: 'info',
      message: `版心 Banxin ${version}`,
      detail: detail.join('\n'),
    })
  }

  const settingsChanged = () =>
    void archive('settings.get', {}).then(
      ({ language }) => setLang(language),
      () => {},
    )
  settingsChanged()
  offer(given.files)

  return {
    serve,
    offer,
    about,
    settingsChanged,
    startedAgain: (data) => {
      if (desk.window.isMinimized()) desk.window.restore()
      desk.window.show()
      desk.window.focus()
      offer(filesOf(data))
    },
  }
}

/** A second instance is a program of ours, but what it sends is checked like anything that arrives. */
function filesOf(data: unknown): readonly string[] {
  const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : []
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : []
}
