/** `banxin search`: what the archive has of a word. */
import { COMMON, need, parse, UsageError, wholeNumber } from '../arguments.ts'
import type { Command, ExitCode } from '../command.ts'
import { withArchive } from '../open.ts'

const HITS = 20

export const searchCommand: Command = {
  name: 'search',
  usage: 'banxin search QUERY --archive DB [--limit N] [--json]',
  about: {
    zh: '检索：词语并列为“且”，另有 OR、NOT（或 -词）、"短语"、署名: 版: 日期: 标题: 图说:',
    en: 'Search: words are joined by AND; also OR, NOT (or -word), "phrase", byline: page: date: title: caption:',
  },
  async run(args, terminal) {
    const { words, options } = parse(args.map(asWord), { ...COMMON, archive: 'string', limit: 'string' })
    const query = words.join(' ').replaceAll(WORD, '')
    if (query.trim() === '') throw new UsageError('missing', 'QUERY')
    const limit = Math.min(500, wholeNumber(options.limit, 'limit') ?? HITS)
    return withArchive<ExitCode>(need(options.archive, 'archive'), { create: false }, async ({ call }) => {
      const { total, pages, hits } = await call('search.run', { query, limit })
      terminal.data({
        query,
        total,
        pages,
        hits: hits.map((h) => ({
          page: h.page,
          article: h.article,
          publication: h.publication,
          date: h.date,
          headline: h.headline,
          snippet: h.snippet.text,
        })),
      })
      terminal.say({ zh: `${total} 篇，${pages} 版`, en: `${total} articles on ${pages} pages` }[terminal.lang])
      if (total === 0) {
        const meant = await call('search.suggest', { text: query.slice(0, 200) })
        const names = meant.map((m) => m.insert).join(' ')
        if (names) terminal.say({ zh: `也许是：${names}`, en: `Perhaps: ${names}` }[terminal.lang])
      }
      for (const h of hits) {
        const place = [h.publication, h.date, h.number && `${h.number}版`].filter(Boolean).join(' ')
        terminal.say(`\n${h.headline}\n  ${place || h.name} · ${h.page}\n  ${lit(h.snippet)}`)
      }
      return 0
    })
  },
}

/** Stands before what is a word although it begins as an option does. */
const WORD = '\u0000'

/** `-台风` is what must not be found; a single letter would be an option, of which there is none so short. */
const asWord = (arg: string): string => (/^-(?![a-z]$)[^-]/i.test(arg) ? WORD + arg : arg)

/** The hit stands out in bold on a terminal; elsewhere the text stays as it is. */
function lit({ text, lit }: { readonly text: string; readonly lit: readonly (readonly [number, number])[] }): string {
  if (!process.stdout.isTTY) return text
  let out = ''
  let from = 0
  for (const [start, end] of lit) {
    out += `${text.slice(from, start)}\u001b[1m${text.slice(start, end)}\u001b[22m`
    from = end
  }
  return out + text.slice(from)
}
