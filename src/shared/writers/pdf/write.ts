/** The finished newspaper page as PDF: composed on the character grid, drawn by Typst. */
import { composeFor } from '../../layout/choose.ts'
import { compose } from '../../layout/compose.ts'
import type { Composed } from '../../layout/compose.ts'
import { sheetEdge, typstOf } from '../../layout/draw.ts'
import type { Said, Sheet } from '../../layout/draw.ts'
import { MM } from '../../layout/template.ts'
import { templateOf } from '../../layout/templates.ts'
import { titleOf, walk } from '../../page/walk.ts'
import type { Page } from '../../page/page.ts'
import { pageName } from '../html/masthead.ts'
import { pictureFile } from '../picture.ts'
import { withBoxes } from './boxes.ts'
import type { Writer, WriterContext } from '../writer.ts'

export const pdfWriter: Writer = {
  id: 'pdf',
  extension: '.pdf',
  name: { zh: '印刷版面 PDF', en: 'Print page (PDF)' },
  write: async (page, context) => [{ name: `${context.name}.pdf`, bytes: await pdfOf([page], context) }],
}

/** `pages` as one PDF, an issue's pages in the order given: outline by article, document properties, pictures where they are known. */
export async function pdfOf(pages: readonly Page[], context: WriterContext): Promise<Uint8Array> {
  const sheets = pages.map((page): Sheet => ({ composed: composedOf(page, context), said: saidOf(page) }))
  const { files, nameOf } = pictureFiles(pages, context)
  const first = pages[0]
  const source = typstOf(sheets, {
    title: first ? documentTitle(first) : '',
    author: first?.meta.publication ?? '',
    keywords: [...new Set(pages.flatMap((p) => (p.meta.section ? [p.meta.section] : [])))],
    ...(first?.meta.date ? { date: first.meta.date } : {}),
    grey: context.print?.archive ?? false,
    marks: context.print?.marks ?? false,
    picture: nameOf,
  })
  const pdf = await context.typeset(source, { files, ...(context.print?.archive ? { standard: 'a-2a' } : {}) })
  const bleed = (sheets[0]?.composed.template.trim.bleed ?? 0) * MM
  return context.print?.marks ? withBoxes(pdf, { trim: sheetEdge(bleed), bleed }) : pdf
}

/** The page composed as the context asks: a person's placement, a named template, or the sheet that suits it. */
export function composedOf(page: Page, context: Pick<WriterContext, 'print' | 'template' | 'words'>): Composed {
  const { placement, template } = context.print ?? {}
  if (placement || template) return compose(page, template ?? templateOf(placement?.template), placement, context.words)
  return composeFor(page, context.template, context.words)
}

/** 报名 日期 版次 版名, as far as they are known; else the first headline. */
export function documentTitle(page: Page): string {
  const { publication, date, section } = page.meta
  const known = [publication, date, pageName(page.meta), section].filter(Boolean).join(' ')
  return known || (page.articles[0] ? titleOf(page.articles[0]) : '版面')
}

/** What each block is to one who hears the page or goes by its outline; an article is named at its headline, or where it starts. */
export function saidOf(page: Page): ReadonlyMap<string, Said> {
  const entries = page.articles.flatMap((a): readonly (readonly [string, Said])[] => {
    const headline = a.blocks.find((b) => b.role === 'headline')
    const named = headline ?? a.blocks.find((b) => b.role !== 'folio')
    return a.blocks.map((b) => [
      b.id,
      {
        ...(b === named ? { title: titleOf(a) } : {}),
        ...(b === headline ? { heading: 1 as const } : {}),
        ...(b.role === 'crosshead' || b.role === 'keyword' ? { heading: 2 as const } : {}),
        ...(b.role === 'caption' || b.role === 'credit' ? { alt: b.text } : {}),
      },
    ])
  })
  return new Map(entries)
}

/** The pages' pictures as files for the typesetter, and the name of each. */
export function pictureFiles(pages: readonly Page[], context: WriterContext) {
  const files = new Map<string, Uint8Array>()
  const names = new Map<string, string>()
  for (const page of pages) {
    for (const { block } of walk(page)) {
      const file = block.picture && pictureFile(block.picture, context.picture)
      if (!file || !block.picture?.sha256) continue
      const name = `/pictures/${block.picture.sha256}.${file.kind.extension}`
      files.set(name, file.bytes)
      names.set(block.picture.sha256, name)
    }
  }
  return { files, nameOf: (sha256: string) => names.get(sha256) }
}
