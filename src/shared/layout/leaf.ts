/** One story in a number of columns: the shapes that it can have, what each takes, how far it stretches and what its looks cost. */
import { LARGEST, SMALLEST, columnsOf } from './compose/room.ts'
import type { Desk } from './compose/room.ts'
import { linesOfStory, needsOf } from './compose/story.ts'
import type { Needs, Shape, Story } from './compose/story.ts'
import { isTablesOnly } from './compose/wide.ts'
import { HOLE } from './holes.ts'
import { setApartOf, stanzasOf } from '../page/set-apart.ts'
import type { Plan } from './plan.ts'

/** Rows of white that a head may take in. */
export const HEAD_AIR = { lead: 4, story: 3, brief: 2 } as const
/** A picture may take as much of the sheet as this share of its story's text. */
const PICTURE_SHARE = 1.1
/** A picture deeper than this share of the sheet is no newspaper's. */
const PICTURE_DEEP = 0.42
const COST = { boxed: 4, vertical: 9, small: 20, white: 1.2, swallowed: 1 } as const

/** The shapes that a story can have in `span` columns, with their costs. */
export function leaves(story: Story, span: number, desk: Desk, most: number): readonly Plan[] {
  const pictures = story.parts.pictures.length
  const wides = pictures > 0 ? [...new Set([1, 2, Math.max(1, Math.round(span / 2)), span - 1, span])] : [1]
  const heads =
    story.first && story.rank !== 'lead' && span >= 2 && span <= 4
      ? (['over', 'vertical'] as const)
      : (['over'] as const)
  const boxed = story.first && story.rank !== 'lead' && story.parts.head.some((b) => b.role === 'label')
  const own = pictures > 0 ? span : columnsOwn(story, span, boxed, desk)
  const plans: Plan[] = []
  for (const wide of wides.filter((w) => w >= 1 && w <= span)) {
    for (const others of pictures > 1 && span > 2 ? [1, 2] : [1]) {
      for (const head of heads) {
        const wish = { wide, others, scale: SMALLEST, reserved: 0 }
        const shape: Shape = { span, head, boxed, wish, ...(head === 'over' && own < span ? { columns: own } : {}) }
        const needs = needsOf(story, shape, desk, most)
        if (needs) plans.push(leaf(story, shape, needs, desk, most))
      }
    }
  }
  return plans
}

/** A poem has no more columns than stanzas: they stay whole, and an empty column is a hole. Single lines side by side are no columns. */
function columnsOwn(story: Story, span: number, boxed: boolean, desk: Desk): number {
  const { body, box, tables } = story.parts
  const apart = setApartOf(body)
  const isPoem = body.length > 0 && body.every((b) => apart.get(b) === 'verse')
  const stanzas = isPoem ? stanzasOf(body).flat() : []
  if (stanzas.length > 1 || body.some((b) => isPoem && b.text.includes('\n'))) return Math.min(span, stanzas.length)
  if (body.length === 0 || box.length + tables.length > 0) return span
  const rowsIn = (columns: number) =>
    linesOfStory(story, columnsOf({ column: 0, span, boxed, columns }, desk), desk).reduce((sum, l) => sum + l.rows, 0)
  let columns = span
  while (columns > 1 && rowsIn(columns) < LEAST_ROWS * columns) columns--
  return columns
}
const LEAST_ROWS = 2

function leaf(story: Story, shape: Shape, needs: Needs, desk: Desk, most: number): Plan {
  const { span, head } = shape
  const air = story.first && head === 'over' && story.parts.head.length > 0 ? HEAD_AIR[story.rank] : 0
  const grown = needs.insets.some((i) => i.kind === 'picture')
    ? needsOf(story, { ...shape, wish: { ...shape.wish, scale: LARGEST } }, desk, most)
    : undefined
  const shallow = needs.body > 0 && needs.body < 8 ? (8 - needs.body) * span * 1.5 : 0
  const deep = needs.rows > desk.grid.rows * 0.7 && span < 3 ? (story.rank === 'lead' ? 400 : 25) : 0
  const narrowLead = story.rank === 'lead' && span < Math.ceil(desk.grid.columns / 2) ? 120 : 0
  const thin = span === 1 && story.rank === 'story' ? 12 : 0
  const cost =
    needs.white * COST.white * (1 + needs.white / HOLE) +
    shallow +
    deep +
    narrowLead +
    thin +
    pictureCost(story, shape, needs, desk) +
    (head === 'vertical' ? COST.vertical + (needs.rows < 30 ? 20 : 0) + (isTablesOnly(story.parts) ? 15 : 0) : 0)
  const heads = head === 'over' && story.first && story.parts.head.some((b) => b.role === 'headline')
  return {
    rows: needs.rows,
    cost,
    stretch: Math.max(0, (grown?.rows ?? 0) - needs.rows) + air,
    white: needs.white / span,
    span,
    heads: { left: heads, right: heads },
    node: { kind: 'leaf', story, shape, needs, most },
  }
}

/** What is wrong with the story's pictures: one that swallows it or the page, fills all its columns, or is a stamp in a wide story. */
function pictureCost(story: Story, { span }: Shape, needs: Needs, desk: Desk): number {
  const pictures = needs.insets.filter((i) => i.kind === 'picture')
  const [first] = pictures
  if (!first) return 0
  const taken = needs.insets.reduce((sum, i) => sum + i.rows * i.span, 0)
  const text = needs.body * span - taken - needs.white
  const area = pictures.reduce((sum, i) => sum + i.rows * i.span, 0)
  const isGallery = tellsByPictures(story)
  const swallowed = isGallery ? 0 : Math.max(0, area - text * PICTURE_SHARE) * COST.swallowed
  const deep = pictures.reduce((sum, i) => sum + Math.max(0, i.rows - desk.grid.rows * PICTURE_DEEP) * i.span, 0) * 6
  const tall = !isGallery && first.span === span && span > 2 ? 10 : 0
  const stamp = first.span === 1 && span > 2 ? (story.rank === 'lead' ? 30 : span > 3 ? 14 : 0) : 0
  const small = isGallery && first.span < span ? COST.small : 0
  // under a picture over all columns a few words are a strip of single lines
  const strip = isGallery && first.span === span && text > 0 && text < STRIP * span ? COST.small : 0
  return swallowed + deep + tall + stamp + small + strip
}

/** Fewer rows of text a column than these are a strip. */
const STRIP = 3

/** Pictures that are the whole story, or several with a few words, are as large as its columns. */
function tellsByPictures({ parts: { body, pictures } }: Story): boolean {
  const length = body.reduce((sum, b) => sum + b.text.length, 0)
  return length < (pictures.length < GALLERY_LEAST ? 1 : GALLERY_WORDS * pictures.length)
}
const GALLERY_LEAST = 3
/** Characters of text a picture. */
const GALLERY_WORDS = 80
