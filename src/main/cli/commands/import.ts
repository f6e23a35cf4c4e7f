/** `banxin import`: files and folders come into an archive. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { noticeText } from '../../../shared/api/notices.ts'
import { jobSchema, skippedText } from '../../../shared/api/jobs.ts'
import type { JobFile } from '../../../shared/api/jobs.ts'
import { errorText, isErrorCode } from '../../../shared/errors.ts'
import type { Lang } from '../../../shared/page/roles.ts'
import { COMMON, need, parse, resolve, UsageError } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { withArchive } from '../open.ts'
import type { Opened } from '../open.ts'
import { sentence } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'

type Failure = { path: string; code: string; message: string }

export const importCommand: Command = {
  name: 'import',
  usage: 'banxin import PATH… --archive DB [--publication NAME] [--json]',
  about: { zh: '把文件和文件夹收进档案库', en: 'Take files and folders into an archive' },
  async run(args, terminal) {
    const { words: given, options } = parse(args, { ...COMMON, archive: 'string', publication: 'string' })
    // A script's empty variable is no path: it would be the folder one stands in.
    if (given.length === 0 || given.includes('')) throw new UsageError('missing', 'PATH')
    const archive = need(options.archive, 'archive')
    const { lang } = terminal
    return withArchive<ExitCode>(archive, { create: true }, async (opened) => {
      const started = performance.now()
      const paths = new Map(given.map((p) => [resolve(p), p]))
      const created = await opened.call('job.create', {
        paths: [...paths.keys()],
        ...(options.publication !== undefined && { publication: options.publication }),
      })
      const undo = opened.onEvent(({ event, data }) => {
        if (event !== 'job.progress') return
        const job = jobSchema.parse(data)
        const left =
          job.left === null ? '' : { zh: `还需 ${Math.ceil(job.left)} 秒`, en: `${Math.ceil(job.left)} s left` }[lang]
        terminal.progress(job.done, job.total, job.rate > 0 ? `${job.rate.toFixed(0)}/s ${left}` : '')
      })
      // Stopped by the person: what was read in stays, and a second import goes on from there.
      const stop = () => void opened.call('job.cancel', { id: created.id }).catch(() => {})
      process.once('SIGINT', stop)
      // What stopped it on the way (a full disk) is told; what was read in before is counted all the same.
      const job = await opened.call('job.wait', { id: created.id }).catch((error: unknown) => {
        terminal.complain(sentence(error, lang))
        return opened.call('job.get', { id: created.id })
      })
      process.off('SIGINT', stop)
      undo()
      if (job.state === 'cancelled')
        terminal.complain(
          {
            zh: `按你的要求停下了：还有 ${job.total - job.done} 个文件没有读。再执行一次同样的命令，就从这里接着读。`,
            en: `Stopped as you asked: ${job.total - job.done} files were not read. Run the same command again to go on from there.`,
          }[lang],
        )
      const failed = await failures(opened, job.id, job.label, paths, lang)
      for (const f of failed) terminal.complain(`${f.path}: ${f.message}`)
      const skipped = skippedText(job.skipped, lang)
      if (skipped !== undefined) terminal.complain(skipped)
      await tellNotices(opened, job.id, terminal)
      await tellAlike(opened, job.id, terminal)
      const report = {
        files: job.total,
        pages: job.pages,
        articles: job.articles,
        characters: job.characters,
        duplicates: job.duplicates,
        failed,
        seconds: Math.round(performance.now() - started) / 1000,
      }
      terminal.data(report)
      terminal.say(
        {
          zh: `${report.files} 个文件：新收 ${report.pages} 版 ${report.articles} 篇 ${report.characters} 字，重复 ${report.duplicates}，失败 ${failed.length}，用时 ${report.seconds} 秒`,
          en: `${report.files} files: ${report.pages} new pages, ${report.articles} articles, ${report.characters} characters, ${report.duplicates} duplicates, ${failed.length} failed, ${report.seconds} s`,
        }[lang],
      )
      return failed.length > 0 || job.state !== 'done' ? 1 : 0
    })
  },
}

const SLICE = 1000

async function* files(opened: Opened, id: number, outcome: 'failed' | 'alike' | 'noticed'): AsyncGenerator<JobFile> {
  for (let offset = 0; ; offset += SLICE) {
    const { files } = await opened.call('job.files', { id, outcome, offset, limit: SLICE })
    yield* files
    if (files.length < SLICE) return
  }
}

async function failures(
  opened: Opened,
  id: number,
  label: string,
  given: ReadonlyMap<string, string>,
  lang: Lang,
): Promise<Failure[]> {
  const failed: Failure[] = []
  for await (const f of files(opened, id, 'failed')) {
    const code = f.code !== null && isErrorCode(f.code) ? f.code : 'internal'
    const full = path.resolve(label, f.name)
    // What was chosen alone goes by its own name, which is not below itself.
    const itself = given.size === 1 && f.name === path.basename(label) && !existsSync(full)
    failed.push({
      path: asGiven(itself ? label : full, given),
      code,
      message: errorText(code, f.params, lang),
    })
  }
  return failed
}

/** The path in the words of the person who gave it: their folder and what is below it. */
function asGiven(full: string, given: ReadonlyMap<string, string>): string {
  for (const [absolute, words] of given) {
    if (full === absolute) return words
    if (full.startsWith(absolute + path.sep)) return path.join(words, full.slice(absolute.length))
  }
  return full
}

async function tellNotices(opened: Opened, id: number, { lang, complain }: Pick<Terminal, 'lang' | 'complain'>) {
  for await (const f of files(opened, id, 'noticed'))
    for (const notice of f.notices) complain(`${f.name}: ${noticeText(notice, lang)}`)
}

async function tellAlike(
  opened: Opened,
  id: number,
  terminal: { readonly lang: Lang; readonly complain: (line: string) => void },
) {
  for await (const f of files(opened, id, 'alike'))
    if (f.like) {
      const percent = Math.round(f.like.likeness * 100)
      terminal.complain(
        {
          zh: `${f.name}: 与版面 ${f.like.page} 有 ${percent}% 相同，已收入`,
          en: `${f.name}: ${percent}% like page ${f.like.page}, taken in`,
        }[terminal.lang],
      )
    }
}
