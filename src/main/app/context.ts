/** What the main process's handlers are given. */
import type { BrowserWindow } from 'electron'
import type { AppInfo } from '../../shared/api/app.ts'
import type { Banxin, EventData, EventName } from '../../shared/api.ts'
import type { Lang } from '../../shared/page/roles.ts'
import type { Tokens } from './tokens.ts'

type Tell = <E extends EventName>(name: E, data: EventData<E>) => void

export type AppContext = {
  readonly archive: Banxin
  readonly tokens: Tokens
  readonly window: () => BrowserWindow
  readonly leave: () => void
  readonly stay: () => void
  readonly lang: () => Lang
  readonly tell: Tell
  readonly info: () => Promise<AppInfo>
}
