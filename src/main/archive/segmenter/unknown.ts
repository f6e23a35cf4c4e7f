/**
 * Finds words that no dictionary has among characters that stand alone: each character begins, goes on with, ends or is a word, and
 * the likeliest row of these is told by jieba's hidden Markov model (Viterbi).
 */
import { isPair } from './likeliest.ts'

export type Model = {
  readonly start: readonly number[]
  /** From a state to the next, four by four. */
  readonly moves: Float64Array
  /** By row of a character, four a row; the first row is of those that are not known. */
  readonly characters: Float64Array
  /** By code unit, its row. */
  readonly rows: Uint16Array
}

/** As jieba numbers the states: begins, ends, goes on with, is a word. */
const STATES = 4
const [ENDS, ALONE] = [1, 3]
/** What is as good as impossible. */
const NEVER = -3.14e100

/** The model in the lines of jieba's file: where a row starts, the moves, then a line of characters for each state. */
export function makeModel(file: string): Model {
  const [start = '', ...others] = file.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const rows = new Uint16Array(0x10000)
  const values: number[] = [NEVER, NEVER, NEVER, NEVER]
  for (const [state, line] of others.slice(STATES).entries())
    for (const item of line.split(',')) {
      const unit = item.charCodeAt(0)
      if (rows[unit] === 0) rows[unit] = values.push(NEVER, NEVER, NEVER, NEVER) / STATES - 1
      values[rows[unit]! * STATES + state] = Number(item.slice(item.indexOf(':') + 1))
    }
  const numbers = (line: string) => line.trim().split(' ').map(Number)
  return {
    start: numbers(start),
    moves: Float64Array.from(others.slice(0, STATES).flatMap(numbers)),
    characters: Float64Array.from(values),
    rows,
  }
}

/** Calls `each` with every word of `text.slice(from, to)`, whose characters are none of the dictionary's words together. */
export function unknownWords(
  model: Model,
  text: string,
  from: number,
  to: number,
  each: (start: number, end: number) => void,
): void {
  let left = from
  for (let right = from; right < to;) {
    if (text.charCodeAt(right) >= 0x80) {
      right++
      continue
    }
    if (left < right) guess(model, text, left, right, each)
    left = right
    right = endOfPlain(text, left, to)
    each(left, right)
    left = right
  }
  if (left < to) guess(model, text, left, to, each)
}

/** Letters with the digits behind them, or a number, or one sign. */
function endOfPlain(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from)
  let end = from + 1
  if (isLetter(first)) while (end < to && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++
  else if (isDigit(first)) while (end < to && (isDigit(text.charCodeAt(end)) || text[end] === '.')) end++
  return end
}

const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** Used again for the next guess: the state before, four a character; where characters end. */
let before = new Uint8Array(256)
let characterEnds = new Int32Array(64)
const sums = new Float64Array(STATES)
const next = new Float64Array(STATES)

function guess(
  { start, moves, characters, rows }: Model,
  text: string,
  from: number,
  to: number,
  each: (start: number, end: number) => void,
): void {
  if (characterEnds.length < to - from) {
    characterEnds = new Int32Array((to - from) * 2)
    before = new Uint8Array((to - from) * 2 * STATES)
  }
  let count = 0
  for (let i = from; i < to; count++) {
    const unit = text.charCodeAt(i)
    const pair = i + 1 < to && isPair(unit, text.charCodeAt(i + 1))
    const row = pair ? 0 : rows[unit]! * STATES
    for (let state = 0; state < STATES; state++) {
      const likely = characters[row + state]!
      if (count === 0) {
        next[state] = start[state]! + likely
        continue
      }
      let best = NEVER
      let by = ENDS
      for (let old = 0; old < STATES; old++) {
        const sum = sums[old]! + moves[old * STATES + state]! + likely
        if (sum > best) {
          best = sum
          by = old
        }
      }
      next[state] = best
      before[count * STATES + state] = by
    }
    sums.set(next)
    i += pair ? 2 : 1
    characterEnds[count] = i
  }
  tellWords(count, from, each)
}

/** Goes back from the likelier of the two states that a word can end in, then tells the words in order. */
function tellWords(count: number, from: number, each: (start: number, end: number) => void): void {
  let state = sums[ENDS]! >= sums[ALONE]! ? ENDS : ALONE
  for (let i = count - 1; i >= 0; i--) {
    const old = before[i * STATES + state]!
    before[i * STATES] = state
    state = old
  }
  let start = from
  for (let i = 0; i < count; i++) {
    const state = before[i * STATES]!
    if (state !== ENDS && state !== ALONE) continue
    each(start, characterEnds[i]!)
    start = characterEnds[i]!
  }
}
