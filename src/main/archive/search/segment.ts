/**
 * A segment: an immutable inverted index of some articles. A term is a pair of neighbouring code units of the normal form
 * (high half, low half) or a single one (low half 0). For each term: how many articles and pages, which articles, in which
 * groups of roles and how often, and for pairs where. So two characters are answered by one list and longer texts by
 * neighbouring positions, exactly. Where many articles hold a pair, three units have lists too: see `triples.ts`.
 */

import { Reader } from './bytes.ts'
import type { Scratch } from './scratch.ts'

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
  /** For each article the number of its blocks, for each of those its length and the bit of its role's group. */
  readonly blocks: Uint8Array
  /** Terms ascending, and where the list of each begins in `data` (one more at the end). */
  readonly terms: Uint32Array
  readonly offsets: Float64Array
  /** The pairs that many articles hold, ascending, and where the directory of each one's triples stands in `data`. */
  readonly common: Uint32Array
  readonly directories: Float64Array
  readonly data: Uint8Array
}

/** How often a term stands in an article is said up to this in the flag byte; from there on before its positions. */
export const MANY = 7

/** A list with positions says after every so many articles where the next ones begin. */
export const STRIDE = 32

/** How a segment's bytes are laid; those of an earlier form are still read, and indexed anew when it is quiet. */
export const FORM = 3

/** The bytes `[from, to)` of a segment's data: they begin at `at` in `data`. What has to be put together is put in `scratch`, if there is one. */
export type ReadBytes = (
  from: number,
  to: number,
  scratch?: Scratch<Uint8Array>,
) => { readonly data: Uint8Array; readonly at: number }

/** A list, and where its parts begin in the segment's data; they are read when they are wanted. */
export type List = {
  readonly count: number
  readonly pages: number
  readonly skips: number
  readonly articles: number
  readonly flags: number
  readonly positions: number
  readonly end: number
  readonly read: ReadBytes
}

/** More than the numbers at a list's head can take. */
const HEAD = 25

/** The list that begins at `from` and ends before `to`. */
export function openList(read: ReadBytes, from: number, to: number, form = FORM): List {
  const { data, at } = read(from, Math.min(to, from + HEAD))
  return listAt(data, at, from - at, read, form)
}

/** The list whose head stands at `at` in `data`, which is `base` further on in the segment. */
export function listAt(data: Uint8Array, at: number, base: number, read: ReadBytes, form = FORM): List {
  const head = new Reader(data, at)
  const count = head.number()
  const pages = head.number()
  const articlesLength = head.number()
  const positionsLength = head.number()
  const skipsLength = form > 1 && count > STRIDE && positionsLength > 0 ? head.number() : 0
  const skips = base + head.at
  const articles = skips + skipsLength
  const flags = articles + articlesLength
  const positions = flags + count
  return { count, pages, skips, articles, flags, positions, end: positions + positionsLength, read }
}
