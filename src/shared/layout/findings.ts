/** What a layout desk avoids, as a list: 碰题, 断版, 破词, 寡行, overset and white, frames that overlap, pictures too coarse. */
import type { Lang } from '../page/roles.ts'
import type { Page } from '../page/page.ts'
import { closedUp } from '../page/spread.ts'
import { walk } from '../page/walk.ts'
import { fill } from '../errors.ts'
import type { Words } from '../words.ts'
import { columnNameAt } from './compose/head.ts'
import { partsOf } from './compose/parts.ts'
import type { Composed } from './compose.ts'
import type { Frame } from './placement.ts'
import { STORY_GAP } from './plan.ts'
import { naturalWidth } from './compose/set.ts'
import { gridOf, spanWidth } from './template.ts'
import type { Grid } from './template.ts'

type Params = Readonly<Record<string, string | number>>

/** A finding about a story; `page` is the sheet, 0 the first. */
export type LayoutFinding = {
  readonly code: LayoutCode
  readonly article?: string
  readonly block?: string
  readonly page: number
  readonly params: Params
}

/** The sentences of the findings, for people. */
const LAYOUT_FINDINGS = {
  overset: { zh: '溢流：超 {lines} 行', en: 'Overset by {lines} lines' },
  short: { zh: '缺 {lines} 行', en: '{lines} lines short' },
  unplaced: { zh: '这篇稿子还没有上版', en: 'This story has no frame yet' },
  'stray-picture': {
    zh: '图片在稿框里没有位置，图片说明排在文末',
    en: "The picture has no place in its frame; its caption stands at the story's end",
  },
  overlap: { zh: '与另一篇稿子重叠', en: 'Overlaps another story' },
  outside: { zh: '超出版心', en: 'Stands outside the type area' },
  bump: { zh: '碰题：两个标题并排在同一行', en: 'Two headlines stand side by side on one line' },
  cut: { zh: '断版：空白或线条横贯全版', en: 'A gap or rule runs across the whole page' },
  'broken-word': { zh: '破词：标题在“{word}”中间断行', en: 'The headline is broken inside “{word}”' },
  'lonely-line': { zh: '寡行：段末一行单独在栏首', en: "A paragraph's last line stands alone at a column's head" },
  'coarse-picture': {
    zh: '图片只有 {dpi} dpi，印刷要 {least} 以上',
    en: 'The picture has only {dpi} dpi; print needs {least}',
  },
  'cropped-picture': {
    zh: '图片裁去了 {percent}%，只印出中间部分',
    en: '{percent}% of the picture is cropped; only its middle is printed',
  },
  'vertical-high': {
    zh: '标题在这个稿框里竖排不了，改为横排',
    en: 'The headline cannot stand vertically in this frame; it lies over the columns',
  },
  'headline-long': { zh: '标题超 {characters} 字', en: 'The headline is {characters} characters too long' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>

export type LayoutCode = keyof typeof LAYOUT_FINDINGS

export const layoutFindingText = (f: LayoutFinding, lang: Lang): string => fill(LAYOUT_FINDINGS[f.code][lang], f.params)

/** White of fewer lines than these is no finding. */
const WHITE_LEAST = 4
/** Newspaper print on newsprint wants about 200 dpi at the printed size. */
const DPI_LEAST = 200
/** Less than this of a picture, in percent, goes to make it end on the grid, and is not missed. */
const CROPPED_LEAST = 15

/** The grid that a frame stands on. */
const gridOn = ({ pages, template, placement }: Composed, { page }: Frame): Grid =>
  pages[page]?.grid ?? gridOf(template, placement.leading)

/** All findings of a composed page. */
export function findingsOf(page: Page, composed: Composed, words?: Words): readonly LayoutFinding[] {
  return [
    ...fits(composed),
    ...page.articles
      .filter(
        (a) => a.blocks.some((b) => b.role !== 'folio') && !composed.placement.frames.some((f) => f.article === a.id),
      )
      .map((a): LayoutFinding => ({ code: 'unplaced', article: a.id, page: 0, params: {} })),
    ...strays(page, composed),
    ...pairs(page, composed),
    ...cuts(composed),
    ...pictures(page, composed),
    ...longHeadlines(page, composed),
    ...verticals(page, composed),
    ...(words ? headlines(page, composed, words) : []),
  ]
}

function fits(composed: Composed): readonly LayoutFinding[] {
  return composed.pages.flatMap((sheet, index) =>
    sheet.stories.flatMap((s): readonly LayoutFinding[] => [
      ...(s.over > 0 ? [{ code: 'overset' as const, article: s.article, page: index, params: { lines: s.over } }] : []),
      ...(s.over <= -WHITE_LEAST
        ? [{ code: 'short' as const, article: s.article, page: index, params: { lines: -s.over } }]
        : []),
      ...s.lonely.map((block): LayoutFinding => ({
        code: 'lonely-line',
        article: s.article,
        block,
        page: index,
        params: {},
      })),
    ]),
  )
}

/** Pictures that their frame does not hold. */
function strays(page: Page, composed: Composed): readonly LayoutFinding[] {
  const { frames } = composed.placement
  return frames.flatMap((frame, i): readonly LayoutFinding[] => {
    const article = page.articles.find((a) => a.id === frame.article)
    if (!article || frames.findIndex((f) => f.article === frame.article) !== i) return []
    const items = composed.pages[frame.page]?.items ?? []
    const drawn = new Set(items.flatMap((it) => (it.kind === 'photo' ? [it.block] : [])))
    const stray = partsOf(article).pictures.filter((p) => !drawn.has(p.picture.id))
    return stray.map((p) => ({
      code: 'stray-picture',
      article: frame.article,
      block: p.picture.id,
      page: frame.page,
      params: {},
    }))
  })
}

function pairs(page: Page, composed: Composed): readonly LayoutFinding[] {
  const { frames } = composed.placement
  const hasHeadline = (f: Frame) =>
    f.head === 'over' &&
    frames.find((g) => g.article === f.article) === f &&
    page.articles.some((a) => a.id === f.article && partsOf(a).head.some((b) => b.role === 'headline'))
  return frames.flatMap((a, i): readonly LayoutFinding[] => {
    const found: LayoutFinding[] = []
    const grid = gridOn(composed, a)
    if (a.column + a.span > grid.columns || a.row + a.rows > grid.rows)
      found.push({ code: 'outside', article: a.article, page: a.page, params: {} })
    for (const b of frames.slice(i + 1).filter((f) => f.page === a.page)) {
      const across = a.column < b.column + b.span && b.column < a.column + a.span
      const down = a.row < b.row + b.rows && b.row < a.row + a.rows
      if (across && down) found.push({ code: 'overlap', article: b.article, page: b.page, params: {} })
      const touching = a.column + a.span === b.column || b.column + b.span === a.column
      if (touching && Math.abs(a.row - b.row) < 3 && hasHeadline(a) && hasHeadline(b))
        found.push({ code: 'bump', article: b.article, page: b.page, params: {} })
    }
    return found
  })
}

/** Rows at which every frame ends or begins. */
function cuts(composed: Composed): readonly LayoutFinding[] {
  return composed.pages.flatMap((_, index): readonly LayoutFinding[] => {
    const frames = composed.placement.frames.filter((f) => f.page === index)
    const rows = [...new Set(frames.map((f) => f.row))].filter((r) => r > 0)
    const isCut = (row: number) =>
      frames.every((f) => f.row >= row || f.row + f.rows <= row) &&
      frames.some((f) => f.row + f.rows >= row - STORY_GAP - 1)
    return rows.filter(isCut).map((row) => ({ code: 'cut', page: index, params: { row } }))
  })
}

function pictures(page: Page, composed: Composed): readonly LayoutFinding[] {
  const blocks = new Map([...walk(page)].map((p) => [p.block.id, p]))
  return composed.pages.flatMap((sheet, index) =>
    sheet.items.flatMap((item): readonly LayoutFinding[] => {
      const place = item.kind === 'photo' && item.sha256 ? blocks.get(item.block) : undefined
      if (!place?.block.picture || item.kind !== 'photo') return []
      // Pixels per point across and down: the picture covers its place, and what stands over on the longer side is cropped.
      const { width, height } = place.block.picture
      const [least = 0, most = 0] = [width / item.width, height / item.height].toSorted((a, b) => a - b)
      const dpi = Math.round(least * 72)
      const percent = Math.round((1 - least / most) * 100)
      const at = { article: place.article.id, block: item.block, page: index }
      return [
        ...(dpi < DPI_LEAST ? [{ ...at, code: 'coarse-picture' as const, params: { dpi, least: DPI_LEAST } }] : []),
        ...(percent >= CROPPED_LEAST ? [{ ...at, code: 'cropped-picture' as const, params: { percent } }] : []),
      ]
    }),
  )
}

/** Headlines that do not go into two lines at the smallest size of their rank. */
function longHeadlines(page: Page, composed: Composed): readonly LayoutFinding[] {
  const { frames } = composed.placement
  const t = composed.template
  return frames.flatMap((f, i): readonly LayoutFinding[] => {
    const article = page.articles.find((a) => a.id === f.article)
    const headline = article && partsOf(article).head.find((b) => b.role === 'headline')
    if (!headline || f.head !== 'over' || frames.findIndex((g) => g.article === f.article) !== i) return []
    const { face, sizes } = t.headline[f.rank]
    const line = spanWidth(gridOn(composed, f), f.span) / (sizes.at(-1) ?? 1)
    const lines = closedUp(headline).text.slice(0, columnNameAt(headline.text)).trimEnd().split('\n')
    const longest = Math.max(...lines.map((l) => naturalWidth(l, face)))
    const over = lines.length > 1 ? longest - line : longest - 2 * line
    if (over <= 0) return []
    const params = { characters: Math.ceil(over) }
    return [{ code: 'headline-long', article: f.article, block: headline.id, page: f.page, params }]
  })
}

/** Vertical headlines that their frames cannot hold. */
function verticals(page: Page, { pages, placement }: Composed): readonly LayoutFinding[] {
  return placement.frames.flatMap((f, i): readonly LayoutFinding[] => {
    if (f.head !== 'vertical' || placement.frames.findIndex((g) => g.article === f.article) !== i) return []
    const article = page.articles.find((a) => a.id === f.article)
    const headline = article && partsOf(article).head.find((b) => b.role === 'headline')
    const stands = pages[f.page]?.items.some((it) => it.kind === 'line' && it.vertical && it.block === headline?.id)
    return !headline || stands
      ? []
      : [{ code: 'vertical-high', article: f.article, block: headline.id, page: f.page, params: {} }]
  })
}

/** Headlines whose lines end inside a word. */
function headlines(page: Page, composed: Composed, words: Words): readonly LayoutFinding[] {
  const found: LayoutFinding[] = []
  const blocks = new Map([...walk(page)].filter((p) => p.block.role === 'headline').map((p) => [p.block.id, p]))
  for (const [index, sheet] of composed.pages.entries()) {
    for (const item of sheet.items) {
      const place = item.kind === 'line' ? blocks.get(item.block) : undefined
      if (!place || item.kind !== 'line' || item.end >= place.block.text.length) continue
      let at = 0
      for (const word of words.cut(place.block.text)) {
        const isBroken = at < item.end && item.end < at + word.length && !/\s/.test(word)
        if (isBroken)
          found.push({
            code: 'broken-word',
            article: place.article.id,
            block: item.block,
            page: index,
            params: { word },
          })
        at += word.length
      }
    }
  }
  return found
}
