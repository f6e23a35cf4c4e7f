/** What a writer is: a Page becomes files. One folder a format; `index.ts` is the table. */
import type { Lang } from '../page/roles.ts'
import type { Page, Picture } from '../page/page.ts'

/** A file to be made; `name` is relative to the target folder, with `/` between parts. */
export type WrittenFile = { readonly name: string; readonly bytes: Uint8Array }

/** Sets Typst source to PDF; given by the process that has Typst. `fonts` and pictures are its own business. */
export type Typeset = (
  source: string,
  options?: {
    /** `a-2b` for PDF/A-2b; plain PDF 1.7 otherwise. */
    readonly standard?: string
    /** Pictures by the names that the source gives them. */
    readonly files?: ReadonlyMap<string, Uint8Array>
  },
) => Promise<Uint8Array>

/** How a page is printed: with crop marks and bleed, for the archive as PDF/A-2b, and where a person put the stories. */
export type PrintOptions = {
  readonly marks?: boolean
  readonly archive?: boolean
  readonly placement?: import('../layout/placement.ts').Placement
  /** A template that a person made, instead of one of Banxin's by its id. */
  readonly template?: import('../layout/template.ts').Template
  /** The page at its last proof: a new proof marks what changed. */
  readonly since?: Page
}

export type WriterContext = {
  /** Base name of the files, already safe for every file system. */
  readonly name: string
  readonly lang: Lang
  /** The decoded source text that the spans point into, where it is known. */
  readonly source?: string
  /** The bytes of a picture by its content, or undefined where it is missing. */
  readonly picture: (sha256: string) => Uint8Array | undefined
  readonly typeset: Typeset
  /** The picture of the printed page itself. */
  readonly paper?: Picture
  /** Where a site will stand on the web. */
  readonly siteUrl?: string
  readonly template?: string
  readonly print?: PrintOptions
  readonly words?: import('../words.ts').Words
}

export type Writer = {
  readonly id: string
  /** With its dot, as it stands after the base name: `.html`, `.wechat.html`; a folder ends with `/`. */
  readonly extension: string
  readonly name: Readonly<Record<Lang, string>>
  readonly write: (page: Page, context: WriterContext) => Promise<readonly WrittenFile[]>
}
