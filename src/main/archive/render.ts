/** Renders a Page by the table of writers; the one place that hands them Typst. */
import { BanxinError } from '../../shared/errors.ts'
import type { Page } from '../../shared/page/page.ts'
import type { Words } from '../../shared/words.ts'
import type { RenderOrder } from './render-order.ts'
import { WRITERS, writerOf } from '../../shared/writers/index.ts'
import { pdfOf } from '../../shared/writers/pdf/write.ts'
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

/** The files of an order. Errors: `format/unknown`, `export/failed`. */
export async function renderOrder(order: RenderOrder, words: Words | undefined): Promise<readonly WrittenFile[]> {
  const { pages, format, pictures, ...rest } = order
  const context = { ...rest, picture: (sha256: string) => pictures.get(sha256), ...(words && { words }) }
  if (format === 'together')
    return [{ name: `${order.name}.pdf`, bytes: await pdfOf(pages, { lang: 'zh', ...context, typeset }) }]
  const [page] = pages
  return page ? render(page, format, context) : []
}

// Typst and its fonts are big: they are loaded with the first page that is set.
const typeset: Typeset = async (source, options) => (await import('./typeset.ts')).typeset(source, options)

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
