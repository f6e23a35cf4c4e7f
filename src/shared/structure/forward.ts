/** The sums of all paths that lead to the nodes of a lattice. */
import type { Arc } from './lattice.ts'
import type { Edges } from './model.ts'
import { bytes } from './room.ts'
import { GROUPS, GROUP_OF, STATES, ZONE_BITS } from './states.ts'
import type { Forward, Lines, Weighed } from './trellis.ts'

const G = GROUPS.length
const N = STATES.length

/** No state is reached. */
export const NOTHING = bytes(0)

/** Sums what leads to each node, from what leads to the first. */
export function goForward(t: Forward, arcs: readonly Arc[], weighed: Weighed, { edges }: Lines): void {
  for (let i = 0, node = -1; i < arcs.length; i++) {
    const arc = arcs[i]!
    if (arc.from - t.base !== node) {
      node = arc.from - t.base
      t.reached[node] = flowIn(t, node, level(t, node), edges(arc))
    }
    if (t.reached[node]!.length > 0) passOn(t, i, node, arc.to - t.base, weighed)
  }
  level(t, arcs.at(-1)!.to - t.base)
}

/** What flows into each state from the node before it, and what an arc gives to each group. */
const inflow = new Float64Array(N)
const out = new Float64Array(G)

/** Scales what a node's groups hold to a sum of one, and lists those that are not left out; gives their number. */
function level({ alpha, alphaLog, live, living, sieve, keep }: Forward, node: number): number {
  const at = node * G
  const { faint } = sieve
  const always = keep[node]!
  let sum = 0
  for (let g = 0; g < G; g++) sum += alpha[at + g]!
  if (!(sum > 0)) return (living[node] = 0)
  const whole = 1 / sum
  let n = 0
  for (let g = 0; g < G; g++) {
    const share = (alpha[at + g]! *= whole)
    // written whether it counts or not: the processor would guess wrong too often
    live[at + n] = g
    n += +(share >= faint) | +(g === always)
  }
  alphaLog[node]! += Math.log(sum)
  return (living[node] = n)
}

/** What flows from the first `n` of a node's live groups into each state; gives the states that may be reached. */
function flowIn(t: Forward, node: number, n: number, { first, to, exp, followers }: Edges): Uint8Array {
  const { alpha, live } = t
  let zones = 0
  inflow.fill(0)
  for (let k = 0, at = node * G; k < n; k++) {
    const g = live[at + k]!
    const from = alpha[at + g]!
    zones |= ZONE_BITS[g]!
    for (let e = first[g]!, last = first[g + 1]!; e < last; e++) inflow[to[e]!]! += from * exp[e]!
  }
  t.inflow.set(inflow, node * N)
  return followers[zones]!
}

/** What flows through arc `i` to node `to`. */
function passOn(t: Forward, i: number, node: number, to: number, score: Weighed): void {
  const states = t.reached[node]!
  const own = i * N
  let highest = -Infinity
  for (let k = 0; k < states.length; k++) {
    const sum = score[own + states[k]!]!
    if (sum > highest) highest = sum
  }
  const { exp } = t
  out.fill(0)
  for (let k = 0; k < states.length; k++) {
    const s = states[k]!
    const e = expOf(highest - score[own + s]!)
    exp[own + s] = e
    out[GROUP_OF[s]!]! += inflow[s]! * e
  }
  t.top[i] = highest
  add(t, to, t.alphaLog[node]! + highest)
}

/** Adds `out`, of which `log` is the logarithm of the scale, to what a node holds. */
function add({ alpha, alphaLog }: Forward, node: number, log: number): void {
  const before = alphaLog[node]!
  const at = node * G
  if (before === -Infinity) {
    alpha.set(out, at)
    alphaLog[node] = log
    return
  }
  const ref = Math.max(before, log)
  const keep = Math.exp(before - ref)
  const scale = Math.exp(log - ref)
  for (let g = 0; g < G; g++) alpha[at + g] = alpha[at + g]! * keep + out[g]! * scale
  alphaLog[node] = ref
}

/** exp(−x) for x ≥ 0, exact to seven digits, from a table but for what is next to nothing: this is asked for every state of every piece. */
function expOf(x: number): number {
  if (!(x < FAR)) return Math.exp(-x)
  const i = (x * PER_ONE + 0.5) | 0
  const d = i / PER_ONE - x
  return EXP[i]! * (1 + d + 0.5 * d * d)
}

const FAR = 24
const PER_ONE = 128
const EXP = Float64Array.from({ length: FAR * PER_ONE + 1 }, (_, i) => Math.exp(-i / PER_ONE))
