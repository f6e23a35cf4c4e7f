/** `banxin convert`: files of OCR text become finished files, without an archive. */
import path from 'node:path'
import { BanxinError } from '../../../shared/errors.ts'
import { safeFileName } from '../../../shared/file-name.ts'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { HOUSE_STYLES } from '../../../shared/writers/wechat/styles.ts'
import { WRITERS, writerOf } from '../../../shared/writers/index.ts'
import { baseName } from '../../archive/intake-file.ts'
import { take } from '../../archive/intake.ts'
import { readBytes } from '../../archive/read-bytes.ts'
import { render } from '../../archive/render.ts'
import { loadWords } from '../../archive/words.ts'
import { COMMON, list, need, parse, resolve, UsageError, webAddress } from '../arguments.ts'
import type { Command } from '../command.ts'
import { folderFor, uniqueNames, writeFiles } from '../files.ts'
import { sentence } from '../terminal.ts'

export const convertCommand: Command = {
  name: 'convert',
  usage: 'banxin convert FILE… --to FORMAT[,FORMAT…] --out DIR [--template ID] [--site-url URL] [--force]',
  about: { zh: '把 OCR 文字直接做成成品文件，不进档案库', en: 'Make finished files of OCR text, without an archive' },
  async run(args, terminal) {
    const { words: files, options } = parse(args, {
      ...COMMON,
      to: 'string',
      out: 'string',
      template: 'string',
      'site-url': 'string',
      force: 'boolean',
    })
    if (files.length === 0) throw new UsageError('missing', 'FILE')
    const formats = knownFormats(need(options.to, 'to'))
    const out = folderFor(need(options.out, 'out'))
    const siteUrl = webAddress(options['site-url'])
    const template = knownTemplate(options.template)
    const words = await loadWords()
    const unique = uniqueNames()
    const written: string[] = []
    const failed: { path: string; code: string; message: string }[] = []
    for (const [i, file] of files.entries()) {
      const complain = (error: unknown) => {
        const message = sentence(error, terminal.lang)
        failed.push({ path: file, code: error instanceof BanxinError ? error.code : 'internal', message })
        terminal.complain(`${file}: ${message}`)
      }
      try {
        const taken = take(readBytes(resolve(file)), path.basename(file), { words })
        const name = unique(safeFileName(baseName(file)))
        for (const format of formats) {
          try {
            const rendered = await render(taken.page, format, {
              name,
              lang: terminal.lang,
              source: taken.text,
              picture: () => undefined,
              words,
              ...(template !== undefined && { template }),
              ...(siteUrl !== undefined && { siteUrl }),
            })
            written.push(...(await writeFiles(out, rendered, options.force ?? false)))
          } catch (error) {
            complain(error)
          }
        }
      } catch (error) {
        complain(error)
      }
      terminal.progress(i + 1, files.length, file)
    }
    terminal.data({ written, failed })
    for (const file of written.filter(isShown)) terminal.say(file)
    return failed.length > 0 ? 1 : 0
  },
}

/** Of the many files of a site a person is told the first one to open; programs are told all. */
export const isShown = (file: string): boolean => !/\.site[\\/](?!index\.html$)/.test(file)

/** A template that some format knows, or wrong use. */
export function knownTemplate(id: string | undefined): string | undefined {
  if (id === undefined || TEMPLATE_IDS.includes(id)) return id
  throw new UsageError('invalid', `--template ${id} (${TEMPLATE_IDS.join(' ')})`)
}

/** Of newspaper pages, of WeChat articles, and the encodings of story texts. */
const TEMPLATE_IDS: readonly string[] = [
  ...TEMPLATES.map((t) => t.id),
  ...HOUSE_STYLES.map((s) => s.id),
  'utf-8',
  'gb18030',
]

/** The formats of `--to`, each known, or `format/unknown`. */
export function knownFormats(to: string): readonly string[] {
  const formats = list(to)
  const unknown = formats.find((f) => !writerOf(f))
  if (unknown !== undefined || formats.length === 0)
    throw new BanxinError('format/unknown', { format: unknown ?? '', known: WRITERS.map((w) => w.id).join(' ') })
  return formats
}
