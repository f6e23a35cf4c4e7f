/**
 * Learns the structure engine's weights from gold pages: `npm run train`. `--check` measures by cross-validation instead and
 * writes nothing, `-v` names every miss; `--on` goes on from the kept table in a quarter of the time, when pages or evidence came in, and
 * leaves the calibration as it is: that table has seen every page. Seeded: the same pages give the same weights.
 */
import { writeFileSync } from 'node:fs'
import { segmenter } from './segmenter.ts'
import { pagesOf } from './structure-pages.ts'
import type { BenchPage } from './structure-pages.ts'
import { crossValidate, report } from './train-check.ts'
import { isotonic } from './train-calibrate.ts'
import before from '../src/shared/structure/weights.json' with { type: 'json' }
import { rowText } from '../src/shared/structure/rows.ts'
import type { Evidence, Weights } from '../src/shared/structure/model.ts'
import { learn } from './train-learn.ts'
import type { LearnOptions } from './train-learn.ts'
import { linedPages } from './synthetic-lined.ts'
import { madePages } from './synthetic.ts'
import { meanOf } from './train-mean.ts'
import { withKnown } from './train-known.ts'
import { keptTable } from './train-on.ts'
import { lessonOf } from './train-path.ts'
import type { Lesson } from './train-path.ts'

const words = segmenter()
const verbose = process.argv.includes('-v')
const on = process.argv.includes('--on')
const started = Date.now()
const options = {
  epochs: Number(process.env.EPOCHS ?? (on ? 2 : 8)),
  made: Number(process.env.WEIGHT ?? 0.5),
  drop: Number(process.env.DROP ?? 0.05),
  l2: Number(process.env.L2 ?? 0.025),
  rate: Number(process.env.RATE ?? 0.1),
  rare: Number(process.env.RARE ?? 12),
  blind: Number(process.env.BLIND ?? 0.15),
  margin: Number(process.env.MARGIN ?? 1),
} satisfies LearnOptions
/** The kept table is the mean of those that these made-up pages taught: on held pages half a point better than one of them. */
const SEEDS = on ? [300, 400] : [0, 100, 200]
const pages = (['train', 'seed', 'plain', 'dev'] as const).flatMap((set) => pagesOf(set))
const lessons = lessonsOf(pages)
const material = Number(process.env.MADE ?? 640)
/** Made-up pages, and the pages of `list` laid out anew and in lines: other ones for each `seed`. */
const made = (list: readonly BenchPage[], seed = 0): readonly Lesson[] => {
  // the reference pages are few and of the kind that matters most: they are laid out anew more often
  const reference = list.filter((p) => p.set !== 'train')
  return [
    madePages([], material, seed + 11),
    madePages(list, material, seed + 5),
    reference.length > 0 ? madePages(reference, material >> 1, seed + 6, 0) : [],
    linedPages(list, seed + 7),
    linedPages(list, seed + 8),
  ].flatMap((pages) => pages.map((p, i) => lessonOf(p, i % 2 === 0 ? words : undefined)))
}
const unforeseen = lessons.reduce((n, l) => n + l.unforeseen, 0)
console.log(
  `${pages.length} pages, ${lessons.reduce((n, l) => n + l.path.length, 0)} pieces, cuts not foreseen: ${unforeseen}`,
)

const folds = on ? 0 : Number(process.env.FOLDS ?? 3)
if (process.argv.includes('--check')) {
  console.log(report(crossValidate(lessons, made, folds, words, options), verbose))
} else {
  const checked = folds === 0 ? [] : crossValidate(lessons, made, folds, words, options)
  console.log(report(checked, verbose))
  // without folds the calibration of the last full training stays
  const calibration =
    folds === 0 ? before.calibration : isotonic(checked.filter((c) => c.set !== 'held').flatMap((c) => c.outcomes))
  const tables = SEEDS.map((seed) =>
    learn([...lessons, ...made(pages, seed)], {
      ...options,
      drop: 0.02,
      ...(on ? { from: keptTable() } : {}),
      log: (line) => console.log(line),
    }),
  )
  const weights = meanOf(tables, options.drop)
  writeFileSync(
    new URL('../src/shared/structure/weights.json', import.meta.url),
    `${readable({ calibration, ...weights, features: asText(withKnown(weights.features)) })}\n`,
  )
  console.log(`${Object.keys(weights.features).length} pieces of evidence`)
}
console.log(`${Math.round((Date.now() - started) / 1000)} s`)

/** Each page twice: as it is read with the segmenter and without. */
function lessonsOf(list: readonly BenchPage[]): readonly Lesson[] {
  return list.flatMap((p) => [lessonOf(p, words), ...(words ? [lessonOf(p, undefined)] : [])])
}

function asText(features: Evidence): Weights['features'] {
  return Object.fromEntries(Object.entries(features).map(([f, row]) => [f, rowText(row)]))
}

/** JSON with one line a feature, so that a change of weights can be read. */
function readable(w: object): string {
  const parts = Object.entries(w).map(([key, value]) => {
    if (Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    const rows = Object.entries(value).map(([k, v]) => `    ${JSON.stringify(k)}: ${JSON.stringify(v)}`)
    return `${JSON.stringify(key)}: {\n${rows.join(',\n')}\n  }`
  })
  return `{\n  ${parts.join(',\n  ')}\n}`
}
