/** Finds one text in one segment: which articles hold it, in which groups of roles, and how often. */
import { Candidates } from './candidates.ts'
import { articlesOf, begin, flagsOf, narrow } from './cursor.ts'
import type { LookUp } from './look-up.ts'
import { piecesOf } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { MANY } from './segment.ts'

/** Articles by their number in the segment, ascending; for each a flag byte: groups of roles (low five bits), times (high three, up to 7). */
export type Hits = {
  readonly docs: Uint32Array
  readonly flags: Uint8Array
  /** Whether the groups are those that the text stands in, and not all that its pieces stand in. */
  readonly exact: boolean
}

const NONE = new Uint32Array(0)

/** The hits of `needle` (in normal form, not empty). */
export function find(needle: string, lookUp: LookUp): Hits {
  const pieces = piecesOf(needle, lookUp)
  const rarest = pieces[0]
  if (!rarest) return { docs: NONE, flags: new Uint8Array(0), exact: true }
  if (rarest.length === needle.length)
    return { docs: articlesOf(rarest.list), flags: flagsOf(rarest.list), exact: true }
  const { docs, groups, starts, count } = candidatesOf(pieces, false)
  const flags = new Uint8Array(count)
  countInto(flags, groups, starts)
  return { docs: docs.slice(0, count), flags, exact: false }
}

function countInto(flags: Uint8Array, groups: Uint8Array, starts: Uint32Array): void {
  for (let i = 0; i < flags.length; i++) flags[i] = groups[i]! | (Math.min(starts[i + 1]! - starts[i]!, MANY) << 5)
}

/** The articles that hold `needle`, good until the next search. It takes less than `find`: an article is left at the first place. */
export function articlesWith(needle: string, lookUp: LookUp): Uint32Array {
  const pieces = piecesOf(needle, lookUp)
  const rarest = pieces[0]
  if (!rarest) return NONE
  if (rarest.length === needle.length) return articlesOf(rarest.list)
  const { docs, count } = candidatesOf(pieces, true)
  return docs.subarray(0, count)
}

/** Read and written in turns. */
const ONE = new Candidates()
const OTHER = new Candidates()

/** The articles that hold all `pieces` where they belong; with `once` the places are told only for those before the last piece. */
function candidatesOf(pieces: readonly Piece[], once: boolean): Candidates {
  let now = ONE
  let next = OTHER
  begin(pieces[0]!.list, pieces[0]!.offset, now)
  for (let i = 1; i < pieces.length && now.count > 0; i++) {
    const { list, offset } = pieces[i]!
    narrow(now, list, offset, next, once && i === pieces.length - 1)
    ;[now, next] = [next, now]
  }
  return now
}

/** How many articles and pages hold `needle`, where one look at a list's head tells it. */
export function headCount(needle: string, lookUp: LookUp): { articles: number; pages: number } | undefined {
  if (needle.length > 3) return undefined
  const pieces = piecesOf(needle, lookUp)
  const piece = pieces[0]
  if (!piece) return { articles: 0, pages: 0 }
  return piece.length === needle.length ? { articles: piece.list.count, pages: piece.list.pages } : undefined
}
