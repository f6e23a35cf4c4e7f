/** Finds one text in one segment: which articles hold it, in which groups of roles, and how often. */
import { articlesOf, begin, flagsOf, narrow } from './cursor.ts'
import type { LookUp } from './look-up.ts'
import { MANY } from './segment.ts'
import type { List } from './segment.ts'

/** Articles by their number in the segment, ascending; for each a flag byte: groups of roles (low five bits), times (high three, up to 7). */
export type Hits = { readonly docs: Uint32Array; readonly flags: Uint8Array }

const NONE: Hits = { docs: new Uint32Array(0), flags: new Uint8Array(0) }

/** The hits of `needle` (in normal form, not empty). */
export function find(needle: string, lookUp: LookUp): Hits {
  const pieces = piecesOf(needle, lookUp)
  const rarest = pieces[0]
  if (!rarest) return NONE
  if (rarest.length === needle.length) return { docs: articlesOf(rarest.list), flags: flagsOf(rarest.list) }
  let cursor = begin(rarest.list, rarest.offset)
  for (let i = 1; i < pieces.length; i++) {
    const { list, offset } = pieces[i]!
    if (cursor.docs.length === 0) return NONE
    cursor = narrow(cursor, list, offset)
  }
  const flags = new Uint8Array(cursor.docs.length)
  countInto(flags, cursor.flags, cursor.starts)
  return { docs: cursor.docs, flags }
}

function countInto(flags: Uint8Array, groups: Uint8Array, starts: Uint32Array): void {
  for (let i = 0; i < flags.length; i++)
    flags[i] = (groups[i]! & 31) | (Math.min(starts[i + 1]! - starts[i]!, MANY) << 5)
}

/** How many articles and pages hold `needle`, where one look at a list's head tells it. */
export function headCount(needle: string, lookUp: LookUp): { articles: number; pages: number } | undefined {
  if (needle.length > 3) return undefined
  const pieces = piecesOf(needle, lookUp)
  const piece = pieces[0]
  if (!piece) return { articles: 0, pages: 0 }
  return piece.length === needle.length ? { articles: piece.list.count, pages: piece.list.pages } : undefined
}

/** Part of a text that has a list: `length` units from `offset` on. */
type Piece = { readonly offset: number; readonly length: number; readonly list: List }

/** Pieces that together are `needle`, the rarest first; none where one of them stands nowhere. */
function piecesOf(needle: string, lookUp: LookUp): readonly Piece[] {
  if (needle.length === 1) {
    const list = lookUp.one(needle)
    return list ? [{ offset: 0, length: 1, list }] : []
  }
  const pieces: Piece[] = []
  let common = lookUp.isCommon(needle, 0)
  let covered = false
  for (let offset = 0; offset + 2 <= needle.length; offset++) {
    const next = offset + 3 <= needle.length && lookUp.isCommon(needle, offset + 1)
    const whole = common && next
    // A pair that a triple held already tells nothing more.
    if (whole || !covered || !common) {
      const list = whole ? lookUp.triple(needle, offset) : lookUp.pair(needle, offset)
      if (!list) return []
      pieces.push({ offset, length: whole ? 3 : 2, list })
    }
    covered = whole
    common = next
  }
  // Each further one can only take away, and none is needed whose units others hold.
  pieces.sort((a, b) => a.list.count - b.list.count)
  const held = new Uint8Array(needle.length)
  return pieces.filter(({ offset, length }) => {
    const more = held.indexOf(0, offset)
    if (more < 0 || more >= offset + length) return false
    held.fill(1, offset, offset + length)
    return true
  })
}
