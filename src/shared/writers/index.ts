/** The table of writers: a new format is a folder and a line here. */
import { docxWriter } from './docx/write.ts'
import { htmlWriter } from './html/write.ts'
import { icmlWriter } from './icml/write.ts'
import { idmlWriter } from './idml/write.ts'
import { jsonWriter } from './json/write.ts'
import { markdownWriter } from './markdown/write.ts'
import { proofWriter } from './proof/write.ts'
import { siteWriter } from './site/write.ts'
import { txtWriter } from './txt/write.ts'
import { pdfWriter } from './pdf/write.ts'
import { wechatWriter } from './wechat/write.ts'
import type { Writer } from './writer.ts'

export const WRITERS: readonly Writer[] = [
  pdfWriter,
  proofWriter,
  docxWriter,
  idmlWriter,
  icmlWriter,
  htmlWriter,
  wechatWriter,
  markdownWriter,
  jsonWriter,
  siteWriter,
  txtWriter,
]

export const writerOf = (id: string): Writer | undefined => WRITERS.find((w) => w.id === id)
