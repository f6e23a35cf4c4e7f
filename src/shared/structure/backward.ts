/** The sums of all paths that lead on from the nodes of a lattice. */
import type { Arc } from './lattice.ts'
import type { Edges } from './model.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'
import type { Lines, Trellis } from './trellis.ts'

const G = GROUPS.length
const N = STATES.length

/** What lies ahead of the states that a node leads to, as they stand in `reached`; and then those of them that stay, and of these only. */
const ahead = new Float64Array(N)
const stays = new Uint8Array(N)

/** Sums what leads on from each node, from what leads on from the last. */
export function goBack(t: Trellis, arcs: readonly Arc[], { edges }: Lines): void {
  for (let last = arcs.length - 1; last >= 0;) {
    const { from, first } = arcs[last]!
    const node = from - t.base
    let begin = last
    while (begin > 0 && arcs[begin - 1]!.from === from) begin--
    const log = lookAhead(t, arcs, begin, last, node)
    const n = sift(t, node, log)
    if (n > 0) flowBack(t, node, n, edges(arcs[last]!), log, first)
    last = begin - 1
  }
}

/** Finds what lies ahead of the states of a node whose arcs are `begin` … `last`; gives the logarithm of its scale. */
function lookAhead(t: Trellis, arcs: readonly Arc[], begin: number, last: number, node: number): number {
  const { exp, beta, betaLog, top } = t
  const states = t.reached[node]!
  let log = -Infinity
  for (let i = begin; i <= last; i++) log = Math.max(log, betaLog[arcs[i]!.to - t.base]! + top[i]!)
  ahead.fill(0, 0, states.length)
  if (log === -Infinity) return log
  for (let i = begin; i <= last; i++) {
    const to = arcs[i]!.to - t.base
    const scale = Math.exp(betaLog[to]! + top[i]! - log)
    if (scale === 0) continue
    for (let k = 0, own = i * N, at = to * G; k < states.length; k++) {
      const s = states[k]!
      ahead[k]! += scale * exp[own + s]! * beta[at + GROUP_OF[s]!]!
    }
  }
  return log
}

/** Lists the states of a node that enough runs through, and what lies ahead of them; gives their number. */
function sift(t: Trellis, node: number, log: number): number {
  const states = t.reached[node]!
  const into = node * N
  const least = t.sieve.slight / Math.exp(t.alphaLog[node]! + log - t.total)
  let n = 0
  for (let k = 0; k < states.length; k++) {
    const s = states[k]!
    const on = ahead[k]!
    // written whether it counts or not: the processor would guess wrong too often
    stays[n] = s
    ahead[n] = on
    n += +(t.inflow[into + s]! * on > least)
  }
  return n
}

/** What lies ahead of a node's groups, from what does of the `n` states that stay. */
function flowBack(t: Trellis, node: number, n: number, { expGrid }: Edges, log: number, beginsLine: boolean): void {
  const { alpha, alphaLog, live, beta, betaLog } = t
  const living = t.living[node]!
  const at = node * G
  let through = 0
  for (let j = 0; j < living; j++) {
    const g = live[at + j]!
    const from = alpha[at + g]!
    let own = 0
    for (let k = 0, row = g * N; k < n; k++) own += expGrid[row + stays[k]!]! * ahead[k]!
    beta[at + g] = own
    through += from * own
  }
  const whole = 1 / through
  for (let j = 0; j < living; j++) beta[at + live[at + j]!]! *= whole
  // all paths run through a line's begin: what the sieve took from them is given to those that are left
  betaLog[node] = beginsLine ? t.total - alphaLog[node]! : log + Math.log(through)
}
