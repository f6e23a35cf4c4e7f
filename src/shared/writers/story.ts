/** An article as a story to be set: its head, then sections of text and figures. Order is kept and every block stands once; a spread heading has its words whole. */
import type { Article, Block, Page, Picture, Role } from '../page/page.ts'
import { sectionsOf } from '../page/sections.ts'
import { isFolio } from '../page/walk.ts'
import { setApartOf, stanzaEndsOf } from '../page/set-apart.ts'
import type { SetApart } from '../page/set-apart.ts'
import { speakersOf, withSpeaker } from '../page/speakers.ts'
import { unspread } from '../page/spread.ts'
import { cutOut, eachPart } from '../page/tables.ts'
import type { Align, Table } from '../page/tables.ts'

/** A caption with its credits, and the picture that one of them carries, if any. */
export type Figure = { readonly kind: 'figure'; readonly blocks: readonly Block[]; readonly picture?: Picture }
/** A table of the text: its rows of cells, each a block of its own cut out of its row's; all rows have as many. */
export type TablePiece = {
  readonly kind: 'table'
  readonly rows: readonly (readonly Block[])[]
  readonly heads: number
  readonly aligns: readonly Align[]
}
/** A block of text, and how it is set where that is not as running text. */
export type TextPiece = {
  readonly kind: 'text'
  readonly block: Block
  readonly apart?: SetApart
  /** White stands between this line of verse and the next. */
  readonly endsStanza?: true
}
export type Piece = TextPiece | Figure | TablePiece

export type StorySection = { readonly heading: readonly Block[]; readonly pieces: readonly Piece[] }

export type Story = {
  readonly article: Article
  /** Label, kicker, headline, deck, standfirst, byline at the beginning, up to the first other block. */
  readonly head: readonly Block[]
  readonly sections: readonly StorySection[]
}

const HEAD = new Set<Role>(['label', 'kicker', 'headline', 'deck', 'standfirst', 'byline'])

export function storyOf(article: Article): Story {
  const end = article.blocks.findIndex((b) => !HEAD.has(b.role))
  const head = end < 0 ? article.blocks : article.blocks.slice(0, end)
  const rest = end < 0 ? [] : article.blocks.slice(end)
  const speakers = speakersOf(article.blocks)
  const sections = sectionsOf({ ...article, blocks: rest })
  return {
    article,
    head: head.map(unspread),
    sections: sections.map((s) => ({ heading: s.heading.map(unspread), pieces: piecesOf(s.blocks, speakers) })),
  }
}

/** The stories of a page in reading order, without folio strips. */
export const storiesOf = (p: Page): readonly Story[] => p.articles.filter((a) => !isFolio(a)).map(storyOf)

/** The blocks of the page's folio strips. */
export const foliosOf = (p: Page): readonly Block[] => p.articles.filter(isFolio).flatMap((a) => a.blocks)

/** Captions and credits that stand together become figures: a caption opens one, credits join it; a picture opens one too. */
function piecesOf(blocks: readonly Block[], speakers: ReadonlyMap<Block, number>): readonly Piece[] {
  const pieces: Piece[] = []
  const aparts = setApartOf(blocks)
  const ends = stanzaEndsOf(blocks)
  const add = (b: Block) => {
    const last = pieces.at(-1)
    const isFigure = b.role === 'caption' || b.role === 'credit' || b.picture !== undefined
    const joins = b.role === 'credit' && last?.kind === 'figure' && !(b.picture && last.picture)
    const apart = aparts.get(b)
    if (!isFigure)
      pieces.push({
        kind: 'text',
        block: unspread(withSpeaker(b, speakers.get(b))),
        ...(apart && { apart }),
        ...(ends.has(b) && { endsStanza: true }),
      })
    else if (joins) pieces[pieces.length - 1] = figure([...last.blocks, b])
    else pieces.push(figure([b]))
  }
  eachPart(blocks, add, (table) => void pieces.push(tablePiece(table)))
  return pieces
}

const tablePiece = ({ rows, heads, aligns }: Table): TablePiece => ({
  kind: 'table',
  heads,
  aligns,
  rows: rows.map((row) =>
    aligns.map((_, i) => {
      const { start, end } = row.cells[i] ?? { start: row.end, end: row.end }
      return cutOut(row.block, start, end)
    }),
  ),
})

function figure(blocks: readonly Block[]): Figure {
  const picture = blocks.find((b) => b.picture)?.picture
  return picture ? { kind: 'figure', blocks, picture } : { kind: 'figure', blocks }
}
