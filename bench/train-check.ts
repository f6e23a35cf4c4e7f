/** `npm run train -- --check`: honest figures by cross-validation: every page is read by weights that were learned without it. */
import { structure } from '../src/shared/structure/index.ts'
import { modelOf } from '../src/shared/structure/model.ts'
import type { Model, Weights } from '../src/shared/structure/model.ts'
import { GROUP_OF, STATES, TOP } from '../src/shared/structure/states.ts'
import { trellisOf } from '../src/shared/structure/sums.ts'
import { SIEVE, weigh } from '../src/shared/structure/trellis.ts'
import type { Words } from '../src/shared/words.ts'
import { MEASURES, score } from './score.ts'
import type { Score } from './score.ts'
import { pagesOf } from './structure-pages.ts'
import type { BenchPage } from './structure-pages.ts'
import { outcomes } from './structure-tables.ts'
import { learn } from './train-learn.ts'
import type { LearnOptions } from './train-learn.ts'
import { lessonOf } from './train-path.ts'
import type { Lesson } from './train-path.ts'

export type Checked = {
  /** The page's set, or what was done to the page. */
  readonly set: string
  readonly page: BenchPage
  readonly score: Score
  readonly outcomes: readonly { readonly sure: number; readonly right: boolean }[]
  readonly surprise: number
  readonly pieces: number
}

/**
 * Pages are dealt into `folds`; the same page with and without `#` marks falls into one. `extra` makes more lessons of the pages that
 * are not left out. The held pages are read by the weights of each fold.
 */
export function crossValidate(
  lessons: readonly Lesson[],
  extra: (pages: readonly BenchPage[]) => readonly Lesson[],
  folds: number,
  words: Words | undefined,
  options: LearnOptions,
): readonly Checked[] {
  const names = [...new Set(lessons.map((l) => l.page.name))].sort()
  const foldOf = new Map(names.map((n, i) => [n, i % folds]))
  const checked: Checked[] = []
  for (let fold = 0; fold < folds; fold++) {
    const kept = lessons.filter((l) => foldOf.get(l.page.name) !== fold)
    const weights = learn([...kept, ...extra([...new Set(kept.map((l) => l.page))])], options)
    const left = [...new Set(lessons.filter((l) => foldOf.get(l.page.name) === fold).map((l) => l.page))]
    const read = (set: string, page: BenchPage) => checked.push(check(set, page, weights, words))
    for (const page of left) read(page.set, page)
    for (const page of left) if (page.set === 'dev' || page.set === 'seed') read('bare', unmarked(page))
    for (const page of pagesOf('held')) read('held', page)
  }
  return checked
}

function check(set: string, page: BenchPage, weights: Weights, words: Words | undefined): Checked {
  const ours = structure(page.source, { weights, ...(words ? { words } : {}) }).page
  const lesson = lessonOf(page, words)
  return {
    set,
    page,
    score: score(page, ours, page.source),
    outcomes: outcomes([{ page, ours }]),
    surprise: surpriseOf(lesson, modelOf(weights)),
    pieces: lesson.path.length,
  }
}

/** How little the model expects the true path, in nats: a smoother measure than counting mistakes. */
function surpriseOf({ arcs, path }: Lesson, model: Model): number {
  const weighed = weigh(arcs, (i, out, at) => model.emission(arcs[i]!.features, out, at))
  let gold = 0
  let group = TOP
  for (const { arc, state } of path) {
    gold += weighed[arc * STATES.length + state]!
    const { first, to, weight } = model.edges(arcs[arc]!)
    for (let e = first[group]!; e < first[group + 1]!; e++) if (to[e] === state) gold += weight[e]!
    group = GROUP_OF[state]!
  }
  return trellisOf(arcs, weighed, model, TOP, SIEVE.learning).total - gold - model.final[group]!
}

/** The page without its `#` marks. */
function unmarked(page: BenchPage): BenchPage {
  const at: number[] = []
  let source = ''
  for (const line of page.source.split(/(?<=\n)/)) {
    const marks = /^#{1,6}[^\S\n]+/.exec(line)?.[0].length ?? 0
    for (let i = 0; i < line.length; i++) at.push(source.length + Math.max(0, i - marks))
    source += line.slice(marks)
  }
  at.push(source.length)
  const articles = page.articles.map((a) => ({
    blocks: a.blocks.map((b) => ({ ...b, spans: b.spans.map(([s, e]) => [at[s]!, at[e]!] as const) })),
  }))
  return { ...page, source, articles }
}

/** The figures by set, one line each, and of every page its misses if `verbose`. */
export function report(checked: readonly Checked[], verbose: boolean): string {
  const out: string[] = []
  for (const set of new Set(checked.map((c) => c.set))) {
    const own = checked.filter((c) => c.set === set)
    if (verbose) {
      for (const c of own) {
        out.push(`${c.page.name.padEnd(28)} ${figures([c.score])}`)
        for (const m of c.score.missed) out.push(`   missed ${m}`)
        for (const m of c.score.wrong) out.push(`   wrong  ${m}`)
      }
    }
    const surprise = sum(own.map((c) => c.surprise)) / sum(own.map((c) => c.pieces))
    const means = figures(own.map((c) => c.score))
    out.push(
      `left out, mean of ${String(own.length).padStart(3)} ${set.padEnd(8)} ${means}  surprise ${surprise.toFixed(3)}`,
    )
  }
  return out.join('\n')
}

const figures = (scores: readonly Score[]): string =>
  MEASURES.map((m) => `${m} ${(sum(scores.map((s) => s[m])) / scores.length).toFixed(3)}`).join('  ')

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
