/** Source text → Page: which articles stand on it, what every block is, which fragments are one paragraph. */
import type { Notice } from '../api/pages.ts'
import type { Page } from '../page/page.ts'
import type { Words } from '../words.ts'
import { assemble } from './assemble.ts'
import { decode } from './decode.ts'
import { latticeOf } from './lattice.ts'
import { modelOf } from './model.ts'
import type { Model, Weights } from './model.ts'
import learned from './weights.json' with { type: 'json' }

export type { Weights } from './model.ts'
export { reasonText } from './reasons.ts'

export type StructureOptions = {
  /** The segmenter; without one the engine runs too, only less sure. */
  readonly words?: Words
  /** Other weights than the learned ones: for training and its tests. */
  readonly weights?: Weights
}

export type Structured = { readonly page: Page; readonly notices: readonly Notice[] }

/** The page that `source` (decoded text, no byte order mark) holds. Never throws; every non-blank character stands in exactly one block. */
export function structure(source: string, options: StructureOptions = {}): Structured {
  const model = options.weights ? modelFor(options.weights) : modelFor(LEARNED)
  const lattice = latticeOf(source, options.words)
  const steps = decode(lattice, model)
  return { page: assemble(source, steps, model, options.words, model.calibrate), notices: [] }
}

const LEARNED = learned as unknown as Weights // the JSON file is written by npm run train in this shape
const models = new WeakMap<Weights, Model>()

function modelFor(weights: Weights): Model {
  const known = models.get(weights)
  if (known) return known
  const model = modelOf(weights)
  models.set(weights, model)
  return model
}
