/** The YAML at a Markdown file's head: what the page is, and by `banxin: 1` that its comments say roles. */
import { parse, stringify } from 'yaml'
import { pageMetaSchema } from '../../page/page.ts'
import type { Page, PageMeta } from '../../page/page.ts'
import { textsOf } from '../../page/walk.ts'
import { authorsOf } from '../authors.ts'
import { keywordsOf } from '../keywords.ts'
import { cleanText, oneLine } from '../text.ts'

const META_KEYS = ['publication', 'date', 'number', 'section', 'title'] as const

/** `headlines`, `authors` and `keywords` are for other programs; reading back takes them from the text. */
export function frontMatter(page: Page): string {
  const meta = Object.fromEntries(
    META_KEYS.flatMap((key) => (page.meta[key] === undefined ? [] : [[key, cleanText(page.meta[key])]])),
  )
  const each = (of: (a: Page['articles'][number]) => readonly string[]) => [...new Set(page.articles.flatMap(of))]
  const lists = {
    headlines: each((a) => textsOf(a, 'headline').map(oneLine)),
    authors: each(authorsOf),
    keywords: each(keywordsOf),
  }
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
  return stringify(
    { banxin: 1, ...meta, ...filled },
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', doubleQuotedAsJSON: true },
  ).trimEnd()
}

/** What the page is, or undefined where the front matter is not Banxin's. Values of other kinds are left out. */
export function readFrontMatter(yaml: string): PageMeta | undefined {
  const data: unknown = parseYaml(yaml)
  if (typeof data !== 'object' || data === null || !('banxin' in data)) return undefined
  const meta = Object.fromEntries(
    Object.entries(data).filter(([key, value]) => META_KEYS.some((k) => k === key) && typeof value === 'string'),
  )
  return pageMetaSchema.safeParse(meta).data ?? {}
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml)
  } catch {
    return undefined
  }
}
