/**
 * A placement by arithmetic alone, for editions of many pages: stories on shelves across the page, each as wide as its share of the
 * text. Layout's own proposal looks for the best page and takes a hundred times as long; a small map of the page does not need it.
 */
import { headOf } from '../../layout/compose/folio.ts'
import type { Frame, Placement } from '../../layout/placement.ts'
import { gridOf } from '../../layout/template.ts'
import type { Template } from '../../layout/template.ts'
import type { Article, Page } from '../../page/page.ts'
import { isFolio } from '../../page/walk.ts'

/** Rows that a head takes, and the rows between two stories. */
const HEAD = { lead: 12, story: 8, brief: 5 } as const
const BETWEEN = 2

type Sized = { readonly article: Article; readonly characters: number }
type Shelf = { readonly stories: readonly Sized[]; readonly rows: number }

/** One sheet with all stories in order; where the text is too much or too little for it, the shelves are squeezed or stretched to fit. */
export function quickPlacement(page: Page, t: Template): Placement {
  const grid = gridOf(t, undefined, headOf(page, 0))
  const stories = page.articles
    .filter((a) => !isFolio(a))
    .map((article) => ({ article, characters: article.blocks.reduce((sum, b) => sum + b.text.length + 8, 0) }))
  const shelves = shelvesOf(stories, grid.columns, t.grid.characters)
  const wanted = shelves.reduce((sum, s) => sum + s.rows + BETWEEN, -BETWEEN)
  const scale = (grid.rows - BETWEEN * (shelves.length - 1)) / (wanted - BETWEEN * (shelves.length - 1))
  const frames: Frame[] = []
  let row = 0
  for (const [i, shelf] of shelves.entries()) {
    const last = i === shelves.length - 1
    const rows = last ? grid.rows - row : Math.max(HEAD.brief + 1, Math.round(shelf.rows * Math.min(1.25, scale)))
    if (rows < HEAD.brief) break
    let column = 0
    for (const [j, span] of spansOf(shelf.stories, grid.columns).entries()) {
      const story = shelf.stories[j]
      if (story) frames.push(frameOf(story, rankOf(i, story), { column, span, row, rows }))
      column += span
    }
    row += rows + BETWEEN
  }
  return { template: t.id, leading: t.grid.leading, frames }
}

/** The first story stands alone over the whole width, the others share shelves of about a third of what is left. */
function shelvesOf(stories: readonly Sized[], columns: number, characters: number): readonly Shelf[] {
  const [lead, ...rest] = stories
  if (!lead) return []
  const total = rest.reduce((sum, s) => sum + s.characters, 0)
  const groups: Sized[][] = []
  let size = 0
  for (const story of rest) {
    const group = groups.at(-1)
    if (group && group.length < Math.floor(columns / 2) && size + story.characters / 2 < total / 3) {
      group.push(story)
      size += story.characters
    } else {
      groups.push([story])
      size = story.characters
    }
  }
  return [[lead], ...groups].map((group, i) => {
    const text = group.reduce((sum, s) => sum + s.characters, 0)
    return { stories: group, rows: Math.ceil(text / (characters * columns)) + HEAD[i === 0 ? 'lead' : 'story'] }
  })
}

/** Columns for each, at least one, in proportion to the text. */
function spansOf(stories: readonly Sized[], columns: number): readonly number[] {
  const total = stories.reduce((sum, s) => sum + s.characters, 0)
  const spans = stories.map((s) => Math.max(1, Math.round((s.characters / total) * columns)))
  for (let over = spans.reduce((a, b) => a + b, 0) - columns; over !== 0; over -= Math.sign(over)) {
    const at = spans.indexOf(Math.max(...spans))
    spans[at] = (spans[at] ?? 1) - Math.sign(over)
  }
  return spans
}

const rankOf = (shelf: number, story: Sized): Frame['rank'] =>
  shelf === 0 ? 'lead' : story.characters < 450 ? 'brief' : 'story'

const frameOf = (story: Sized, rank: Frame['rank'], place: Pick<Frame, 'column' | 'span' | 'row' | 'rows'>): Frame => ({
  article: story.article.id,
  page: 0,
  ...place,
  rank,
  head: 'over',
  boxed: false,
  pinned: false,
  air: 0,
  insets: [],
})
