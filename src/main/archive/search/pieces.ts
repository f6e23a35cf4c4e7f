/** Parts a text into pieces that have lists. */
import type { LookUp } from './look-up.ts'
import type { List } from './segment.ts'

/** Part of a text that has a list: `length` units from `offset` on. */
export type Piece = { readonly offset: number; readonly length: number; readonly list: List }

/** Pieces that together are `needle`, the rarest first, as few and as rare as can be; none where one of them stands nowhere. */
export function piecesOf(needle: string, lookUp: LookUp): readonly Piece[] {
  if (needle.length === 1) {
    const list = lookUp.one(needle)
    return list ? [{ offset: 0, length: 1, list }] : []
  }
  if (!lookUp.hasPairs(needle)) return []
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
  return pieces.length > 1 ? cheapest(pieces, needle.length) : pieces
}

/** For an article that is looked for so many of a list's are gone through, about: some of a step, and what it takes to find that. */
const STEPPED = 24
/** What every further piece takes, in articles gone through. */
const STARTED = 50

/** Those of the pieces that hold all `length` units and take the least to go through: beginning with the rarest, what has few articles left is stepped through. */
function cheapest(pieces: readonly Piece[], length: number): readonly Piece[] {
  let rarest = pieces[0]!
  for (const piece of pieces) if (piece.list.count < rarest.list.count) rarest = piece
  const most = rarest.list.count * STEPPED
  /** The least for the units before each one, and with which piece last. */
  const least = new Float64Array(length + 1).fill(Infinity)
  const last = new Int32Array(length + 1).fill(-1)
  least[0] = 0
  for (const [i, { offset, length: own, list }] of pieces.entries()) {
    const cost = pieces[i] === rarest ? 0 : Math.min(list.count, most) + STARTED
    // Pieces stand by their offset: what is held before this one is known.
    let before = Infinity
    for (let at = offset; at < offset + own; at++) if (least[at]! < before) before = least[at]!
    if (before + cost < least[offset + own]!) {
      least[offset + own] = before + cost
      last[offset + own] = i
    }
  }
  const chosen: Piece[] = [rarest]
  for (let at = length; at > 0;) {
    const piece = pieces[last[at]!]!
    if (piece !== rarest) chosen.push(piece)
    at = bestBefore(least, piece)
  }
  return chosen.sort((a, b) => a.list.count - b.list.count)
}

function bestBefore(least: Float64Array, { offset, length }: Piece): number {
  let best = offset
  for (let at = offset; at < offset + length; at++) if (least[at]! < least[best]!) best = at
  return best
}
