/** The finished newspaper page as PDF: composed on the character grid, drawn by Typst. */
import { composeFor } from '../../layout/choose.ts'
import { typstOf } from '../../layout/draw.ts'
import { titleOf } from '../../page/walk.ts'
import type { Page } from '../../page/page.ts'
import type { Writer } from '../writer.ts'

export const pdfWriter: Writer = {
  id: 'pdf',
  extension: '.pdf',
  name: { zh: '印刷版面 PDF', en: 'Print page (PDF)' },
  write: async (page, context) => {
    const composed = composeFor(page, context.template, context.words)
    const source = typstOf(composed, {
      title: documentTitle(page),
      author: page.meta.publication ?? '',
      outline: outlineOf(page),
    })
    return [{ name: `${context.name}.pdf`, bytes: await context.typeset(source) }]
  },
}

/** 报名 日期 第N版 版名, as far as they are known. */
export const documentTitle = (page: Page): string =>
  [page.meta.publication, page.meta.date, page.meta.number && `第${page.meta.number}版`, page.meta.section]
    .filter(Boolean)
    .join(' ') || (page.articles[0] ? titleOf(page.articles[0]) : '版面')

/** Each article's name at its first block. */
export function outlineOf(page: Page): ReadonlyMap<string, string> {
  const entries = page.articles.flatMap((a): readonly (readonly [string, string])[] => {
    const at = a.blocks.find((b) => b.role === 'headline') ?? a.blocks.find((b) => b.role !== 'folio')
    return at ? [[at.id, titleOf(a)]] : []
  })
  return new Map(entries)
}
