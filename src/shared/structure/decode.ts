/** The best path through a page's lattice and how sure each of its pieces is. */
import { bestPath } from './best-path.ts'
import type { Arc, Lattice } from './lattice.ts'
import type { Model } from './model.ts'
import type { Role } from '../page/page.ts'
import { GROUP_OF, STATES, TOP } from './states.ts'
import type { Entry } from './states.ts'
import { scaleOf, shareIn } from './shares.ts'
import { trellisOf } from './sums.ts'
import { SIEVE, weigh } from './trellis.ts'
import { mapped } from '../packed.ts'

/** A piece on the best path; `sure` is the probability 0…1 of its extent, role and entry together. */
export type Step = {
  readonly arc: Arc
  readonly state: number
  readonly sure: number
  /** The probability that the piece goes on with an interrupted paragraph. */
  readonly again: number
}

/** Lines that are decoded at once: keeps memory flat on a text of a million lines. */
const STRETCH = 1000

/** The best path of pieces through the page. */
export function decode(lattice: Lattice, model: Model): readonly Step[] {
  const steps: Step[] = []
  let group = TOP
  for (const arcs of stretches(lattice.arcs)) {
    const part = decodeStretch(arcs, model, group)
    steps.push(...part)
    const last = part.at(-1)
    if (last) group = GROUP_OF[last.state]!
  }
  return steps
}

function stretches(arcs: readonly Arc[]): readonly (readonly Arc[])[] {
  const found: (readonly Arc[])[] = []
  let from = 0
  let end = STRETCH
  for (let i = 1; i < arcs.length; i++) {
    if (arcs[i]!.line < end) continue
    found.push(arcs.slice(from, i))
    from = i
    end += STRETCH
  }
  // most pages are one stretch
  if (from === 0) return arcs.length === 0 ? [] : [arcs]
  return [...found, arcs.slice(from)]
}

function decodeStretch(arcs: readonly Arc[], model: Model, before: number): readonly Step[] {
  const weighed = weigh(arcs, (i, out, at) => model.emission(arcs[i]!.features, out, at))
  const path = bestPath(arcs, weighed, model, before)
  const trellis = trellisOf(arcs, weighed, model, before, SIEVE.reading, path)
  return mapped(path, ({ index, state }) => {
    const arc = arcs[index]!
    const scale = scaleOf(trellis, arc, index)
    let sure = 0
    let again = 0
    for (const s of ALIKE[state]!) sure += shareIn(trellis, arc, index, s)
    for (const s of AGAIN) again += shareIn(trellis, arc, index, s)
    return { arc, state, sure: unit(sure * scale), again: unit(again * scale) }
  })
}

/** For each state those of its role and entry, whatever their zone; and those that go on with a paragraph. */
const ALIKE: readonly Int16Array[] = STATES.map(({ role, entry }) => numbersOf(role, entry))
const AGAIN = numbersOf('paragraph', 'again')

function numbersOf(role: Role, entry: Entry): Int16Array {
  return Int16Array.from(STATES.flatMap((s, n) => (s.role === role && s.entry === entry ? n : [])))
}

const unit = (p: number): number => (p > 0 ? Math.min(1, p) : 0)
