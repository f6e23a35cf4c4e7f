/** Page + template + placement → composed pages: the geometry that preview, fit, PDF and IDML share. */
import type { Article, Page } from '../page/page.ts'
import type { Words } from '../words.ts'
import { drawFrame, storyOf } from './compose/story.ts'
import type { Story } from './compose/story.ts'
import { drawFolio } from './compose/folio.ts'
import type { ComposedPage, Item, StoryFit } from './geometry.ts'
import type { Frame, Placement } from './placement.ts'
import { propose } from './propose.ts'
import { MM, gridOf } from './template.ts'
import type { Grid, Template } from './template.ts'

export type Composed = { readonly placement: Placement; readonly pages: readonly ComposedPage[] }

/** The page set in `t`; without a placement one is proposed. */
export function compose(page: Page, t: Template, given?: Placement, words?: Words): Composed {
  const grid = gridOf(t)
  const stories = rankedStories(page, t, grid, words)
  const placement = given ?? propose(stories, t, grid, words)
  const count = Math.max(1, ...placement.frames.map((f) => f.page + 1))
  const progress = new Map<string, number>()
  const pages = Array.from({ length: count }, (_, index) => {
    const frames = placement.frames.filter((f) => f.page === index)
    return composeSheet(page, t, grid, stories, frames, progress, index, words)
  })
  return { placement, pages }
}

function composeSheet(
  page: Page,
  t: Template,
  grid: Grid,
  stories: readonly Story[],
  frames: readonly Frame[],
  progress: Map<string, number>,
  index: number,
  words?: Words,
): ComposedPage {
  const items: Item[] = [...drawFolio(page, t, grid, index)]
  const fits: StoryFit[] = []
  for (const story of stories) {
    for (const frame of frames.filter((f) => f.article === story.article.id)) {
      const from = progress.get(frame.article)
      const drawn = drawFrame(story, frame, from ?? 0, from === undefined, t, grid, words)
      items.push(...drawn.items)
      progress.set(frame.article, drawn.next)
      fits.push({
        article: frame.article,
        available: drawn.available,
        used: drawn.used,
        over: drawn.used - drawn.available,
      })
      items.push(...storyRules(frame, frames, t, grid))
    }
  }
  return { width: t.trim.width * MM, height: t.trim.height * MM, items, stories: fits }
}

/** A rule under a story that has another below, and one at the right of a story that has another beside it. */
function storyRules(frame: Frame, frames: readonly Frame[], t: Template, grid: Grid): readonly Item[] {
  const rules: Item[] = []
  const bottom = frame.row + frame.rows
  const below = frames.filter(
    (f) => f.row >= bottom && f.column < frame.column + frame.span && frame.column < f.column + f.span,
  )
  if (below.length > 0) {
    const y = grid.y(bottom + 1)
    rules.push({
      kind: 'rule',
      x1: grid.x(frame.column),
      y1: y,
      x2: grid.x(frame.column) + grid.width(frame.span),
      y2: y,
      weight: t.rules.story,
      ink: t.rules.ink,
    })
  }
  const edge = frame.column + frame.span
  const beside = frames.filter((f) => f.column >= edge && f.row < bottom && frame.row < f.row + f.rows)
  if (beside.length > 0 && edge < grid.columns) {
    const x = grid.x(edge) - grid.gap / 2
    rules.push({
      kind: 'rule',
      x1: x,
      y1: grid.y(frame.row),
      x2: x,
      y2: grid.y(bottom),
      weight: t.rules.column * 1.5,
      ink: t.rules.ink,
    })
  }
  return rules
}

/** The page's stories with their rank: the first long one with a headline leads, short ones are briefs. */
function rankedStories(page: Page, t: Template, grid: Grid, words?: Words): readonly Story[] {
  const articles = page.articles.filter((a) => a.blocks.some((b) => b.role !== 'folio'))
  const size = (a: Article) => a.blocks.reduce((sum, b) => sum + b.text.length, 0)
  const lead = articles.findIndex((a) => a.blocks.some((b) => b.role === 'headline') && size(a) >= 400)
  return articles.map((a, i) =>
    storyOf(a, t, grid, i === Math.max(0, lead) ? 'lead' : size(a) < 450 ? 'brief' : 'story', words),
  )
}
