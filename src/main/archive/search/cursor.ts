/** Steps through lists side by side: which articles hold a text, and where. */
import { MANY, STRIDE } from './segment.ts'
import type { List, ReadBytes } from './segment.ts'

/** Articles that may hold the text, and where it would begin in each: `begins[starts[i]…starts[i + 1])`. */
export type Cursor = {
  readonly docs: Uint32Array
  readonly flags: Uint8Array
  readonly starts: Uint32Array
  readonly begins: Int32Array
}

// The loops run over hundreds of thousands of numbers, and are functions of their own: what is compiled for them stays good.

/** The articles of a list. */
export function articlesOf(list: List): Uint32Array {
  const docs = new Uint32Array(list.count)
  const { data, at } = list.read(list.articles, list.flags)
  readArticles(data, at, docs)
  return docs
}

function readArticles(data: Uint8Array, read: number, docs: Uint32Array): void {
  let doc = 0
  for (let i = 0; i < docs.length; i++) {
    let byte = data[read++]!
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = data[read++]!
      delta |= (byte & 127) << shift
    }
    doc += delta
    docs[i] = doc
  }
}

/** The flag bytes of a list. */
export function flagsOf(list: List): Uint8Array {
  const { data, at } = list.read(list.flags, list.positions)
  return data.subarray(at, at + list.count)
}

/** Every article of `list`, whose text stands `offset` units after the beginning of what is looked for. */
export function begin(list: List, offset: number): Cursor {
  const docs = articlesOf(list)
  const flags = flagsOf(list)
  const starts = new Uint32Array(docs.length + 1)
  const { data, at } = list.read(list.positions, list.end)
  // A position takes at least one byte.
  const begins = new Int32Array(list.end - list.positions)
  const n = readPositions(data, at, flags, -offset, starts, begins)
  return { docs, flags, starts, begins: begins.subarray(0, n) }
}

function readPositions(
  data: Uint8Array,
  read: number,
  flags: Uint8Array,
  from: number,
  starts: Uint32Array,
  begins: Int32Array,
): number {
  let n = 0
  for (let i = 0; i < flags.length; i++) {
    let times = flags[i]! >> 5
    if (times === MANY) {
      let byte = data[read++]!
      times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[read++]!
        times |= (byte & 127) << shift
      }
    }
    let position = from
    for (let t = 0; t < times; t++) {
      let byte = data[read++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[read++]!
        delta |= (byte & 127) << shift
      }
      position += delta
      begins[n++] = position
    }
    starts[i + 1] = n
  }
  return n
}

/** Keeps what has a place of `list`, moved by its offset, too. What lies between the articles that matter is stepped over. */
export function narrow(cursor: Cursor, list: List, offset: number): Cursor {
  const kept = new Kept(cursor, list)
  const steps = stepsOf(list, cursor.docs.length)
  for (let step = 0; step < steps.lasts.length && kept.at < cursor.docs.length; step++) {
    const upTo = steps.lasts[step]!
    if (cursor.docs[kept.at]! > upTo) continue
    const first = step * STRIDE
    const count = Math.min(steps.stride, list.count - first)
    const articles = list.read(steps.articles[step]!, steps.articles[step + 1]!)
    const flags = list.read(list.flags + first, list.flags + first + count)
    const positions = list.read(steps.positions[step]!, steps.positions[step + 1]!)
    const before = step === 0 ? 0 : steps.lasts[step - 1]!
    keep(kept, count, before, upTo, offset, articles, flags, positions)
  }
  return kept.cursor()
}

/** What is kept of a cursor while a list is gone through. */
class Kept {
  /** The article of the cursor that comes next; how many are kept, and how many of their places. */
  at = 0
  count = 0
  begun = 0
  readonly from: Cursor
  readonly docs: Uint32Array
  readonly flags: Uint8Array
  readonly starts: Uint32Array
  readonly begins: Int32Array

  constructor(from: Cursor, list: List) {
    // No more can be left than there are on either side.
    const most = Math.min(from.docs.length, list.count)
    this.from = from
    this.docs = new Uint32Array(most)
    this.flags = new Uint8Array(most)
    this.starts = new Uint32Array(most + 1)
    this.begins = new Int32Array(Math.min(from.begins.length, list.end - list.positions))
  }

  cursor(): Cursor {
    return {
      docs: this.docs.subarray(0, this.count),
      flags: this.flags.subarray(0, this.count),
      starts: this.starts.subarray(0, this.count + 1),
      begins: this.begins.subarray(0, this.begun),
    }
  }
}

type Bytes = ReturnType<ReadBytes>

/** Goes through `count` articles of a list, which come after `before` and of which `upTo` is the last. */
function keep(
  kept: Kept,
  count: number,
  before: number,
  upTo: number,
  offset: number,
  { data: articles, at: articlesAt }: Bytes,
  { data: flags, at: flagsAt }: Bytes,
  { data: positions, at: positionsAt }: Bytes,
): void {
  const { docs: wanted, starts: wantedStarts, begins: wantedBegins, flags: wantedFlags } = kept.from
  const { docs, flags: keptFlags, starts, begins } = kept
  const most = wanted.length
  let { at: i, count: n, begun } = kept
  let now = wanted[i]!
  let doc = before
  for (let k = 0; k < count; k++) {
    let byte = articles[articlesAt++]!
    let delta = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = articles[articlesAt++]!
      delta |= (byte & 127) << shift
    }
    doc += delta
    const flag = flags[flagsAt++]!
    let times = flag >> 5
    if (times === MANY) {
      byte = positions[positionsAt++]!
      times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[positionsAt++]!
        times |= (byte & 127) << shift
      }
    }
    while (now < doc && ++i < most) now = wanted[i]!
    if (now !== doc) {
      if (now > upTo || i >= most) break
      // Not wanted: step over its positions, a number ends with a byte below 128.
      for (let t = 0; t < times; t++) while (positions[positionsAt++]! > 127);
      continue
    }
    let w = wantedStarts[i]!
    const end = wantedStarts[i + 1]!
    const begunBefore = begun
    let position = -offset
    for (let t = 0; t < times; t++) {
      byte = positions[positionsAt++]!
      delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[positionsAt++]!
        delta |= (byte & 127) << shift
      }
      position += delta
      while (w < end && wantedBegins[w]! < position) w++
      if (w < end && wantedBegins[w] === position) begins[begun++] = position
    }
    if (begun > begunBefore) {
      docs[n] = doc
      keptFlags[n++] = wantedFlags[i]! & flag & 31
      starts[n] = begun
    }
  }
  kept.at = i
  kept.count = n
  kept.begun = begun
}

/** The steps of a list: the last article of each, where its articles and positions begin, one more at the end. */
type Steps = {
  readonly stride: number
  readonly lasts: Float64Array
  readonly articles: Float64Array
  readonly positions: Float64Array
}

/** One step where so many are `wanted` that there is little to step over. */
function stepsOf(list: List, wanted: number): Steps {
  const length = wanted * STRIDE > list.count * 2 ? 0 : list.articles - list.skips
  const steps = length > 0 ? Math.ceil(list.count / STRIDE) : 1
  const lasts = new Float64Array(steps)
  const articles = new Float64Array(steps + 1)
  const positions = new Float64Array(steps + 1)
  articles[0] = list.articles
  positions[0] = list.positions
  articles[steps] = list.flags
  positions[steps] = list.end
  lasts[steps - 1] = Infinity
  if (length > 0) {
    const { data, at } = list.read(list.skips, list.articles)
    let read = at
    const next = () => {
      let byte = data[read++]!
      let n = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[read++]!
        n |= (byte & 127) << shift
      }
      return n
    }
    let last = 0
    for (let step = 1; step < steps; step++) {
      last += next()
      lasts[step - 1] = last
      articles[step] = articles[step - 1]! + next()
      positions[step] = positions[step - 1]! + next()
    }
  }
  return { stride: length > 0 ? STRIDE : list.count, lasts, articles, positions }
}
