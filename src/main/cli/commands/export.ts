/** `banxin export`: pages of an archive become files. */
import { BanxinError } from '../../../shared/errors.ts'
import { COMMON, need, parse, resolve, UsageError } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { writeEdition } from '../edition.ts'
import { writeFiles } from '../files.ts'
import { withArchive } from '../open.ts'
import { sentence } from '../terminal.ts'
import { knownFormats } from './convert.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'banxin export (ID… | --all) --archive DB --to FORMAT[,…] --out DIR [--force]',
  about: { zh: '把档案库里的版面做成成品文件', en: 'Make finished files of pages in an archive' },
  async run(args, terminal) {
    const { words, options } = parse(args, {
      ...COMMON,
      all: 'boolean',
      archive: 'string',
      to: 'string',
      out: 'string',
      template: 'string',
      force: 'boolean',
    })
    if (words.length === 0 && !options.all) throw new UsageError('ID…')
    if (words.some((w) => !/^[1-9]\d{0,14}$/.test(w))) throw new UsageError(words.join(' '))
    const formats = knownFormats(need(options.to, 'to'))
    const out = resolve(need(options.out, 'out'))
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: false }, async ({ call }) => {
      const listed = await call('page.list', {})
      const ids = options.all ? listed.map((p) => p.id) : words.map(Number)
      // Several pages are one digital edition; every other format is made page by page.
      const edition = formats.includes('site') && ids.length > 1
      const written: string[] = []
      const failed: { path: string; code: string; message: string }[] = []
      for (const [i, id] of ids.entries()) {
        for (const format of formats) {
          if (format === 'site' && edition) continue
          try {
            const files = await call('export.render', {
              id,
              format,
              ...(options.template !== undefined && { template: options.template }),
            })
            written.push(...(await writeFiles(out, files, options.force ?? false)))
          } catch (error) {
            const message = sentence(error, terminal.lang)
            failed.push({ path: String(id), code: error instanceof BanxinError ? error.code : 'internal', message })
            terminal.complain(`${id}: ${message}`)
          }
        }
        terminal.progress(i + 1, ids.length)
      }
      if (edition) {
        const wanted = new Set(ids)
        let done = 0
        const pages = listed
          .filter((p) => wanted.has(p.id))
          .map((p) => ({
            meta: p.meta,
            load: async () => {
              terminal.progress(++done, ids.length, 'site')
              return (await call('page.get', { id: p.id })).page
            },
          }))
        try {
          const site = {
            picture: () => undefined,
            ...(options.template !== undefined && { template: options.template }),
          }
          written.push(await writeEdition(out, pages, site, options.force ?? false))
        } catch (error) {
          const message = sentence(error, terminal.lang)
          failed.push({ path: 'site', code: error instanceof BanxinError ? error.code : 'internal', message })
          terminal.complain(`site: ${message}`)
        }
      }
      terminal.data({ written, failed })
      for (const file of written) terminal.say(file)
      return failed.length > 0 ? 1 : 0
    })
  },
}
