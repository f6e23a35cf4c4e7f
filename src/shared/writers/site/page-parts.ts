/**
 * All of an edition that comes from one page: its view, its stories', its rows of the search. A function of plain values, so that
 * pages may be made side by side, each in a process of its own.
 */
import type { Element } from 'hast'
import { compose } from '../../layout/compose.ts'
import type { Composed } from '../../layout/compose.ts'
import { templateOf } from '../../layout/templates.ts'
import type { Page, Picture } from '../../page/page.ts'
import type { Words } from '../../words.ts'
import { utf8 } from '../text.ts'
import type { PrintOptions, WrittenFile } from '../writer.ts'
import { articleViewText } from './article-view.ts'
import { listed } from './catalog.ts'
import type { Listed } from './catalog.ts'
import { placeOf } from './context.ts'
import type { SiteContext } from './context.ts'
import { areasOfSheets, sheetThumb } from './page-map.ts'
import { pageViewText } from './page-view.ts'
import type { PageView } from './page-view.ts'
import { quickPlacement } from './quick-placement.ts'
import { rowOf } from './search-index.ts'
import type { Row } from './search-index.ts'
import { URLS } from './urls.ts'

export type PageTask = {
  readonly key: string
  readonly page: Page
  /** Placed by arithmetic: looking for the best page would take most of the time of a big edition. */
  readonly quick: boolean
  readonly template?: string
  readonly print?: PrintOptions
  /** The picture of the printed page. */
  readonly paper?: Picture
  /** Addresses of pictures from the edition's top, by their sha256; those without one are missing. */
  readonly pictures: Readonly<Record<string, string>>
}

export type PageParts = {
  readonly files: readonly WrittenFile[]
  readonly stories: readonly Listed[]
  readonly rows: readonly Row[]
  /** The page in small, for lists that stand one folder below the top. */
  readonly thumb: readonly Element[]
}

export function pageParts(task: PageTask, site: SiteContext, words?: Words): PageParts {
  const { key, page, paper, pictures } = task
  const near = site.neighbours.get(key)
  const entry = near?.issue.entries.find((e) => e.key === key)
  if (!near || !entry) return { files: [], stories: [], rows: [], thumb: [] }
  const stories = listed(page, key, placeOf(entry.meta))
  const set = composed(task, words)
  const address = (picture: Picture, root: string): string | undefined => {
    const url = picture.sha256 === undefined ? undefined : pictures[picture.sha256]
    return url && root + url
  }
  const view: PageView = {
    entry,
    page,
    composed: set,
    areas: areasOfSheets(page, set),
    near,
    address,
    stories: stories.map((s) => ({ article: s.story.article.id, listed: s.entry })),
    ...(paper && { paper }),
  }
  const files = [file(URLS.page(key), pageViewText(view, site, URLS.page(key)))]
  if (key === site.home?.key) files.push(file(URLS.home, pageViewText(view, site, URLS.home)))
  for (const [i, { story, entry: known }] of stories.entries())
    files.push(file(known.url, articleViewText(view, story, i, site, words)))
  return {
    files,
    stories: stories.map((s) => s.entry),
    rows: stories.map((s) => rowOf(s.story, s.entry)),
    thumb: set.pages.map((sheet, i) => sheetThumb(sheet, view.areas[i])),
  }
}

const file = (name: string, content: string): WrittenFile => ({ name, bytes: utf8(content) })

/** The page set for its map: as a person placed it, else on the sheet that so many characters fill (trying every sheet takes too long). */
function composed({ page, quick, template, print }: PageTask, words: Words | undefined): Composed {
  const characters = charactersOf(page)
  const t = print?.template ?? templateOf(template ?? SHEETS.find((s) => characters < s.below)?.id)
  return compose(page, t, print?.placement ?? (quick ? quickPlacement(page, t) : undefined), words)
}

const SHEETS: readonly { readonly id: string; readonly below: number }[] = [
  { id: 'feature-tabloid', below: 2000 },
  { id: 'national-tabloid', below: 4000 },
  { id: 'national-broadsheet', below: Infinity },
]
const charactersOf = (page: Page): number =>
  page.articles.reduce((sum, a) => sum + a.blocks.reduce((n, b) => n + b.text.length, 0), 0)
