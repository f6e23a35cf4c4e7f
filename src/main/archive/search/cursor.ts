/** Steps through lists side by side: which articles hold a text, and where. */
import { MANY, STRIDE } from './segment.ts'
import type { List } from './segment.ts'

/** Articles that may hold the text, and where it would begin in each: `begins[starts[i]…starts[i + 1])`. */
export type Cursor = {
  readonly docs: Uint32Array
  readonly flags: Uint8Array
  readonly starts: Uint32Array
  readonly begins: Int32Array
}

/** The articles of a list. */
export function articlesOf(list: List): Uint32Array {
  const docs = new Uint32Array(list.count)
  const { data, at } = list.read(list.articles, list.flags)
  let doc = 0
  let read = at
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
  return docs
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
  let read = at
  let n = 0
  for (let i = 0; i < docs.length; i++) {
    let times = flags[i]! >> 5
    if (times === MANY) {
      let byte = data[read++]!
      times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[read++]!
        times |= (byte & 127) << shift
      }
    }
    let position = -offset
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
  return { docs, flags, starts, begins: begins.subarray(0, n) }
}

/** Keeps what has a place of `list`, moved by its offset, too. What lies between the articles that matter is stepped over. */
export function narrow(cursor: Cursor, list: List, offset: number): Cursor {
  // No more can be left than there are on either side.
  const room = Math.min(cursor.docs.length, list.count)
  const docs = new Uint32Array(room)
  const keptFlags = new Uint8Array(room)
  const starts = new Uint32Array(room + 1)
  const begins = new Int32Array(Math.min(cursor.begins.length, list.end - list.positions))
  // In the loop everything is a variable of its own: it runs hundreds of thousands of times.
  const { docs: wanted, starts: wantedStarts, begins: wantedBegins, flags: wantedFlags } = cursor
  const most = wanted.length
  let kept = 0
  let begun = 0
  let i = 0
  let now = wanted[0] ?? 0
  const steps = stepsOf(list, most)
  for (let step = 0; step < steps.lasts.length && i < most; step++) {
    const upTo = steps.lasts[step]!
    if (now > upTo) continue
    const a = list.read(steps.articles[step]!, steps.articles[step + 1]!)
    const f = list.read(list.flags + step * STRIDE, Math.min(list.positions, list.flags + steps.stride * (step + 1)))
    const p = list.read(steps.positions[step]!, steps.positions[step + 1]!)
    const articles = a.data
    const flags = f.data
    const positions = p.data
    const count = Math.min(steps.stride, list.count - step * STRIDE)
    let readDoc = a.at
    let read = p.at
    let doc = step === 0 ? 0 : steps.lasts[step - 1]!
    for (let n = 0; n < count; n++) {
      let byte = articles[readDoc++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = articles[readDoc++]!
        delta |= (byte & 127) << shift
      }
      doc += delta
      const flag = flags[f.at + n]!
      let times = flag >> 5
      if (times === MANY) {
        byte = positions[read++]!
        times = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = positions[read++]!
          times |= (byte & 127) << shift
        }
      }
      while (now < doc && ++i < most) now = wanted[i]!
      if (now !== doc) {
        if (now > upTo || i === most) break
        // Not wanted: step over its positions, a number ends with a byte below 128.
        for (let t = 0; t < times; t++) while (positions[read++]! > 127);
        continue
      }
      let k = wantedStarts[i]!
      const end = wantedStarts[i + 1]!
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
        while (k < end && wantedBegins[k]! < position) k++
        if (k < end && wantedBegins[k] === position) begins[begun++] = position
      }
      if (begun > before) {
        docs[kept] = doc
        keptFlags[kept++] = wantedFlags[i]! & flag & 31
        starts[kept] = begun
      }
    }
  }
  return {
    docs: docs.subarray(0, kept),
    flags: keptFlags.subarray(0, kept),
    starts: starts.subarray(0, kept + 1),
    begins: begins.subarray(0, begun),
  }
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
