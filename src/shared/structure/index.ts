/** Source text → Page: which articles stand on it, what every block is, which fragments are one paragraph. */
import type { Notice } from '../api/pages.ts'
import type { Page } from '../page/page.ts'
import type { Words } from '../words.ts'
import { NO_ADAPTATION, adapt as adaptTo } from './adapt.ts'
import type { Adaptation } from './adapt.ts'
import { assemble } from './assemble.ts'
import { cleaned } from './clean.ts'
import type { Clean } from './clean.ts'
import { decode } from './decode.ts'
import type { Step } from './decode.ts'
import { latticeOn, sheetFor } from './lattice.ts'
import type { Lattice } from './lattice.ts'
import { modelOf } from './model.ts'
import type { Model, Weights } from './model.ts'
import { picturesIn } from './pictures.ts'
import type { Sheet } from './sheet.ts'
import type { Known } from './truth.ts'
import learned from './weights.json' with { type: 'json' }

export type { Weights } from './model.ts'
export { NO_ADAPTATION } from './adapt.ts'
export type { Adaptation } from './adapt.ts'
export { reasonText } from './reasons.ts'

export type StructureOptions = {
  /** The segmenter; without one the engine runs too, only less sure. */
  readonly words?: Words
  /** What this publication's confirmed pages taught; without it, what all papers taught. */
  readonly adaptation?: Adaptation
  /** Other weights than the learned ones: for training and its tests. */
  readonly weights?: Weights
}

export type Structured = { readonly page: Page; readonly notices: readonly Notice[] }

/** The page that `source` (decoded text, no byte order mark) holds. Never throws; every non-blank character stands in exactly one block. */
export const structure = (source: string, options: StructureOptions = {}): Structured =>
  putTogether(decide(look(survey(source, options))))

/** What the whole page tells; what each piece of it may be; what it is taken for. */
export type Surveyed = { readonly clean: Clean; readonly model: Model; readonly sheet: Sheet }
export type Looked = { readonly clean: Clean; readonly model: Model; readonly lattice: Lattice }
export type Decided = Looked & { readonly steps: readonly Step[] }

/**
 * `structure` in four steps. Many pages are done sooner when each step is done for all of them before the next, as `npm run bench:import`
 * shows; most likely because what a step needs of code and tables stays in the processor's caches, which nobody has measured.
 */
export function survey(source: string, options: StructureOptions = {}): Surveyed {
  const clean = cleaned(source)
  const model = modelFor(options.weights ?? LEARNED, options.adaptation)
  return { clean, model, sheet: sheetFor(clean.text, options.words, picturesIn(clean)) }
}

export const look = ({ clean, model, sheet }: Surveyed): Looked => ({ clean, model, lattice: latticeOn(sheet) })

export const decide = (looked: Looked): Decided => ({ ...looked, steps: decode(looked.lattice, looked.model) })

export const putTogether = ({ clean, steps, model, lattice }: Decided): Structured => ({
  page: assemble(clean, steps, model, lattice),
  notices: [],
})

/** `adapt` with the learned weights: the adaptation after one more page that a person confirmed; `articles` have their spans of `source`. */
export const adapt = (prior: Adaptation, source: string, articles: Known, words?: Words): Adaptation =>
  adaptTo(prior, source, articles, LEARNED, words)

const LEARNED = learned as unknown as Weights // the JSON file is written by npm run train in this shape
const models = new WeakMap<Weights, WeakMap<Adaptation, Model>>()

function modelFor(weights: Weights, adaptation: Adaptation = NO_ADAPTATION): Model {
  const own = models.get(weights) ?? new WeakMap<Adaptation, Model>()
  models.set(weights, own)
  const known = own.get(adaptation)
  if (known) return known
  const model = modelOf(weights, adaptation)
  own.set(adaptation, model)
  return model
}
