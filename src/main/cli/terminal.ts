/** What a command says and to whom: results on stdout, progress and complaints on stderr. */
import { BanxinError, errorText } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'

export type Terminal = {
  readonly lang: Lang
  readonly json: boolean
  /** A result for people; nothing under `--json`. */
  readonly say: (line: string) => void
  /** The result for programs, under `--json` only. */
  readonly data: (value: unknown) => void
  readonly complain: (line: string) => void
  /** How far it is: a bar on a terminal, a plain line now and then otherwise. */
  readonly progress: (done: number, total: number, note?: string) => void
}

export function terminal(lang: Lang, json: boolean): Terminal {
  const bar = process.stderr.isTTY
  let told = 0
  return {
    lang,
    json,
    say: (line) => {
      if (!json) process.stdout.write(`${line}\n`)
    },
    data: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    complain: (line) => process.stderr.write(`${bar ? '\r\u001b[K' : ''}${line}\n`),
    progress: (done, total, note = '') => {
      const last = done >= total
      if (!last && Date.now() - told < (bar ? 100 : 2000)) return
      told = Date.now()
      if (bar) {
        const full = Math.round((done / Math.max(1, total)) * 24)
        process.stderr.write(
          `\r\u001b[K${'█'.repeat(full)}${'░'.repeat(24 - full)} ${done}/${total} ${note}${last ? '\n' : ''}`,
        )
      } else if (total > 1) process.stderr.write(`${done}/${total} ${note}\n`)
    },
  }
}

/** One sentence for an error, in the person's language; a bug gives the general one, never a stack trace. */
export function sentence(error: unknown, lang: Lang): string {
  return error instanceof BanxinError ? errorText(error.code, error.params, lang) : errorText('internal', {}, lang)
}
