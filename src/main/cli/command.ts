/** What a command of the command line is. `commands/index.ts` is the table. */
import type { Lang } from '../../shared/page/roles.ts'
import type { Terminal } from './terminal.ts'

/** 0: all done. 1: some inputs failed, the others are done. 2: wrong use, or no archive there. */
export type ExitCode = 0 | 1 | 2

export type Command = {
  readonly name: string
  readonly usage: string
  readonly about: Readonly<Record<Lang, string>>
  /** `args` are the words after the command's name. Throws UsageError for wrong use, BanxinError for what went wrong. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}
