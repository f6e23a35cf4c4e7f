/** `npm run train -- --check`: honest figures by cross-validation: every page is read by weights that were learned without it. */
import { structure } from '../src/shared/structure/index.ts'
import type { Words } from '../src/shared/words.ts'
import { MEASURES, score } from './score.ts'
import type { Score } from './score.ts'
import type { BenchPage } from './structure-pages.ts'
import { outcomes } from './structure-tables.ts'
import { learn } from './train-learn.ts'
import type { LearnOptions } from './train-learn.ts'
import type { Lesson } from './train-path.ts'

export type Checked = {
  readonly page: BenchPage
  readonly score: Score
  readonly outcomes: readonly { readonly sure: number; readonly right: boolean }[]
}

/** Pages are dealt into `folds`; the same page with and without `#` marks falls into one. `extra` makes more lessons of the pages that are not left out. */
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
    const left = new Set(lessons.filter((l) => foldOf.get(l.page.name) === fold).map((l) => l.page))
    for (const page of left) {
      const ours = structure(page.source, { weights, ...(words ? { words } : {}) }).page
      checked.push({ page, score: score(page, ours, page.source), outcomes: outcomes([{ page, ours }]) })
    }
  }
  return checked
}

/** The figures by set, one line each, and of every page its misses if `verbose`. */
export function report(checked: readonly Checked[], verbose: boolean): string {
  const out: string[] = []
  for (const set of new Set(checked.map((c) => c.page.set))) {
    const own = checked.filter((c) => c.page.set === set)
    if (verbose) {
      for (const c of own) {
        out.push(`${c.page.name.padEnd(28)} ${figures([c.score])}`)
        for (const m of c.score.missed) out.push(`   missed ${m}`)
        for (const m of c.score.wrong) out.push(`   wrong  ${m}`)
      }
    }
    out.push(`left out, mean of ${String(own.length).padStart(3)} ${set.padEnd(8)} ${figures(own.map((c) => c.score))}`)
  }
  return out.join('\n')
}

const figures = (scores: readonly Score[]): string =>
  MEASURES.map((m) => `${m} ${(scores.reduce((n, s) => n + s[m], 0) / scores.length).toFixed(3)}`).join('  ')
