/** A gold page as a lesson: its lattice and the path that the engine should have taken. */
import { truthOf } from '../src/shared/structure/truth.ts'
import type { Truth } from '../src/shared/structure/truth.ts'
import type { Words } from '../src/shared/words.ts'
import type { BenchPage } from './structure-pages.ts'

export type Lesson = Truth & { readonly page: BenchPage }

/** Throws where the gold does not cover the page. */
export function lessonOf(page: BenchPage, words: Words | undefined): Lesson {
  const truth = truthOf(page.source, page.articles, words)
  if (!truth) throw new Error(`${page.name}: the gold does not cover the page, or no path fits it`)
  return { ...truth, page }
}
