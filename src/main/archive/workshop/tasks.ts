/** What is done beside the archive's own thread, because it takes long: each task takes plain values and gives plain values. */
import type { Page } from '../../../shared/page/page.ts'
import type { SiteContext } from '../../../shared/writers/site/context.ts'
import type { PageParts, PageTask } from '../../../shared/writers/site/page-parts.ts'
import type { WrittenFile } from '../../../shared/writers/writer.ts'
import type { Check } from '../check.ts'
import { derive, find } from '../derive.ts'
import type { ArticleText, Derived, Found, Keywords } from '../derive.ts'
import type { Segment } from '../search/segment.ts'
import { segmentOf } from '../search/indexing.ts'
import type { StoredArticle } from '../search/waiting.ts'
import type { Failed, FileTask, Paged, Prepared, Seen } from '../intake-file.ts'
import { pageFiles, prepareFile } from '../intake-files.ts'
import type { KnownSources } from '../known-sources.ts'
import type { RenderOrder } from '../render-order.ts'
import type { Segmenter } from '../words.ts'

/** The segmenter as a task may have it: at once if it is loaded, or waited for; undefined where the archive does without. */
export type Segmenting = {
  readonly ifLoaded: () => Segmenter | undefined
  readonly wait: () => Promise<Segmenter | undefined>
  /** What finds keywords, which is loaded sooner than the rest. */
  readonly waitForKeywords: () => Promise<Keywords | undefined>
}

const TASKS = {
  /** Files become pages ready to be stored. `hurry`: the segmenter is used if it is there, and not waited for. */
  prepare: async (
    { files, hurry = false }: { readonly files: readonly FileTask[]; readonly hurry?: boolean },
    segmenting: Segmenting,
  ): Promise<readonly (Prepared | Failed)[]> => {
    const words = hurry ? segmenting.ifLoaded() : await segmenting.wait()
    return files.map((file) => prepareFile(file, words))
  },

  /** Files become pages; those that may be `known` are only read. What is found in their texts is another task. */
  page: async (
    { files, known }: { readonly files: readonly FileTask[]; readonly known?: KnownSources },
    segmenting: Segmenting,
  ): Promise<readonly (Paged | Seen | Failed)[]> => {
    const words = await segmenting.wait()
    return pageFiles(files, words, known)
  },

  /** What is found in the texts of pages, given by the articles of each. */
  find: async (pages: readonly (readonly ArticleText[])[], segmenting: Segmenting): Promise<readonly Found[]> => {
    const words = await segmenting.waitForKeywords()
    return pages.map((articles) => find(articles, words))
  },

  /** What is kept beside pages. */
  derive: async (pages: readonly Page[], segmenting: Segmenting): Promise<readonly Derived[]> => {
    const words = await segmenting.waitForKeywords()
    return pages.map((page) => derive(page, words))
  },

  /** Has all dictionaries loaded. */
  warm: async (_: null, segmenting: Segmenting): Promise<void> => {
    await segmenting.wait()
    await segmenting.waitForKeywords()
  },

  index: (articles: readonly StoredArticle[]): Promise<Segment | undefined> => Promise.resolve(segmentOf(articles)),

  /** Whether the archive in a file is sound, over a connection of its own: it takes as long as reading all of it. */
  check: async (file: string): Promise<Check> => {
    const { checkFile } = await import('../check.ts')
    return checkFile(file, true)
  },

  formats: async () =>
    (await import('../../../shared/writers/index.ts')).WRITERS.map(({ id, extension, name }) => ({
      id,
      extension,
      name: { ...name },
    })),

  // The writers are many and big: a thread that only reads files does without.
  render: async (order: RenderOrder, segmenting: Segmenting): Promise<readonly WrittenFile[]> => {
    const { renderOrder } = await import('../render.ts')
    return renderOrder(order, await segmenting.wait())
  },

  /** All of a digital edition that comes from one page. */
  leaf: async (
    { task, site }: { readonly task: PageTask; readonly site: SiteContext },
    segmenting: Segmenting,
  ): Promise<PageParts> => {
    const { pageParts } = await import('../../../shared/writers/site/page-parts.ts')
    return pageParts(task, site, await segmenting.wait())
  },

  /** The words of a text in order; without a segmenter the text is one word. */
  cut: async (text: string, segmenting: Segmenting): Promise<readonly string[]> =>
    (await segmenting.wait())?.cut(text) ?? [text],

  /** The words of each text, and the same text as words with their tags; without a segmenter a text is one word and has no tags. */
  tag: async (texts: readonly string[], segmenting: Segmenting) => {
    const words = await segmenting.wait()
    return texts.map((text) => ({ cut: [...(words?.cut(text) ?? [text])], tagged: [...(words?.tag(text) ?? [])] }))
  },
} as const

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>

/** Does the task `name`; one call for all of them, because their types cannot be told apart at run time. */
export const perform = (name: TaskName, input: unknown, segmenting: Segmenting): Promise<unknown> =>
  (TASKS[name] as (input: unknown, segmenting: Segmenting) => Promise<unknown>)(input, segmenting) // the caller states the types
