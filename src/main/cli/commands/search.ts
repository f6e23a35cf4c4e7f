/** `banxin search`: what the archive has of a word. */
import type { Banxin } from '../../../shared/api.ts'
import { QUERY_MOST } from '../../../shared/api/search.ts'
import type { Lang } from '../../../shared/page/roles.ts'
import { remarkText } from '../../../shared/search/remarks.ts'
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
    const query = words.map(bare).join(' ')
    if (query.trim() === '') throw new UsageError('missing', 'QUERY')
    if (query.length > QUERY_MOST) throw new UsageError('long', `QUERY (${query.length} > ${QUERY_MOST})`)
    const limit = Math.min(500, wholeNumber(options.limit && bare(options.limit), 'limit') ?? HITS)
    return withArchive<ExitCode>(bare(need(options.archive, 'archive')), { create: false }, async ({ call }) => {
      const { total, pages, hits, remarks } = await call('search.run', { query, limit })
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
      for (const remark of remarks) {
        terminal.complain(remarkText(remark, terminal.lang))
        if (remark.instead !== undefined)
          terminal.complain(`${{ zh: '也许是', en: 'Perhaps' }[terminal.lang]}: ${quoted(remark.instead)}`)
      }
      terminal.say({ zh: `${total} 篇，${pages} 版`, en: `${total} articles on ${pages} pages` }[terminal.lang])
      if (total === 0) for (const line of await advice(call, query, terminal.lang)) terminal.say(line)
      for (const h of hits) {
        const place = [h.publication, h.date, h.number && `${h.number}版`].filter(Boolean).join(' ')
        terminal.say(`\n${h.headline}\n  ${place || h.name} · ${h.page}\n  ${lit(h.snippet)}`)
      }
      return 0
    })
  },
}

/** What to try where nothing is found: searches that find something, names that sound so, and what helps in general. */
async function advice(call: Banxin, query: string, lang: Lang): Promise<readonly string[]> {
  const tries = await call('search.tries', { query })
  const meant = await call('search.suggest', { text: query.slice(0, 200) })
  const lines = [
    ...tries.map((t) => ({ query: t.search.query, found: { zh: `${t.total} 篇`, en: `stories: ${t.total}` }[lang] })),
    ...meant.map((m) => ({ query: m.insert, found: '' })),
  ].map((line) => `  banxin search ${quoted(line.query)}   ${line.found}`.trimEnd())
  const hint = {
    zh: '少写几个字，两三个最特别的字就够了；人名、地名换个写法；姓名和报名可以用拼音或首字母。',
    en: 'Two or three unusual characters are enough; names may be spelt otherwise; people and papers are found by pinyin or initials too.',
  }[lang]
  return [...(lines.length > 0 ? [{ zh: '可以这样试试：', en: 'What to try:' }[lang], ...lines] : []), hint]
}

/** As it is typed into a shell. */
const quoted = (query: string): string =>
  /^[\p{L}\p{N}:：.-]+$/u.test(query) ? query : `'${query.replaceAll("'", "'\\''")}'`

/** Stands before what is a word although it begins as an option does. */
const WORD = '\u0000'

/** `-台风` is what must not be found; a single letter would be an option, of which there is none so short. */
const asWord = (arg: string): string => (/^-(?![a-z]$)[^-]/i.test(arg) ? WORD + arg : arg)

/** As it was typed. */
const bare = (word: string): string => word.replaceAll(WORD, '')

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
