/** From a file's bytes to a Page that can be stored: read, structure, tell what page it is. Touches no database. */
import type { Notice } from '../../shared/api/pages.ts'
import type { Page, PageMeta } from '../../shared/page/page.ts'
import { isDay } from '../../shared/dates.ts'
import { identityOfFolio } from '../../shared/identity/folio.ts'
import { identityOfPath } from '../../shared/identity/path.ts'
import { textsOf } from '../../shared/page/walk.ts'
import { decide, look, putTogether, survey } from '../../shared/structure/index.ts'
import type { Decided, Looked, Structured, Surveyed } from '../../shared/structure/index.ts'
import type { Words } from '../../shared/words.ts'
import { checkSize, readerOf } from './readers/index.ts'
import type { ReadResult } from './readers/reader.ts'
import path from 'node:path'

export type Taken = {
  readonly page: Page
  readonly text: string
  readonly encoding: string
  readonly reader: string
  readonly notices: readonly Notice[]
}

export type TakeOptions = { readonly encoding?: string; readonly words?: Words; readonly meta?: PageMeta }

/** The page in `bytes`. `meta` wins over what the file says. Errors: `file/…`. */
export const take = (bytes: Uint8Array, file: string, options: TakeOptions = {}): Taken =>
  TAKING.identify(TAKING.putTogether(TAKING.decide(TAKING.look(TAKING.survey(TAKING.read(bytes, file, options))))))

/** What stands in a file. */
export type Source = {
  readonly name: string
  readonly reader: string
  readonly read: ReadResult
  readonly options: TakeOptions
}
/** A file that states its page itself needs no structure. */
type OnTheWay<T> = Source & { readonly structure: T | Structured }

/** `take` in steps, each of which may be done for many files before the next, which is sooner done. */
export const TAKING = {
  read: (bytes: Uint8Array, file: string, options: TakeOptions): Source => {
    // A complaint names the file, never the path to it: the window hears it too.
    const name = path.basename(file)
    checkSize(name, bytes.length)
    const reader = readerOf(name)
    const read = reader.read(bytes, name, options.encoding === undefined ? {} : { encoding: options.encoding })
    return { name, reader: reader.id, read, options }
  },

  survey: (source: Source): OnTheWay<Surveyed> => {
    const { read, options } = source
    const structure = read.page
      ? { page: read.page, notices: [] }
      : survey(read.text, options.words ? { words: options.words } : {})
    return { ...source, structure }
  },

  look: (surveyed: OnTheWay<Surveyed>): OnTheWay<Looked> => unlessPaged(surveyed, look),

  decide: (looked: OnTheWay<Looked>): OnTheWay<Decided> => unlessPaged(looked, decide),

  putTogether: (decided: OnTheWay<Decided>): OnTheWay<Structured> => unlessPaged(decided, putTogether),

  identify: ({ name, reader, read, options, structure }: OnTheWay<Structured>): Taken => {
    const { meta, notices } = dated(metaOf(structure.page, name, read, options))
    return {
      page: { ...structure.page, meta },
      text: read.text,
      encoding: read.encoding,
      reader,
      notices: [...read.notices, ...structure.notices, ...notices],
    }
  },
} as const

const unlessPaged = <A extends object, B>(file: OnTheWay<A>, step: (made: A) => B): OnTheWay<B> => ({
  ...file,
  structure: 'page' in file.structure ? file.structure : step(file.structure),
})

/** The nearer a person stood to it, the more it counts: a folio line, the file's own word, its name, a correction. */
function metaOf(page: Page, name: string, read: ReadResult, options: TakeOptions): PageMeta {
  const folio = read.page ? {} : identityOfFolio(folioTexts(page, read.text))
  const said = { ...folio, ...page.meta, ...read.meta }
  return known({ ...said, ...(options.meta ?? (read.page ? {} : identityOfPath(name, [], said.publication))) })
}

/** Without a day that there is not: the archive keeps none, and a file that says one is taken in all the same. */
function dated(meta: PageMeta): { readonly meta: PageMeta; readonly notices: readonly Notice[] } {
  const { date, ...others } = meta
  if (date === undefined || isDay(date)) return { meta, notices: [] }
  return { meta: others, notices: [{ code: 'meta/date', params: { date } }] }
}

/** Folio blocks where structure found some, else the first lines: that is where the folio line stands. */
function folioTexts(page: Page, text: string): readonly string[] {
  const folios = page.articles.flatMap((article) => textsOf(article, 'folio'))
  if (folios.length > 0) return folios
  return firstLines(text)
}

/** The lines among which a folio line may stand. */
export const firstLines = (text: string): readonly string[] =>
  text
    .slice(0, 400)
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '' && line.length < 60)
    .slice(0, 3)

/** Without what is said to be nothing. */
const known = (meta: PageMeta): PageMeta => Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== ''))
