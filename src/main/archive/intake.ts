/** From a file's bytes to a Page that can be stored: read, structure, tell what page it is. Touches no database. */
import type { Notice } from '../../shared/api/pages.ts'
import type { Page, PageMeta } from '../../shared/page/page.ts'
import { identityOfFolio, identityOfPath } from '../../shared/identity.ts'
import { textsOf } from '../../shared/page/walk.ts'
import { structure } from '../../shared/structure/index.ts'
import type { Words } from '../../shared/words.ts'
import { checkSize, readerOf } from './readers/index.ts'
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
export function take(bytes: Uint8Array, file: string, options: TakeOptions = {}): Taken {
  // A complaint names the file, never the path to it: the window hears it too.
  const name = path.basename(file)
  checkSize(name, bytes.length)
  const reader = readerOf(name)
  const read = reader.read(bytes, name, options.encoding === undefined ? {} : { encoding: options.encoding })
  const structured = read.page
    ? { page: read.page, notices: [] }
    : structure(read.text, options.words ? { words: options.words } : {})
  // The nearer a person stood to it, the more it counts: a folio line, the file's own word, its name, a correction.
  const meta = known({
    ...(read.page ? {} : identityOfFolio(folioTexts(structured.page, read.text))),
    ...structured.page.meta,
    ...read.meta,
    ...(options.meta ?? (read.page ? {} : identityOfPath(name))),
  })
  return {
    page: { ...structured.page, meta },
    text: read.text,
    encoding: read.encoding,
    reader: reader.id,
    notices: [...read.notices, ...structured.notices],
  }
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
