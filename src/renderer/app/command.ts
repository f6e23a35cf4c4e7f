/** What a command is: a row of the one table. */
import type { Lang } from '../../shared/page/roles.ts'
import type { Workstation } from './workstation.ts'

export const isOpen = (w: Workstation): boolean => w.desk.get().page !== undefined

export type Command = {
  readonly id: string
  readonly name: Readonly<Record<Lang, string>>
  readonly key?: string
  /** More keys that do the same. */
  readonly also?: readonly string[]
  readonly can?: (w: Workstation) => boolean
  /** `needs`: it works on the page, and cannot run while a room of the archive stands over it. `shows`: it leads back to the page. */
  readonly desk?: 'needs' | 'shows'
  readonly run: (w: Workstation) => unknown
}
