/** Forward and backward sums over a lattice. */
import { goBack } from './backward.ts'
import { NOTHING, goForward } from './forward.ts'
import type { Arc } from './lattice.ts'
import { bytes, numbers, room } from './room.ts'
import { GROUPS, GROUP_OF, STATES } from './states.ts'
import type { Forward, Lines, Sieve, Trellis, Weighed } from './trellis.ts'

const G = GROUPS.length
const N = STATES.length

type Step = { readonly index: number; readonly state: number }

const [alphas, alphaLogs, inflows, exps, tops, betas, betaLogs] = [
  room(numbers),
  room(numbers),
  room(numbers),
  room(numbers),
  room(numbers),
  room(numbers),
  room(numbers),
]
const [lives, livings, kept] = [room(bytes), room(bytes), room(bytes)]

/**
 * The sums over `arcs`, whose nodes count from their first and which are ordered by the node they leave; the path comes from group
 * `before`. The groups that lie on `path` are never left out: what comes later may lift what looked faint.
 */
export function trellisOf(
  arcs: readonly Arc[],
  weighed: Weighed,
  model: Lines,
  before: number,
  sieve: Sieve,
  path: readonly Step[] = [],
): Trellis {
  const base = arcs[0]!.from
  const nodes = arcs.at(-1)!.to - base + 1
  const forward: Forward = {
    base,
    sieve,
    keep: keepOf(path, arcs, base, nodes),
    alpha: alphas(nodes * G).fill(0, 0, nodes * G),
    alphaLog: alphaLogs(nodes).fill(-Infinity, 0, nodes),
    live: lives(nodes * G),
    living: livings(nodes),
    reached: Array.from({ length: nodes }, () => NOTHING),
    inflow: inflows(nodes * N),
    exp: exps(arcs.length * N),
    top: tops(arcs.length),
  }
  forward.alpha[before] = 1
  forward.alphaLog[0] = 0
  goForward(forward, arcs, weighed, model)
  const end = nodes - 1
  const beta = betas(nodes * G).fill(0, 0, nodes * G)
  let sum = 0
  for (let g = 0; g < G; g++) sum += forward.alpha[end * G + g]! * (beta[end * G + g] = Math.exp(model.final[g]!))
  const trellis = {
    ...forward,
    beta,
    betaLog: betaLogs(nodes).fill(-Infinity, 0, nodes),
    total: forward.alphaLog[end]! + Math.log(sum),
  }
  trellis.betaLog[end] = 0
  goBack(trellis, arcs, model)
  return trellis
}

function keepOf(path: readonly Step[], arcs: readonly Arc[], base: number, nodes: number): Uint8Array {
  const keep = kept(nodes).fill(NO_GROUP, 0, nodes)
  for (const { index, state } of path) keep[arcs[index]!.to - base] = GROUP_OF[state]!
  return keep
}

const NO_GROUP = 255
