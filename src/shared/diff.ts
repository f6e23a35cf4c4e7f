/** What two texts share and where they differ, by character (Myers' O(ND)); long unlike stretches are given as a whole. */

export type Change = { readonly kind: 'same' | 'out' | 'in'; readonly text: string }

/** More differences than this in one stretch between lines that agree, and the stretch is one change: finer would not be read. */
const MOST = 1500

/** The changes that make `b` of `a`: joining `same` and `out` gives `a`, `same` and `in` gives `b`. */
export function diff(a: string, b: string): readonly Change[] {
  const out: Change[] = []
  for (const [x, y] of stretches(a, b)) {
    if (x === y) push(out, 'same', x)
    else for (const c of byCharacter(x, y)) push(out, c.kind, c.text)
  }
  return out
}

function push(out: Change[], kind: Change['kind'], text: string): void {
  if (text === '') return
  const last = out.at(-1)
  if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text }
  else out.push({ kind, text })
}

/** Parts both at lines that stand once in each: as much text as can be in the same order, so that the shorter part is what moved. */
function stretches(a: string, b: string): readonly (readonly [string, string])[] {
  const [linesA, linesB] = [a.split(/(?<=\n)/), b.split(/(?<=\n)/)]
  const once = (lines: readonly string[]) => {
    const places = new Map<string, number>()
    for (const [i, line] of lines.entries()) places.set(line, places.has(line) ? -1 : i)
    return places
  }
  const [inA, inB] = [once(linesA), once(linesB)]
  const common: [number, number][] = []
  for (const [line, i] of inA) {
    const k = inB.get(line)
    if (i >= 0 && k !== undefined && k >= 0 && line.trim() !== '') common.push([i, k])
  }
  common.sort((x, y) => x[0] - y[0])
  const parts: [string, string][] = []
  let [i, k] = [0, 0]
  for (const [x, y] of heaviestAscending(common, (line) => (linesA[line] ?? '').length)) {
    parts.push([linesA.slice(i, x).join(''), linesB.slice(k, y).join('')], [linesA[x] ?? '', linesB[y] ?? ''])
    i = x + 1
    k = y + 1
  }
  parts.push([linesA.slice(i).join(''), linesB.slice(k).join('')])
  return parts
}

/** Of pairs in ascending order of their first number those that ascend in the second too and weigh most together. */
function heaviestAscending(
  pairs: readonly [number, number][],
  weightOf: (first: number) => number,
): readonly [number, number][] {
  // A binary indexed tree over the second numbers: the heaviest chain that ends at or before each.
  const size = pairs.reduce((most, [, y]) => Math.max(most, y + 1), 0)
  const tree = new Int32Array(size + 1).fill(-1)
  const sums = new Float64Array(pairs.length)
  const before = new Int32Array(pairs.length)
  const heavier = (i: number, k: number) => (k < 0 || (i >= 0 && sums[i]! >= sums[k]!) ? i : k)
  let last = -1
  for (const [i, [x, y]] of pairs.entries()) {
    let best = -1
    for (let at = y; at > 0; at -= at & -at) best = heavier(best, tree[at]!)
    before[i] = best
    sums[i] = weightOf(x) + (best < 0 ? 0 : sums[best]!)
    for (let at = y + 1; at <= size; at += at & -at) tree[at] = heavier(tree[at]!, i)
    last = heavier(last, i)
  }
  const chain: [number, number][] = []
  for (let i = last; i >= 0; i = before[i]!) chain.push(pairs[i]!)
  return chain.toReversed()
}

function byCharacter(x: string, y: string): readonly Change[] {
  const [a, b] = [[...x], [...y]]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const same = (from: number, to: number): Change => ({ kind: 'same', text: a.slice(from, to).join('') })
  return [same(0, head), ...middle, same(a.length - tail, a.length)]
}

function myers(a: readonly string[], b: readonly string[]): readonly Change[] {
  const whole: Change[] = [
    { kind: 'out', text: a.join('') },
    { kind: 'in', text: b.join('') },
  ]
  if (a.length === 0 || b.length === 0) return whole
  const most = Math.min(MOST, a.length + b.length)
  const offset = most + 1
  let best = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    trace.push(best.slice(offset - d - 1, offset + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && best[offset + k - 1]! < best[offset + k + 1]!)
      let x = down ? best[offset + k + 1]! : best[offset + k - 1]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      best[offset + k] = x
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trace, d)
    }
  }
  best = new Int32Array(0)
  return whole
}

function backtrack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  last: number,
): readonly Change[] {
  const changes: Change[] = []
  let x = a.length
  let y = b.length
  for (let d = last; d >= 0; d--) {
    const row = trace[d]!
    const at = (k: number) => row[k + d + 1]!
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const before = down ? k + 1 : k - 1
    const fromX = d === 0 ? 0 : at(before)
    const fromY = d === 0 ? 0 : fromX - before
    const sameFrom = d === 0 ? 0 : down ? fromX : fromX + 1
    if (x > sameFrom) changes.push({ kind: 'same', text: a.slice(sameFrom, x).join('') })
    if (d > 0) changes.push(down ? { kind: 'in', text: b[fromY]! } : { kind: 'out', text: a[fromX]! })
    x = fromX
    y = fromY
  }
  return changes.toReversed()
}
