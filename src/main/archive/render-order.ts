/** What is asked of the writers, as plain values that go to a thread: nothing here loads a writer. */
import { safeFileName } from '../../shared/file-name.ts'
import type { Page, PageMeta, Picture } from '../../shared/page/page.ts'
import { pictureHashes } from '../../shared/page/pictures.ts'
import type { PrintOptions } from '../../shared/writers/writer.ts'

/** What is to be rendered, as plain values: `together` puts several pages into one PDF. Pictures by their content. */
export type RenderOrder = {
  readonly pages: readonly Page[]
  readonly format: string | 'together'
  readonly name: string
  readonly source?: string
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly template?: string
  readonly print?: PrintOptions
  /** The picture of the printed page itself. */
  readonly paper?: Picture
  /** Where a site will stand on the web. */
  readonly siteUrl?: string
}

/** The pictures of pages, and of a page as it was printed, that `find` has, for an order. */
export const picturesFor = (
  pages: readonly Page[],
  find: (sha256: string) => Uint8Array | undefined,
  paper?: Picture,
): ReadonlyMap<string, Uint8Array> =>
  new Map(
    [...new Set([...pages.flatMap(pictureHashes), paper?.sha256])].flatMap((sha256) => {
      const bytes = sha256 === undefined ? undefined : find(sha256)
      return sha256 !== undefined && bytes ? [[sha256, new Uint8Array(bytes)] as const] : []
    }),
  )

/** `DATE-PAGE-ID`, or by the import's name where date or page is unknown; safe for every file system. */
export function exportName(id: number, name: string, meta: PageMeta): string {
  return safeFileName(meta.date && meta.number ? `${meta.date}-${meta.number}-${id}` : `${name}-${id}`)
}
