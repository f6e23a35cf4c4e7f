/** Steps through lists: which articles hold a text, and where. */
import { Reader } from './bytes.ts'
import type { Candidates } from './candidates.ts'
import { MANY, STRIDE } from './segment.ts'
import type { List } from './segment.ts'
import { Window } from './window.ts'

// The loops run over hundreds of thousands of numbers, and are functions of their own: what is compiled for them stays good.

/** The articles of a list. */
export function articlesOf(list: List): Uint32Array {
  const docs = new Uint32Array(list.count)
  const { data, at } = list.read(list.articles, list.flags)
  readArticles(data, at, docs)
  return docs
}

function readArticles(data: Uint8Array, at: number, docs: Uint32Array): number {
  const articles = new Reader(data, at)
  let doc = 0
  for (let i = 0; i < docs.length; i++) {
    doc += articles.number()
    docs[i] = doc
  }
  return articles.at
}

/** The flag bytes of a list. */
export function flagsOf(list: List): Uint8Array {
  const { data, at } = list.read(list.flags, list.positions)
  return data.subarray(at, at + list.count)
}

const ARTICLES = new Window()
const FLAGS = new Window()
const POSITIONS = new Window()
const SKIPS = new Window()

/** Every article of `list`, whose text stands `offset` units after the beginning of what is looked for. */
export function begin(list: List, offset: number, into: Candidates): void {
  // A position takes at least one byte.
  into.clear(list.count, list.end - list.positions)
  ARTICLES.open(list.read)
  const articlesAt = ARTICLES.seek(list.articles, list.end)
  const flagsAt = readArticles(ARTICLES.data, articlesAt, into.docs)
  readPositions(ARTICLES.data, flagsAt, list.count, -offset, into)
}

function readPositions(data: Uint8Array, flagsAt: number, count: number, from: number, into: Candidates): void {
  const { groups, starts, begins } = into
  let read = flagsAt + count
  let n = 0
  for (let i = 0; i < count; i++) {
    const flags = data[flagsAt + i]!
    groups[i] = flags & 31
    let times = flags >> 5
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
      const long = byte >> 7
      const second = data[read + long - 1]!
      let delta = (byte & 127) | (((second & 127) << 7) & -long)
      read += long
      if (second > 127) {
        let shift = 14
        do {
          byte = data[read++]!
          delta |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      position += delta
      begins[n++] = position
    }
    starts[i + 1] = n
  }
  into.count = count
  into.begun = n
}

/**
 * Puts into `into` what of `from` has a place of `list`, moved by its offset, too. What lies between the articles that matter is
 * stepped over. With `once` each article is left at its first place, and the places themselves are not kept.
 */
export function narrow(from: Candidates, list: List, offset: number, into: Candidates, once: boolean): void {
  into.clear(Math.min(from.count, list.count), Math.min(from.begun, list.end - list.positions))
  ARTICLES.open(list.read)
  // Where so many are wanted there is little to step over.
  if (list.skips === list.articles || from.count * STRIDE > list.count * 2) {
    const at = ARTICLES.seek(list.articles, list.end)
    const { data } = ARTICLES
    const flagsAt = at + list.flags - list.articles
    const stretch = {
      count: list.count,
      before: 0,
      upTo: LAST,
      articles: data,
      articlesAt: at,
      flags: data,
      flagsAt,
      positions: data,
      positionsAt: flagsAt + list.count,
    }
    keep(from, 0, stretch, offset, once, into)
  } else narrowBySteps(from, list, offset, into, once)
}

/** After every article of a segment. */
const LAST = 0xffffffff

function narrowBySteps(from: Candidates, list: List, offset: number, into: Candidates, once: boolean): void {
  FLAGS.open(list.read)
  POSITIONS.open(list.read)
  SKIPS.open(list.read)
  const { docs, count } = from
  const skips = SKIPS.seek(list.skips, list.articles)
  const skipsEnd = skips + list.articles - list.skips
  const next = new Reader(SKIPS.data, skips)
  let wanted = 0
  let before = 0
  let articles = list.articles
  let positions = list.positions
  for (let first = 0; wanted < count; first += STRIDE) {
    let last = LAST
    let articlesEnd = list.flags
    let positionsEnd = list.end
    if (next.at < skipsEnd) {
      last = before + next.number()
      articlesEnd = articles + next.number()
      positionsEnd = positions + next.number()
    }
    if (docs[wanted]! <= last) {
      const own = Math.min(STRIDE, list.count - first)
      // What is sought may be read anew into `data`, so that comes after.
      const articlesAt = ARTICLES.seek(articles, articlesEnd)
      const flagsAt = FLAGS.seek(list.flags + first, list.flags + first + own)
      const positionsAt = POSITIONS.seek(positions, positionsEnd)
      const stretch = {
        count: own,
        before,
        upTo: last,
        articles: ARTICLES.data,
        articlesAt,
        flags: FLAGS.data,
        flagsAt,
        positions: POSITIONS.data,
        positionsAt,
      }
      wanted = keep(from, wanted, stretch, offset, once, into)
    }
    if (last === LAST) return
    before = last
    articles = articlesEnd
    positions = positionsEnd
  }
}

/** A stretch of a list: `count` articles that come after `before`, none after `upTo`, and where their numbers, flags and positions stand. */
type Stretch = {
  readonly count: number
  readonly before: number
  readonly upTo: number
  readonly articles: Uint8Array
  readonly articlesAt: number
  readonly flags: Uint8Array
  readonly flagsAt: number
  readonly positions: Uint8Array
  readonly positionsAt: number
}

/**
 * Puts into `into` what of `from`, from its `i`th article on, stands in a stretch too. Says which article of `from` comes next.
 * Numbers are read as `Reader` does, written out: this is where most of a search's time goes.
 */
function keep(from: Candidates, i: number, stretch: Stretch, offset: number, once: boolean, into: Candidates): number {
  const { count, upTo, articles, flags, positions } = stretch
  let { articlesAt, flagsAt, positionsAt } = stretch
  const { docs: wanted, starts: wantedStarts, begins: wantedBegins, groups: wantedGroups, count: most } = from
  const { docs, groups, starts, begins } = into
  let { count: n, begun } = into
  let doc = stretch.before
  let read = 0
  /** So many numbers of positions belong to articles that were passed, and so many to the one at hand. */
  let passed = 0
  let times = 0
  let flag = 0
  for (; i < most && wanted[i]! <= upTo; i++) {
    const now = wanted[i]!
    while (doc < now || read === 0) {
      if (read++ === count) {
        into.count = n
        into.begun = begun
        return i
      }
      passed += times
      let byte = articles[articlesAt++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = articles[articlesAt++]!
        delta |= (byte & 127) << shift
      }
      doc += delta
      flag = flags[flagsAt++]!
      times = flag >> 5
      if (times !== MANY) continue
      while (passed > 0) passed -= 1 - (positions[positionsAt++]! >> 7)
      byte = positions[positionsAt++]!
      times = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[positionsAt++]!
        times |= (byte & 127) << shift
      }
    }
    if (doc !== now) continue
    // A number ends with a byte below 128.
    while (passed > 0) passed -= 1 - (positions[positionsAt++]! >> 7)
    let w = wantedStarts[i]!
    const end = wantedStarts[i + 1]!
    const begunBefore = begun
    let position = -offset
    for (; times > 0; times--) {
      let byte = positions[positionsAt++]!
      const long = byte >> 7
      const second = positions[positionsAt + long - 1]!
      let delta = (byte & 127) | (((second & 127) << 7) & -long)
      positionsAt += long
      if (second > 127) {
        let shift = 14
        do {
          byte = positions[positionsAt++]!
          delta |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      position += delta
      while (w < end && wantedBegins[w]! < position) w++
      if (w < end && wantedBegins[w] === position) {
        begins[begun++] = position
        if (!once) continue
        passed = --times
        times = 0
        break
      }
    }
    if (begun > begunBefore) {
      docs[n] = doc
      groups[n++] = wantedGroups[i]! & flag
      starts[n] = begun
    }
  }
  into.count = n
  into.begun = begun
  return i
}
