/** Learns the structure engine's weights from gold pages: `npm run train`. Seeded and deterministic; AdaGrad on the log-likelihood of the gold paths, with L2. */
import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { segmenter } from './segmenter.ts'
import { pagesOf } from './structure-pages.ts'
import { lessonOf } from './train-path.ts'
import { learn } from './train-learn.ts'

const words = segmenter()
const pages = (['train', 'seed', 'plain', 'dev'] as const).flatMap((set) => pagesOf(set))
const lessons = pages.flatMap((p) => [lessonOf(p, words), ...(words ? [lessonOf(p, undefined)] : [])])
console.log(
  `${pages.length} pages, ${lessons.reduce((n, l) => n + l.path.length, 0)} pieces, cuts not foreseen: ${lessons.reduce((n, l) => n + l.missedCuts, 0)}`,
)
const started = Date.now()
const weights = learn(lessons, { epochs: Number(process.env.EPOCHS ?? 20), log: (line) => console.log(line) })
const file = new URL('../src/shared/structure/weights.json', import.meta.url)
const old = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { calibration?: unknown }) : {}
writeFileSync(file, `${stringify({ calibration: old.calibration ?? [], ...weights })}\n`)
console.log(
  `learned in ${Math.round((Date.now() - started) / 1000)} s: ${Object.keys(weights.features).length} pieces of evidence`,
)

/** One line a feature, so that a change of weights can be read. */
function stringify(w: object): string {
  const parts = Object.entries(w).map(([key, value]) => {
    if (Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    const rows = Object.entries(value as Record<string, unknown>).map(
      ([k, v]) => `    ${JSON.stringify(k)}: ${JSON.stringify(v)}`,
    )
    return `${JSON.stringify(key)}: {\n${rows.join(',\n')}\n  }`
  })
  return `{\n  ${parts.join(',\n  ')}\n}`
}
