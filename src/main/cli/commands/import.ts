/** `banxin import`: files and folders come into an archive. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { BanxinError } from '../../../shared/errors.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { isReadable } from '../../archive/readers/index.ts'
import { loadWords } from '../../archive/words.ts'
import { COMMON, need, parse, resolve, UsageError } from '../arguments.ts'
import type { Command } from '../command.ts'
import { withArchive } from '../open.ts'
import { sentence } from '../terminal.ts'

export const importCommand: Command = {
  name: 'import',
  usage: 'banxin import PATH… --archive DB [--publication NAME] [--json]',
  about: { zh: '把文件和文件夹收进档案库', en: 'Take files and folders into an archive' },
  async run(args, terminal) {
    const { words: paths, options } = parse(args, { ...COMMON, archive: 'string', publication: 'string' })
    if (paths.length === 0) throw new UsageError('PATH')
    const archive = need(options.archive, 'archive')
    await loadWords()
    return withArchive(archive, { create: true }, async ({ call }) => {
      const started = performance.now()
      const report = {
        files: 0,
        pages: 0,
        articles: 0,
        characters: 0,
        duplicates: 0,
        failed: [] as Failure[],
        seconds: 0,
      }
      const fail = (file: string, error: BanxinError) => {
        const message = sentence(error, terminal.lang)
        report.failed.push({ path: file, code: error.code, message })
        terminal.complain(`${file}: ${message}`)
      }
      const files: string[] = []
      for (const given of paths) files.push(...(await filesIn(given)))
      for (const file of files) {
        report.files++
        const imported = await call('import.path', { path: resolve(file) })
        if (imported.outcome === 'failed')
          fail(file, new BanxinError(imported.code as ErrorCode, imported.params)) // a code of ours
        else if (imported.outcome === 'duplicate') report.duplicates++
        else if (imported.id !== null) {
          const { page } = await call('page.get', { id: imported.id })
          report.pages++
          report.articles += page.articles.length
          for (const a of page.articles)
            for (const b of a.blocks) report.characters += b.text.replace(/\s+/g, '').length
        }
        terminal.progress(report.files, files.length)
      }
      report.seconds = Math.round(performance.now() - started) / 1000
      terminal.data(report)
      return report.failed.length > 0 ? 1 : 0
    })
  },
}

type Failure = { path: string; code: string; message: string }

async function filesIn(given: string): Promise<string[]> {
  const info = await stat(resolve(given)).catch(() => undefined)
  if (!info?.isDirectory()) return [given]
  const entries = await readdir(resolve(given), { recursive: true, withFileTypes: true })
  return entries
    .filter((e) => e.isFile() && isReadable(e.name) && !e.name.startsWith('.'))
    .map((e) => path.join(e.parentPath, e.name))
    .toSorted()
}
