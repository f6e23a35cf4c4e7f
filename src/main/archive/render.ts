/** Renders a Page by the table of writers; the one place that hands them Typst. */
import { BanxinError } from '../../shared/errors.ts'
import { safeFileName } from '../../shared/file-name.ts'
import type { Page, PageMeta } from '../../shared/page/page.ts'
import { WRITERS, writerOf } from '../../shared/writers/index.ts'
import type { Typeset, WriterContext, WrittenFile } from '../../shared/writers/writer.ts'

type RenderContext = Omit<WriterContext, 'typeset' | 'lang'> & { readonly lang?: WriterContext['lang'] }

/** The files of `page` in `format`. Errors: `format/unknown`, `export/failed`. */
export async function render(page: Page, format: string, context: RenderContext): Promise<readonly WrittenFile[]> {
  const writer = writerOf(format)
  if (!writer) throw new BanxinError('format/unknown', { format, known: WRITERS.map((w) => w.id).join(' ') })
  try {
    return await writer.write(page, { lang: 'zh', ...context, typeset })
  } catch (cause) {
    if (cause instanceof BanxinError) throw cause
    throw new BanxinError('export/failed', { detail: firstLine(cause) }, { cause })
  }
}

/** `DATE-PAGE-ID`, or by the import's name where date or page is unknown; safe for every file system. */
export function exportName(id: number, name: string, meta: PageMeta): string {
  return safeFileName(meta.date && meta.number ? `${meta.date}-${meta.number}-${id}` : `${name}-${id}`)
}

// Typst and its fonts are big: they are loaded with the first page that is set.
const typeset: Typeset = async (source, options) => (await import('./typeset.ts')).typeset(source, options)

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
