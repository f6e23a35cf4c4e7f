/**
 * Makes one segment of several, in small steps and without ever holding them: lists are read side by side, joined as they are with
 * the numbers of articles moved on, and handed over as they are made. Which pairs are common is another matter in the whole than
 * in its parts, so the lists of triples are made anew, from the texts that those of pairs tell. So the texts are all that is held.
 */
import { Bytes, Reader } from './bytes.ts'
import { layBlocks, putPair } from './lay-out.ts'
import type { Laid } from './lay-out.ts'
import { Lists } from './lists.ts'
import { Places } from './places.ts'
import { Scratch } from './scratch.ts'
import { listAt } from './segment.ts'
import type { ReadBytes, Segment } from './segment.ts'
import { commonFrom, Triples } from './triples.ts'

/** A segment that is merged. Its lists of units and pairs are read once, as they stand. */
export type Part = Omit<Segment, 'data'> & { readonly read: ReadBytes }

/** Takes the bytes of the merged segment one after the other, and gives them back. */
export type Sink = { readonly append: (bytes: Uint8Array) => void; readonly read: ReadBytes }

/** The merged segment, whose bytes are with `sink` when it ends. `common`: how many articles make a pair common, at the least. */
export function* mergeParts(
  parts: readonly Part[],
  sink: Sink,
  common?: number,
): Generator<undefined, Omit<Segment, 'data'>> {
  const { first, ...head } = numbered(parts)
  yield
  const laid = yield* layBlocks(head)
  yield
  const out = new Output(sink, head.pageOf)
  const at = parts.map(() => 0)
  const most = parts.reduce((n, p) => n + p.terms.length, 0)
  const terms = new Uint32Array(most)
  const offsets = new Float64Array(most + 1)
  let count = 0
  yield
  const pairs: number[] = []
  const least = commonFrom(head.articles.length, common)
  for (let term = nextTerm(parts, at); term < Infinity; term = nextTerm(parts, at)) {
    offsets[count] = out.length
    const articles = joinLists(parts, at, first, term, laid, out.lists)
    if ((term & 0xffff) !== 0 && articles >= least) pairs.push(count)
    terms[count++] = term
    if (out.isMuch()) yield
  }
  offsets[count] = out.length
  out.hand()
  const triples = new Triples(
    out.lists,
    laid,
    Uint32Array.from(pairs, (i) => terms[i]!),
  )
  yield
  const directories = new Float64Array(pairs.length)
  const scratch = new Scratch(Uint8Array)
  for (const [i, pair] of pairs.entries()) {
    const list = sink.read(offsets[pair]!, offsets[pair + 1]!, scratch)
    directories[i] = out.handed + (yield* triples.steps(terms[pair]!, list.data, list.at))
    if (out.isMuch()) yield
  }
  out.hand()
  yield
  return {
    ...head,
    terms: terms.subarray(0, count),
    offsets: offsets.subarray(0, count + 1),
    common: Uint32Array.from(pairs, (i) => terms[i]!),
    directories,
  }
}

/** So many bytes are handed over at once; so many are made in a step. Each takes a few milliseconds. */
const PIECE = 1 << 18
const STEP = 1 << 15

/** What is made and not yet handed over. */
class Output {
  readonly lists: Lists
  handed = 0
  private readonly sink: Sink
  private due = STEP

  constructor(sink: Sink, pageOf: Uint32Array) {
    this.sink = sink
    this.lists = new Lists(new Uint8Array(PIECE * 2), pageOf)
  }

  get length(): number {
    return this.handed + this.lists.length
  }

  /** Whether a step is done. */
  isMuch(): boolean {
    if (this.length < this.due) return false
    if (this.lists.length >= PIECE) this.hand()
    this.due = this.length + STEP
    return true
  }

  hand(): void {
    const bytes = this.lists.take()
    this.handed += bytes.length
    this.sink.append(bytes)
  }
}

/** The articles of all parts one after the other, and the number of the first one of each part. */
function numbered(parts: readonly Part[]) {
  const first: number[] = []
  const pageOf = new Uint32Array(parts.reduce((n, p) => n + p.articles.length, 0))
  let articles = 0
  let pages = 0
  for (const p of parts) {
    first.push(articles)
    for (let doc = 0; doc < p.pageOf.length; doc++) pageOf[articles + doc] = p.pageOf[doc]! + pages
    articles += p.articles.length
    pages += p.pages.length
  }
  const all = <T extends Float64Array | Uint32Array | Uint8Array>(
    make: (length: number) => T,
    of: (p: Part) => T,
  ): T => {
    const whole = make(parts.reduce((n, p) => n + of(p).length, 0))
    let at = 0
    for (const p of parts) {
      whole.set(of(p), at)
      at += of(p).length
    }
    return whole
  }
  return {
    first,
    pageOf,
    articles: all(
      (n) => new Float64Array(n),
      (p) => p.articles,
    ),
    pages: all(
      (n) => new Float64Array(n),
      (p) => p.pages,
    ),
    lengths: all(
      (n) => new Uint32Array(n),
      (p) => p.lengths,
    ),
    blocks: all(
      (n) => new Uint8Array(n),
      (p) => p.blocks,
    ),
  }
}

/** The first term that is still to come, Infinity where none is. */
function nextTerm(parts: readonly Part[], at: readonly number[]): number {
  let term = Infinity
  for (let i = 0; i < parts.length; i++) {
    const next = parts[i]!.terms[at[i]!]
    if (next !== undefined && next < term) term = next
  }
  return term
}

const JOIN = { articles: new Bytes(), flags: new Bytes(), positions: new Bytes() }
const PLACES = new Places()

/** Makes the list of `term` of those of the parts which have one, puts a pair into the texts, and says how many articles have it. */
function joinLists(
  parts: readonly Part[],
  at: number[],
  firsts: readonly number[],
  term: number,
  laid: Laid,
  lists: Lists,
): number {
  let count = 0
  let pages = 0
  let last = 0
  const { articles, flags, positions } = JOIN
  articles.clear()
  flags.clear()
  positions.clear()
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i]!
    const place = at[i]!
    if (p.terms[place] !== term) continue
    at[i] = place + 1
    const { data, at: from } = p.read(p.offsets[place]!, p.offsets[place + 1]!)
    const list = listAt(data, from, 0, p.read)
    count += list.count
    pages += list.pages
    // Only the first number is relative to what stood before; the last article must be known for the next part.
    const read = new Reader(data, list.articles)
    const first = read.number()
    const rest = read.at
    let doc = first
    for (let n = 1; n < list.count; n++) doc += read.number()
    articles.number(first + firsts[i]! - last)
    articles.range(data, rest, list.flags)
    flags.range(data, list.flags, list.positions)
    positions.range(data, list.positions, list.end)
    last = doc + firsts[i]!
    if ((term & 0xffff) === 0) continue
    PLACES.read(data, from)
    putPair(laid, term, PLACES, firsts[i]!)
  }
  lists.join(count, pages, articles.view(), flags.view(), positions.view())
  return count
}
