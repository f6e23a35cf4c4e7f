/** Text from elsewhere goes into the page: pieces with roles and marks take the place of what is selected, as one act. */
import { replaceRange, splitArticle } from './edit.ts'
import { normalMarks, shiftMarks } from './marks.ts'
import { stretchOf } from './stretch.ts'
import { opensRow } from './tables.ts'
import { findBlock, mapBlocks, walk } from './walk.ts'
import type { Caret, Edit } from './edit.ts'
import type { Block, Mark, Page, Picture, Role } from './page.ts'

/** A block to be; without `role` it is what the place makes it. */
export type Piece = {
  readonly role?: Role
  readonly text: string
  readonly marks: readonly Mark[]
  readonly picture?: Picture
  /** A story begins with it. */
  readonly opens?: boolean
}

/**
 * `pieces` take the place of what stands between `from` and `to` (`from` first). The first goes on in the block where it is put,
 * and gives it its role only where nothing of that block stands before it; each further one is a block. A picture comes with its block, but
 * for one that stands on the page already. Stories that were copied stay stories; one that is put at the end of another begins anew.
 * Rows of a table stand in blocks of their own: what is before and behind the place stays apart from them.
 */
export function pastePieces(page: Page, from: Caret, to: Caret, given: readonly Piece[], source: string): Edit {
  const pieces = withRowsApart(page, from, to, given)
  const edit = replaceRange(
    page,
    from,
    to,
    pieces.map((p) => p.text),
    source,
  )
  const place = findBlock(edit.page, from.block)
  if (!place || edit.page === page) return edit
  const shown = new Set([...walk(edit.page)].flatMap(({ block }) => block.picture?.sha256 ?? []))
  const fresh = pieces.map(({ picture, ...piece }) =>
    picture && !shown.has(picture.sha256 ?? '') ? { ...piece, picture } : piece,
  )
  const made = place.article.blocks.slice(place.blockIndex, place.blockIndex + pieces.length)
  const byId = new Map(made.map((b, i) => [b.id, dressed(b, fresh[i], i === 0 ? from.offset : 0, pieces.length > 1)]))
  const dressedPage = mapBlocks(edit.page, (b) => byId.get(b.id) ?? b)
  const atEnd = place.article.blocks.at(-1) === made.at(-1) && made.at(-1)?.text === pieces.at(-1)?.text
  const opening = made.filter((_, i) => pieces[i]?.opens && (i > 0 || (atEnd && from.offset === 0)))
  return { ...edit, page: opening.reduce((all, { id }) => splitArticle(all, id).page, dressedPage) }
}

/**
 * What stands between `from` and `to`, which is `pieces`, goes to `at`, as one act; nothing where that is within it. `start` is where it
 * begins then, its end is the caret.
 */
export function movePieces(
  page: Page,
  from: Caret,
  to: Caret,
  at: Caret,
  pieces: readonly Piece[],
  source: string,
): Edit & { readonly start?: Caret } {
  const within = stretchOf(page, from, to)
  const before = stretchOf(page, from, at)
  if (!within || !before?.blocks.includes(at.block)) return { page }
  const isAfter = before.from === from
  if (isAfter && within.blocks.includes(at.block) && (at.block !== to.block || at.offset <= to.offset)) return { page }
  if (at.block === from.block && at.offset === from.offset) return { page }
  const without = replaceRange(page, from, to, [''], source).page
  const start =
    isAfter && at.block === to.block ? { block: from.block, offset: from.offset + at.offset - to.offset } : at
  return { ...pastePieces(without, start, start, pieces, source), start }
}

const NOTHING: Piece = { text: '', marks: [] }

function withRowsApart(page: Page, from: Caret, to: Caret, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length < 2) return pieces
  const isRow = (piece: Piece | undefined) => piece !== undefined && opensRow(piece.text)
  const behind = findBlock(page, to.block)?.block.text.slice(to.offset) ?? ''
  return [
    ...(isRow(pieces[0]) && from.offset > 0 ? [NOTHING] : []),
    ...pieces,
    ...(isRow(pieces.at(-1)) && behind !== '' ? [NOTHING] : []),
  ]
}

function dressed(block: Block, piece: Piece | undefined, at: number, several: boolean): Block {
  if (!piece) return block
  const marks = normalMarks([...block.marks, ...shiftMarks(piece.marks, at)], block.text.length)
  const owns = at === 0 && (several || block.text.length === piece.text.length)
  const picture = owns && !block.picture ? piece.picture : undefined
  return {
    ...block,
    marks,
    ...(piece.role && owns ? { role: piece.role, confirmed: true } : {}),
    ...(picture && { picture }),
  }
}
