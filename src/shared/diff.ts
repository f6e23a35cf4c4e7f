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

/** Parts both at lines that stand once in each and in the same order. */
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
  for (const [x, y] of longestAscending(common)) {
    parts.push([linesA.slice(i, x).join(''), linesB.slice(k, y).join('')], [linesA[x] ?? '', linesB[y] ?? ''])
    i = x + 1
    k = y + 1
  }
  parts.push([linesA.slice(i).join(''), linesB.slice(k).join('')])
  return parts
}

function longestAscending(pairs: readonly [number, number][]): readonly [number, number][] {
  const tails: number[] = []
  const before: number[] = []
  for (const [i, [, y]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = i
  }
  const chain: [number, number][] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair) chain.push(pair)
  }
  return chain.toReversed()
}

function byCharacter(a: string, b: string): readonly Change[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [{ kind: 'same', text: a.slice(0, head) }, ...middle, { kind: 'same', text: a.slice(a.length - tail) }]
}

function myers(a: string, b: string): readonly Change[] {
  const whole: Change[] = [
    { kind: 'out', text: a },
    { kind: 'in', text: b },
  ]
  if (a === '' || b === '') return whole
  const most = Math.min(MOST, a.length + b.length)
  const offset = most + 1
  let best = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    trace.push(best.slice(offset - d - 1, offset + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && best[offset + k - 1]! < best[offset + k + 1]!)
      let x = down ? best[offset + k + 1]! : best[offset + k - 1]! + 1
      while (x < a.length && x - k < b.length && a.charCodeAt(x) === b.charCodeAt(x - k)) x++
      best[offset + k] = x
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trace, d)
    }
  }
  best = new Int32Array(0)
  return whole
}

function backtrack(a: string, b: string, trace: readonly Int32Array[], last: number): readonly Change[] {
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
    if (x > sameFrom) changes.push({ kind: 'same', text: a.slice(sameFrom, x) })
    if (d > 0)
      changes.push(
        down ? { kind: 'in', text: b.slice(fromY, fromY + 1) } : { kind: 'out', text: a.slice(fromX, fromX + 1) },
      )
    x = fromX
    y = fromY
  }
  return changes.toReversed()
}
