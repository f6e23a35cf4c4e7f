/** Parts a heading into lines: at blanks, brackets and marks, else between words, where the sentence bears it best. */
import type { Words } from '../../words.ts'

/** `text` in `count` lines of about one length. */
export function splitTitle(text: string, count: number, words?: Words): readonly string[] {
  if (count === 1) return [text]
  const pieces = glued(words ? words.cut(text) : [...text])
  if (pieces.length <= count) return pieces
  const grammar = grammarOf(text, words)
  const target = wideOf(text) / count
  const costOf = (line: string) => ((wideOf(line.trim()) - target) / target) ** 2
  const starts: number[] = [0]
  for (const piece of pieces) starts.push((starts.at(-1) ?? 0) + piece.length)
  const known = new Map<number, Ending>()
  const best = (from: number, left: number): Ending => {
    const key = from * 100 + left
    const ending = known.get(key) ?? endingOf(from, left)
    known.set(key, ending)
    return ending
  }
  const endingOf = (from: number, left: number): Ending => {
    let line = ''
    let found: Ending = { cost: Infinity, lines: [pieces.slice(from).join('')] }
    if (left === 1) return { cost: costOf(found.lines[0] ?? ''), lines: found.lines }
    for (let to = from + 1; to <= pieces.length - left + 1; to++) {
      line += pieces[to - 1] ?? ''
      if (wideOf(line) > target * 2.5) break
      const rest = best(to, left - 1)
      const cost = costOf(line) + rest.cost + breakCost(text, starts[to] ?? 0, grammar)
      if (cost < found.cost) found = { cost, lines: [line, ...rest.lines] }
    }
    return found
  }
  return best(0, count).lines
}

/** About how many em `text` takes: figures and Western letters are half as wide as characters. */
const wideOf = (text: string): number => text.length - (text.match(/[!-~]/g)?.length ?? 0) / 2

type Ending = { readonly cost: number; readonly lines: readonly string[] }

/** Tags of the words that end and start at an offset. */
type Grammar = {
  readonly ends: ReadonlyMap<number, string>
  readonly starts: ReadonlyMap<number, string>
}

function grammarOf(text: string, words: Words | undefined): Grammar | undefined {
  const tagged = words?.tag(text) ?? []
  if (tagged.length === 0 || tagged.map((w) => w.word).join('') !== text) return undefined
  const ends = new Map<number, string>()
  const starts = new Map<number, string>()
  let at = 0
  for (const { word, tag } of tagged) {
    starts.set(at, tag)
    at += word.length
    ends.set(at, tag)
  }
  return { ends, starts }
}

/** What it costs to end a headline's line at `at`: nothing at a blank that is not thin or a bracket, little behind a mark, much inside a phrase. */
function breakCost(text: string, at: number, grammar: Grammar | undefined): number {
  const [line, next] = [text.slice(0, at), text.slice(at)]
  if (/[^\S\u2009]$/.test(line) || /^(?!\u2009)[\s（]/.test(next)) return 0
  const torn = isInside(line) ? TORN : 0
  if (/[，、：；！？——]$/.test(line)) return 0.15 + torn
  if (/[”》]$/.test(line) && !grammar) return 0.15 + torn
  if (grammar && torn === 0 && /^[“‘《]/.test(next)) return 0.3
  // 同比增长: with what a figure is compared belongs to what it did
  if (/[同环]比$/.test(line)) return 1 + torn
  if (/^[同环]比/.test(next)) return 0.2 + torn
  return (grammar ? phraseCost(grammar.ends.get(at), grammar.starts.get(at)) : 0.4) + torn
}

/** Inside a quotation or a bracket a line ends badly. */
const TORN = 0.6
const isInside = (line: string): boolean => count(line, /[“‘《（]/g) > count(line, /[”’》）]/g)
const count = (s: string, pattern: RegExp): number => s.match(pattern)?.length ?? 0

/** By the tags (ICTCLAS set) of the words before and after: a clause bears a break before its verb, a noun none from what says which. */
function phraseCost(before: string | undefined, after: string | undefined): number {
  if (before === undefined || after === undefined) return 0.7
  if (/^(u|y|f|q)/.test(after) || /^(p|c|d)/.test(before)) return 1
  if (before === 'uj') return 0.35
  // by how much is said with what it does
  if (before.startsWith('v') && after.startsWith('m')) return 0.65
  if (/^(v$|vd|p|c|d|r)/.test(after)) return 0.2
  if (/^v$/.test(before)) return 0.3
  if (/^(a|b|z|n|vn|m|q|l|i|j|s)/.test(before) && /^(n|vn|an|s|j|l|x)/.test(after)) return 0.65
  return 0.4
}

/** Pieces with marks that may not start a line hung to what stands before, and those that may not end one, and figures, to what follows; a time and a score are one piece. */
function glued(pieces: readonly string[]): readonly string[] {
  const out: string[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (
      last !== undefined &&
      (/^[，。、；：？！”’）》】…—·∶%％‰℃°]/.test(piece) || /[“‘（《【—−]$/.test(last) || counts(last, piece))
    )
      out[out.length - 1] = last + piece
    else out.push(piece)
  }
  return out
}

/** A figure and what it counts, as 2 and 项 in 第2项; the first and the second part of 6：30 or 2∶1. */
const counts = (last: string, piece: string): boolean =>
  (/[\d０-９][：∶．]$/.test(last) && /^[\d０-９]/.test(piece)) ||
  (/(^|[^A-Za-z])[\d.,]*\d$|第$/.test(last) && /^[\p{Script=Han}\d]/u.test(piece))
