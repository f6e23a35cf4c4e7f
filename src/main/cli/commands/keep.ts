/** `banxin check, stats, backup, restore, salvage, dump, load`: keeping an archive. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { BanxinError } from '../../../shared/errors.ts'
import { replaceArchive } from '../../archive/backup.ts'
import { checkFile } from '../../archive/check.ts'
import { salvage } from '../../archive/salvage/salvage.ts'
import { guard } from '../../archive/store/db.ts'
import { COMMON, need, oneFile, parse, resolve, UsageError } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { withArchive } from '../open.ts'

const nothingElse = (words: readonly string[]) => {
  if (words.length > 0) throw new UsageError('extra', words.join(' '))
}

export const checkCommand: Command = {
  name: 'check',
  usage: 'banxin check --archive DB',
  about: {
    zh: '检查档案库是否完好：0 完好，1 损坏，2 没有档案库',
    en: 'Check an archive: 0 sound, 1 damaged, 2 none there',
  },
  run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string' })
    nothingElse(words)
    const { sound, problems, pages } = checkFile(resolve(need(options.archive, 'archive')))
    terminal.data({ sound, problems, pages })
    if (sound) terminal.say({ zh: `完好，共 ${pages} 版`, en: `Sound, ${pages} pages` }[terminal.lang])
    else {
      for (const p of problems) terminal.complain(p)
      terminal.complain(
        {
          zh: '档案库已损坏。请用 banxin restore 恢复备份，或用 banxin salvage 抢救内容。',
          en: 'The archive is damaged; restore a backup (banxin restore) or rescue what is in it (banxin salvage).',
        }[terminal.lang],
      )
    }
    return Promise.resolve(sound ? 0 : 1)
  },
}

export const statsCommand: Command = {
  name: 'stats',
  usage: 'banxin stats --archive DB [--json]',
  about: { zh: '档案库有多少版面、稿件、字', en: 'How many pages, articles and characters an archive has' },
  async run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string' })
    nothingElse(words)
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: false }, async ({ call }) => {
      const { stories: _, ...s } = await call('archive.stats', {})
      terminal.data(s)
      terminal.say(
        {
          zh: `${s.pages} 版 ${s.articles} 篇 ${s.characters} 字，${(s.bytes / 1e6).toFixed(1)} MB，完整性 ${s.integrity}`,
          en: `${s.pages} pages, ${s.articles} articles, ${s.characters} characters, ${(s.bytes / 1e6).toFixed(1)} MB, integrity ${s.integrity}`,
        }[terminal.lang],
      )
      return s.integrity === 'ok' ? 0 : 1
    })
  },
}

export const backupCommand: Command = {
  name: 'backup',
  usage: 'banxin backup --archive DB --to FILE [--force]',
  about: {
    zh: '备份档案库（使用中也可以），并打开核对',
    en: 'Back an archive up, even while in use, and check the copy',
  },
  async run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string', to: 'string', force: 'boolean' })
    nothingElse(words)
    const to = freshFile(need(options.to, 'to'), options.force)
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: false }, async ({ call }) => {
      const { bytes, pages } = await call('backup.to', { path: to })
      terminal.data({ file: to, bytes, pages })
      terminal.say(
        { zh: `已备份并核对 ${pages} 版：${to}`, en: `Backed up and checked ${pages} pages: ${to}` }[terminal.lang],
      )
      return 0
    })
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'banxin restore FILE --archive DB',
  about: {
    zh: '从备份恢复档案库；原来的留在旁边',
    en: 'Restore an archive from a backup; the old one is kept beside it',
  },
  async run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string' })
    const file = oneFile(words)
    const archive = resolve(need(options.archive, 'archive'))
    mustBeFile(file)
    const kept = await replaceArchive(archive, resolve(file))
    terminal.data({ archive, kept: kept || null })
    terminal.say({ zh: `已恢复：${archive}`, en: `Restored: ${archive}` }[terminal.lang])
    if (kept) terminal.say({ zh: `原来的档案库在：${kept}`, en: `The archive as it was: ${kept}` }[terminal.lang])
    return 0
  },
}

export const salvageCommand: Command = {
  name: 'salvage',
  usage: 'banxin salvage --archive DB --to NEW',
  about: { zh: '从损坏的档案库抢救内容，存成新库', en: 'Rescue what is in a damaged archive into a new one' },
  run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string', to: 'string' })
    nothingElse(words)
    const to = resolve(need(options.to, 'to'))
    if (existsSync(to)) throw new BanxinError('file/taken', { name: options.to ?? '' })
    const report = salvageInto(resolve(need(options.archive, 'archive')), to)
    terminal.data(report)
    terminal.say(
      {
        zh: `抢救出 ${report.pages} 版（其中 ${report.remade.length} 版由原文重做）、${report.revisions} 个历史版本、${report.pictures} 张图片、${report.jobs} 个导入任务、${report.words} 个自有词，丢失 ${report.lost.length} 版`,
        en: `Rescued ${report.pages} pages (${report.remade.length} made anew from their source), ${report.revisions} revisions, ${report.pictures} pictures, ${report.jobs} import jobs and ${report.words} words of the newsroom; ${report.lost.length} pages lost`,
      }[terminal.lang],
    )
    if (report.orphans > 0)
      terminal.say(
        {
          zh: `另有 ${report.orphans} 份原文所属的版面读不出，已由原文做成新版面，名为 salvage-…`,
          en: `${report.orphans} files whose pages cannot be read were made into new pages, named salvage-…`,
        }[terminal.lang],
      )
    for (const { id, reason } of report.lost) terminal.complain(`${id}: ${reason}`)
    for (const [found, text] of LOSSES)
      for (const id of report[found])
        terminal.complain({ zh: `${id}：${text.zh}`, en: `${id}: ${text.en}` }[terminal.lang])
    for (const { what, reason } of report.incomplete)
      terminal.complain(
        { zh: `${what}：未能读全（${reason}）`, en: `${what}: not read to its end (${reason})` }[terminal.lang],
      )
    const whole = [report.lost, report.incomplete, ...LOSSES.map(([found]) => report[found])].every(
      (l) => l.length === 0,
    )
    return Promise.resolve(whole ? 0 : 1)
  },
}

/** What a page that was rescued may have lost. */
const LOSSES = [
  [
    'remade',
    { zh: '改过的内容和历史版本读不出，已由原文重做', en: 'its edits cannot be read; made anew from its source' },
  ],
  ['unsourced', { zh: '原始文件读不出或已损坏', en: 'its file as it came is lost or damaged' }],
  ['shortened', { zh: '历史版本没有读全', en: 'not all of its revisions can be read' }],
] as const

export const dumpCommand: Command = {
  name: 'dump',
  usage: 'banxin dump --archive DB --to FILE [--force]',
  about: {
    zh: '把所有版面和词典写成 JSON（每行一条），不含回收站和历史版本',
    en: 'Write all pages and words as lines of JSON, without the bin and the revisions',
  },
  async run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string', to: 'string', force: 'boolean' })
    nothingElse(words)
    const to = freshFile(need(options.to, 'to'), options.force)
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: false }, async ({ call }) => {
      const { pages } = await call('archive.dump', { path: to })
      terminal.data({ file: to, pages })
      terminal.say({ zh: `${pages} 版已写入 ${to}`, en: `${pages} pages written to ${to}` }[terminal.lang])
      return 0
    })
  },
}

export const loadCommand: Command = {
  name: 'load',
  usage: 'banxin load FILE --archive DB',
  about: { zh: '把 dump 写出的 JSON 读回档案库', en: 'Read what dump wrote back into an archive' },
  async run(args, terminal) {
    const { words, options } = parse(args, { ...COMMON, archive: 'string' })
    const file = oneFile(words)
    mustBeFile(file)
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: true }, async ({ call }) => {
      const { pages, left } = await call('archive.load', { path: resolve(file) })
      await call('index.run', {})
      terminal.data({ pages, left })
      terminal.say(
        { zh: `读入 ${pages} 版，已有 ${left} 版`, en: `${pages} pages read, ${left} were there` }[terminal.lang],
      )
      return 0
    })
  },
}

/** Half a rescue is none: what was begun of `to` goes. */
function salvageInto(from: string, to: string): ReturnType<typeof salvage> {
  try {
    return guard(from, () => salvage(from, to))
  } catch (error) {
    try {
      for (const end of ['', '-wal', '-shm']) rmSync(to + end, { force: true })
    } catch {
      // Where nothing can be taken away nothing was begun; what stopped it says more.
    }
    throw error
  }
}

function mustBeFile(given: string): void {
  const file = resolve(given)
  if (!existsSync(file)) throw new BanxinError('file/missing', { name: given })
  if (statSync(file).isDirectory()) throw new BanxinError('file/directory', { name: given })
}

function freshFile(given: string, force: boolean | undefined): string {
  const file = resolve(given)
  if (existsSync(file) && !force) throw new BanxinError('file/exists', { name: given })
  return file
}
