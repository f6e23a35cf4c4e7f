/** What a reader is: bytes → source text and notices. One folder a format; `index.ts` is the table. */
import type { Notice } from '../../../shared/api/pages.ts'
import type { Page, PageMeta } from '../../../shared/page/page.ts'

export type ReadResult = {
  /** Decoded, without byte order mark, line ends as they are. */
  readonly text: string
  readonly encoding: string
  readonly notices: readonly Notice[]
  readonly meta?: PageMeta
  /** A page that the file states itself (Banxin's own JSON); otherwise structure makes one. */
  readonly page?: Page
}

export type ReaderOptions = { readonly encoding?: string }

/** `read` throws nothing but BanxinError `file/…` for what cannot be read at all (law 3). */
export type Reader = {
  readonly id: string
  readonly name: Readonly<Record<'zh' | 'en', string>>
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  readonly read: (bytes: Uint8Array, name: string, options?: ReaderOptions) => ReadResult
}
