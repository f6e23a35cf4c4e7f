/**
 * A segment: an immutable inverted index of some articles. A term is a pair of neighbouring code units of the normal form
 * (high half, low half) or a single one (low half 0). For each term: how many articles and pages, which articles, in which
 * groups of roles and how often, and for pairs where. So two characters are answered by one list and longer texts by
 * neighbouring positions, exactly.
 */

/** Stands between the blocks of an article's text; no pair reaches over it. */
export const SEPARATOR = '\u001f'
export const SEPARATOR_CODE = 0x1f

export type IndexedArticle = {
  readonly id: number
  readonly pageId: number
  /** Code units of the blocks in normal form, with SEPARATOR between. */
  readonly units: Uint16Array
  /** One letter of `roles.ts` a block. */
  readonly roles: string
}

export type Segment = {
  /** Article ids in ascending order; an article's number in the segment is its place here. */
  readonly articles: Float64Array
  /** For each article the place of its page in `pages`. */
  readonly pageOf: Uint32Array
  readonly pages: Float64Array
  readonly lengths: Uint32Array
  /** Terms ascending, and where the list of each begins in `data` (one more at the end). */
  readonly terms: Uint32Array
  readonly offsets: Float64Array
  readonly data: Uint8Array
}

/** How often a term stands in an article is said up to this in the flag byte; from there on before its positions. */
export const MANY = 7

export type List = {
  readonly count: number
  readonly pages: number
  readonly articles: Uint8Array
  readonly flags: Uint8Array
  readonly positions: Uint8Array
}

/** The list that begins at `at`. */
export function openList(data: Uint8Array, at: number): List {
  const next = () => {
    let byte = data[at++]!
    let n = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = data[at++]!
      n |= (byte & 127) << shift
    }
    return n >>> 0
  }
  const count = next()
  const pages = next()
  const articles = next()
  const positions = next()
  const flagsAt = at + articles
  const positionsAt = flagsAt + count
  return {
    count,
    pages,
    articles: data.subarray(at, flagsAt),
    flags: data.subarray(flagsAt, positionsAt),
    positions: data.subarray(positionsAt, positionsAt + positions),
  }
}
