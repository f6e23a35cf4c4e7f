/** Finds one text in one segment: which articles hold it, in which groups of roles, and how often. */
import { MANY, openList } from './segment.ts'
import type { List } from './segment.ts'

/** Articles by their number in the segment, ascending; for each a flag byte: groups of roles (low five bits), times (high three, up to 7). */
export type Hits = { readonly docs: Uint32Array; readonly flags: Uint8Array }

/** Where the list of a term stands, or undefined where the segment has none. */
export type LookUp = (term: number) => { readonly data: Uint8Array; readonly at: number } | undefined

const NONE: Hits = { docs: new Uint32Array(0), flags: new Uint8Array(0) }

/** Reading and searching an article's text costs about as much as stepping over so many entries of a list. */
const READING = 400

/** The hits of `needle` (in normal form, not empty). `read` gives an article's text: where few are left, reading them is quicker. */
export function find(needle: string, lookUp: LookUp, read?: (doc: number) => string): Hits {
  if (needle.length <= 2) {
    const list = listOf(needle.length === 1 ? single(needle) : pair(needle, 0), lookUp)
    return list ? { docs: articlesOf(list), flags: list.flags } : NONE
  }
  const lists: { offset: number; list: List }[] = []
  for (const offset of offsetsFor(needle.length)) {
    const list = listOf(pair(needle, offset), lookUp)
    if (!list) return NONE
    lists.push({ offset, list })
  }
  // The rarest first: each further one can only take away.
  lists.sort((a, b) => a.list.count - b.list.count)
  const [rarest, ...others] = lists
  if (!rarest) return NONE
  let cursor = begin(rarest.list, rarest.offset)
  for (const [i, { list, offset }] of others.entries()) {
    if (read && cursor.docs.length * READING < others.slice(i).reduce((n, o) => n + o.list.count, 0))
      return byReading(cursor, needle, read)
    cursor = narrow(cursor, list, offset)
    if (cursor.docs.length === 0) return NONE
  }
  const flags = new Uint8Array(cursor.docs.length)
  for (let i = 0; i < flags.length; i++) {
    const times = (cursor.starts[i + 1] ?? 0) - (cursor.starts[i] ?? 0)
    flags[i] = (cursor.flags[i]! & 31) | (Math.min(times, MANY) << 5)
  }
  return { docs: cursor.docs, flags }
}

/** How many articles and pages hold `needle`, where one look at a list's head tells it: one or two code units. */
export function headCount(needle: string, lookUp: LookUp): { articles: number; pages: number } | undefined {
  if (needle.length > 2) return undefined
  const list = listOf(needle.length === 1 ? single(needle) : pair(needle, 0), lookUp)
  return list ? { articles: list.count, pages: list.pages } : { articles: 0, pages: 0 }
}

const single = (needle: string): number => (needle.charCodeAt(0) << 16) >>> 0

const pair = (needle: string, at: number): number => ((needle.charCodeAt(at) << 16) | needle.charCodeAt(at + 1)) >>> 0

/** Pairs that cover a text of `length`: 0, 2, 4 … and the last. */
function* offsetsFor(length: number): Generator<number> {
  for (let offset = 0; offset + 2 <= length; offset += 2) yield offset
  if (length % 2 === 1) yield length - 2
}

function listOf(term: number, lookUp: LookUp): List | undefined {
  const found = lookUp(term)
  return found && openList(found.data, found.at)
}

function articlesOf(list: List): Uint32Array {
  const docs = new Uint32Array(list.count)
  const { articles } = list
  let doc = 0
  let read = 0
  for (let i = 0; i < docs.length; i++) {
    let byte = articles[read++]!
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = articles[read++]!
      delta |= (byte & 127) << shift
    }
    doc += delta
    docs[i] = doc
  }
  return docs
}

function byReading(cursor: Cursor, needle: string, read: (doc: number) => string): Hits {
  const docs: number[] = []
  const flags: number[] = []
  for (let i = 0; i < cursor.docs.length; i++) {
    const text = read(cursor.docs[i]!)
    let times = 0
    for (let at = text.indexOf(needle); at >= 0 && times < MANY; at = text.indexOf(needle, at + 1)) times++
    if (times === 0) continue
    docs.push(cursor.docs[i]!)
    flags.push((cursor.flags[i]! & 31) | (times << 5))
  }
  return { docs: Uint32Array.from(docs), flags: Uint8Array.from(flags) }
}

/** Articles that may hold the text, and where it would begin in each: `begins[starts[i]…starts[i + 1])`. */
type Cursor = {
  readonly docs: Uint32Array
  readonly flags: Uint8Array
  readonly starts: Uint32Array
  readonly begins: Int32Array
}

function begin(list: List, offset: number): Cursor {
  const docs = articlesOf(list)
  const starts = new Uint32Array(docs.length + 1)
  // A position takes at least one byte.
  const begins = new Int32Array(list.positions.length)
  const { positions, flags } = list
  let read = 0
  let n = 0
  for (let i = 0; i < docs.length; i++) {
    let times = flags[i]! >> 5
    if (times === MANY) {
      let byte = positions[read++]!
      times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[read++]!
        times |= (byte & 127) << shift
      }
    }
    let position = -offset
    for (let t = 0; t < times; t++) {
      let byte = positions[read++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[read++]!
        delta |= (byte & 127) << shift
      }
      position += delta
      begins[n++] = position
    }
    starts[i + 1] = n
  }
  return { docs, flags, starts, begins: begins.subarray(0, n) }
}

/** Keeps what has a place of `list`, moved by its offset, too. */
function narrow(cursor: Cursor, list: List, offset: number): Cursor {
  // No more can be left than there are on either side.
  const most = Math.min(cursor.docs.length, list.count)
  const docs = new Uint32Array(most)
  const keptFlags = new Uint8Array(most)
  const starts = new Uint32Array(most + 1)
  const begins = new Int32Array(Math.min(cursor.begins.length, positionsLength(list)))
  let kept = 0
  let begun = 0
  const { articles, positions, flags } = list
  let i = 0
  let doc = 0
  let readDoc = 0
  let read = 0
  for (let n = 0; n < list.count && i < cursor.docs.length; n++) {
    let byte = articles[readDoc++]!
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = articles[readDoc++]!
      delta |= (byte & 127) << shift
    }
    doc += delta
    let times = flags[n]! >> 5
    if (times === MANY) {
      byte = positions[read++]!
      times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[read++]!
        times |= (byte & 127) << shift
      }
    }
    while (i < cursor.docs.length && cursor.docs[i]! < doc) i++
    if (cursor.docs[i] !== doc) {
      // Not wanted: step over its positions, a number ends with a byte below 128.
      for (let t = 0; t < times; t++) while (positions[read++]! > 127);
      continue
    }
    let k = cursor.starts[i]!
    const end = cursor.starts[i + 1]!
    const before = begun
    let position = -offset
    for (let t = 0; t < times; t++) {
      byte = positions[read++]!
      delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[read++]!
        delta |= (byte & 127) << shift
      }
      position += delta
      while (k < end && cursor.begins[k]! < position) k++
      if (k < end && cursor.begins[k] === position) begins[begun++] = position
    }
    if (begun > before) {
      docs[kept] = doc
      keptFlags[kept++] = cursor.flags[i]! & flags[n]! & 31
      starts[kept] = begun
    }
  }
  return {
    docs: docs.subarray(0, kept),
    flags: keptFlags.subarray(0, kept),
    starts: starts.subarray(0, kept + 1),
    begins: begins.subarray(0, begun),
  }
}

/** A position takes at least one byte. */
const positionsLength = (list: List): number => list.positions.length
