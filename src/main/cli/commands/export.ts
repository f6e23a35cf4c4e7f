/** `banxin export`: pages of an archive become files. */
import path from 'node:path'
import { events } from '../../../shared/api.ts'
import type { api } from '../../../shared/api.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Input } from '../../../shared/rpc.ts'
import { COMMON, need, parse, UsageError, webAddress } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { folderFor, writeFiles } from '../files.ts'
import { withArchive } from '../open.ts'
import type { Opened } from '../open.ts'
import { sentence } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { isShown, knownFormats, knownTemplate } from './convert.ts'

export const exportCommand: Command = {
  name: 'export',
  usage:
    'banxin export (ID… | --all) --archive DB --to FORMAT[,…] --out DIR [--template ID] [--site-url URL] [--force]',
  about: { zh: '把档案库里的版面做成成品文件', en: 'Make finished files of pages in an archive' },
  async run(args, terminal) {
    const { words, options } = parse(args, {
      ...COMMON,
      all: 'boolean',
      archive: 'string',
      to: 'string',
      out: 'string',
      template: 'string',
      'site-url': 'string',
      force: 'boolean',
    })
    if (words.length === 0 && !options.all) throw new UsageError('missing', 'ID… | --all')
    if (words.length > 0 && options.all) throw new UsageError('either', 'ID… | --all')
    const others = words.filter((w) => !/^[1-9]\d{0,14}$/.test(w))
    if (others.length > 0) throw new UsageError('invalid', others.join(' '))
    const formats = knownFormats(need(options.to, 'to'))
    const out = folderFor(need(options.out, 'out'))
    const siteUrl = webAddress(options['site-url'])
    const template = knownTemplate(options.template)
    const chosen = {
      ...(template !== undefined && { template }),
      options: siteUrl === undefined ? {} : { siteUrl },
    }
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: false }, async (opened) => {
      const { call } = opened
      const listed = await call('page.list', {})
      const ids = options.all ? listed.map((p) => p.id) : [...new Set(words.map(Number))]
      const there = new Set(listed.map((p) => p.id))
      // Several pages are one digital edition; every other format is made page by page.
      const edition = formats.includes('site') && ids.length > 1
      const written: string[] = []
      const failed: { path: string; code: string; message: string }[] = []
      const complain = (what: string, error: unknown) => {
        const message = sentence(error, terminal.lang)
        failed.push({ path: what, code: error instanceof BanxinError ? error.code : 'internal', message })
        terminal.complain(`${what}: ${message}`)
      }
      for (const [i, id] of ids.entries()) {
        // What is not there is told once, whatever it was to be made into.
        if (!there.has(id)) complain(String(id), new BanxinError('page/missing'))
        for (const format of there.has(id) ? formats : []) {
          if (format === 'site' && edition) continue
          try {
            // Of before it is drawn: what is saved while it is drawn and written is marked in the next one.
            const drawn = format === 'proof' ? (await call('page.get', { id })).revision : undefined
            const files = await call('export.render', { id, format, ...chosen })
            written.push(...(await writeFiles(out, files, options.force ?? false)))
            if (drawn !== undefined) await call('proof.take', { id, revision: drawn })
          } catch (error) {
            complain(String(id), error)
          }
        }
        if (!edition || formats.length > 1) terminal.progress(i + 1, ids.length)
      }
      const known = ids.filter((id) => there.has(id))
      if (edition && known.length > 0) {
        try {
          written.push(
            await makeEdition(opened, terminal, {
              ids: known,
              folder: out,
              replace: options.force ?? false,
              ...chosen,
            }),
          )
        } catch (error) {
          complain('site', error)
        }
      }
      terminal.data({ written, failed })
      for (const file of written.filter(isShown)) terminal.say(file)
      return failed.length > 0 ? 1 : 0
    })
  },
}

/** The folder of the edition; progress is told page by page. */
async function makeEdition(
  { call, onEvent }: Opened,
  terminal: Terminal,
  edition: Omit<Input<(typeof api)['export.edition']>, 'job'>,
): Promise<string> {
  const undo = onEvent(({ event, data }) => {
    if (event !== 'export.progress') return
    const { done, total } = events['export.progress'].parse(data)
    terminal.progress(done, total, 'site')
  })
  try {
    const { name } = await call('export.edition', { job: 'export', ...edition })
    return path.join(edition.folder, name ?? '', 'index.html')
  } finally {
    undo()
  }
}
