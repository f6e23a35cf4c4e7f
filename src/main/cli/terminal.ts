/** What a command says and to whom: results on stdout, progress and complaints on stderr. */
import { BanxinError, errorText, fill } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/errors.ts'
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
  let over = false
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
      const again = last && over // a job says at its end once more that it is there
      over = last
      if (again || (!last && Date.now() - told < (bar ? 100 : 2000))) return
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

/** What a window would offer is no help here: these are said in the words of the command line. */
const OWN: Readonly<Partial<Record<ErrorCode, Readonly<Record<Lang, string>>>>> = {
  'disk/full': {
    zh: '磁盘已满，没有写完。请腾出空间后重试。',
    en: 'The disk is full and not all was written; free some space and try again.',
  },
  'archive/moved': {
    zh: '档案库文件已被移走、替换或删除：{path}，没有写完。请把它放回原处后重试。',
    en: 'The archive {path} was moved, replaced or deleted, and not all was written; put it back and try again.',
  },
  'archive/overwritten': {
    zh: '档案库文件被别的程序改写了：{path}，没有写完。请用 banxin check 看看现在的文件；若不是您要的，用 banxin restore 恢复备份。',
    en: 'Another program wrote over the archive {path}, and not all was written. See what is there now (banxin check); if that is not what you want, restore a backup (banxin restore).',
  },
  'page/missing': {
    zh: '找不到这个版面，可能已被删除。用 banxin search 可查版面编号。',
    en: 'The page is not there; it may have been deleted. banxin search tells the ids of pages.',
  },
  'file/directory': {
    zh: '这是文件夹而不是文件：{name}。请写出里面的文件；整个文件夹可用 banxin import 导入。',
    en: '{name} is a folder; name the files in it, or take the whole folder in with banxin import.',
  },
  'archive/damaged': {
    zh: '档案库已损坏：{path}。请用 banxin restore 恢复备份，或用 banxin salvage 抢救内容。',
    en: 'The archive {path} is damaged; restore a backup (banxin restore) or rescue what is in it (banxin salvage).',
  },
}

/** One sentence for an error, in the person's language; a bug gives the general one, never a stack trace. */
export function sentence(error: unknown, lang: Lang): string {
  const own = error instanceof BanxinError ? OWN[error.code]?.[lang] : undefined
  if (own !== undefined && error instanceof BanxinError) return fill(own, error.params)
  return error instanceof BanxinError ? errorText(error.code, error.params, lang) : errorText('internal', {}, lang)
}
