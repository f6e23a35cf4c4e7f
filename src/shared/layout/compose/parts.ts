/** An article's parts for the page: the head over the columns, the pictures with their words, the body, a boxed section. */
import type { Article, Block } from '../../page/page.ts'
import { tablesOf } from '../../page/tables.ts'
import type { Table } from '../../page/tables.ts'
import { isWide } from './table.ts'

export type PictureSet = { readonly picture: Block; readonly words: readonly Block[] }

export type Parts = {
  readonly head: readonly Block[]
  readonly body: readonly Block[]
  readonly pictures: readonly PictureSet[]
  /** The section of a single keyword box, short enough to stand in a box of its own beside the text. */
  readonly box: readonly Block[]
  /** Tables of the body too wide for most columns: in a frame of narrow ones they stand over several. */
  readonly tables: readonly WideTable[]
}

/** A table with the blocks that it is made of. */
export type WideTable = { readonly table: Table; readonly blocks: readonly Block[] }

const HEAD = new Set(['label', 'kicker', 'headline', 'deck', 'byline', 'standfirst'])
const PICTURE = new Set(['caption', 'credit'])
/** A keyword section of so many characters stands well in a box. */
const BOX_LEAST = 60
const BOX_MOST = 520

/** More than this stands in the text, where it can run through columns: nothing may be too large for its sheet. */
const WORDS_MOST = 300
const PICTURES_MOST = 8
const HEAD_MOST = 240
const HEAD_BLOCKS = 8

export function partsOf(article: Article): Parts {
  const head: Block[] = []
  const rest: Block[] = []
  const pictures: { picture: Block; words: Block[] }[] = []
  let open: { picture: Block; words: Block[] } | undefined
  for (const block of article.blocks) {
    if (block.role === 'folio') continue
    if (
      PICTURE.has(block.role) &&
      (open || !isForAll(block)) &&
      block.text.length <= WORDS_MOST &&
      (open || pictures.length < PICTURES_MOST)
    ) {
      if (!open || (block.role === 'caption' && open.words.some((w) => w.role === 'caption'))) {
        open = { picture: block, words: [] }
        pictures.push(open)
      }
      open.words.push(block)
      continue
    }
    open = undefined
    if (rest.every(isForAll) && HEAD.has(block.role) && block.text.length <= HEAD_MOST && head.length < HEAD_BLOCKS)
      head.push(block)
    else rest.push(block)
  }
  const { body, box } = boxed(rest)
  return { head, body, pictures, box, tables: wideTables(body) }
}

/** （本组图片由文化馆提供）alone in the text is about the story's pictures and has none of its own. */
const isForAll = ({ role, text, picture }: Block): boolean =>
  role === 'credit' && !picture && /(?:本[组版文]|照片|图).{0,12}(?:提供|供图|摄)/.test(text)

/** More tables than these stand in the text. */
const TABLES_MOST = 6

const wideTables = (body: readonly Block[]): readonly WideTable[] =>
  tablesOf(body)
    .filter(isWide)
    .slice(0, TABLES_MOST)
    .map((table) => ({ table, blocks: body.slice(table.from, table.to) }))

function boxed(rest: readonly Block[]): { body: readonly Block[]; box: readonly Block[] } {
  const keywords = rest.filter((b) => b.role === 'keyword')
  const at = rest.findIndex((b) => b.role === 'keyword')
  if (keywords.length !== 1 || at < 2) return { body: rest, box: [] }
  const next = rest.findIndex((b, i) => i > at + 1 && b.role === 'crosshead')
  const box = rest.slice(at, next < 0 ? undefined : next)
  const length = box.reduce((sum, b) => sum + b.text.length, 0)
  if (length < BOX_LEAST || length > BOX_MOST) return { body: rest, box: [] }
  return { body: rest.filter((b) => !box.includes(b)), box }
}
