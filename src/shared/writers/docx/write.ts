/** A page as a Word document: real styles by role, boxes as bordered paragraphs, pictures with their captions. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  ImageRun,
  Packer,
  Paragraph,
  ShadingType,
  TextRun,
} from 'docx'
import type { IParagraphOptions, IRunOptions, ParagraphChild, Table } from 'docx'
import type { Block, Page, Picture } from '../../page/page.ts'
import { asSet } from '../../page/set-apart.ts'
import type { SetApart } from '../../page/set-apart.ts'
import { pageName, titleOfPage } from '../html/masthead.ts'
import { keywordsOf } from '../keywords.ts'
import { pictureFile } from '../picture.ts'
import { runsOf, safeHref } from '../runs.ts'
import type { Run } from '../runs.ts'
import { foliosOf, storiesOf } from '../story.ts'
import type { Piece, Story, TextPiece } from '../story.ts'
import { tableOf } from './table.ts'
import { cleanText, oneLine } from '../text.ts'
import type { Writer, WriterContext } from '../writer.ts'
import { DATELINE_STYLE, STYLE_IDS, STYLES } from './styles.ts'

export const docxWriter: Writer = {
  id: 'docx',
  extension: '.docx',
  name: { zh: 'Word 文档', en: 'Word document' },
  write: async (page, context) => [
    { name: `${context.name}.docx`, bytes: await Packer.pack(pageDocument(page, context), 'uint8array') },
  ],
}

/** A4 with the margins that Chinese office papers have, in twentieths of a point. */
const SHEET = { size: { width: 11906, height: 16838 }, margin: { top: 1440, bottom: 1440, left: 1587, right: 1587 } }

function pageDocument(page: Page, context: Pick<WriterContext, 'name' | 'picture'>): Document {
  const children: Child[] = [
    ...foliosOf(page).map((b) => paragraph(b)),
    ...storiesOf(page).flatMap((s, i) => storyChildren(s, i > 0, context)),
  ]
  const publication = cleanText(page.meta.publication ?? '版心')
  return new Document({
    title: titleOfPage(page, context.name),
    creator: publication,
    lastModifiedBy: publication,
    subject: oneLine([page.meta.date, pageName(page.meta), page.meta.section].filter(Boolean).join(' ')),
    keywords: page.articles.flatMap(keywordsOf).join(' '),
    styles: STYLES,
    // Western words, which the styles call English; Chinese has no such words
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    sections: [{ properties: { page: SHEET }, children }],
  })
}

type Child = Paragraph | Table

/** A line over the first paragraph parts a story from the one before; over a table and a picture it has a paragraph of its own. */
function storyChildren(s: Story, parted: boolean, context: Pick<WriterContext, 'picture'>): Child[] {
  const first = s.article.blocks[0]
  const [opening] = s.sections
  const [piece] = s.head.length === 0 && opening?.heading.length === 0 ? opening.pieces : []
  const opensWithText = piece === undefined || piece.kind === 'text'
  const set = (b: Block, more: Partial<IParagraphOptions> = {}) =>
    paragraph(b, parted && opensWithText && b.id === first?.id ? { ...more, ...PARTED } : more)
  return [
    ...(parted && !opensWithText ? [new Paragraph({ ...PARTED, keepNext: true })] : []),
    ...s.head.map((b) => set(b)),
    ...s.sections.flatMap((section): Child[] => {
      const more = section.heading.some((b) => b.role === 'keyword') ? BOXED : {}
      return [
        ...section.heading.map((b) => set(b, more)),
        ...section.pieces.flatMap((piece) =>
          pieceChildren(piece, (b, looks) => set(b, { ...more, ...looks }), context),
        ),
      ]
    }),
  ]
}

const PARTED: Partial<IParagraphOptions> = {
  border: { top: { style: BorderStyle.SINGLE, size: 8, space: 16, color: '000000' } },
  spacing: { before: 700 },
}

/** Indents in twentieths of a point and hundredths of a character, as the style of a paragraph has them. */
const LOOKS: Readonly<Record<SetApart, Partial<IParagraphOptions>>> = {
  verse: { alignment: AlignmentType.LEFT, indent: { left: 420, firstLine: 0, firstLineChars: 0 } },
  signed: { alignment: AlignmentType.RIGHT, indent: { firstLine: 0, firstLineChars: 0 } },
  names: { alignment: AlignmentType.LEFT, indent: { left: 420, firstLine: 0, firstLineChars: 0 } },
}

/** Between stanzas stands a line's white. */
const looksOf = ({ apart, endsStanza }: TextPiece): Partial<IParagraphOptions> | undefined =>
  apart && { ...LOOKS[apart], ...(endsStanza && { spacing: { after: 300 } }) }

function pieceChildren(
  piece: Piece,
  set: (b: Block, looks?: Partial<IParagraphOptions>) => Paragraph,
  context: Pick<WriterContext, 'picture'>,
): Child[] {
  if (piece.kind === 'text') return [set(asSet(piece.block, piece.apart), looksOf(piece))]
  if (piece.kind === 'table') return [tableOf(piece, (b) => runsOf(b).flatMap(runChildren))]
  const image = piece.picture ? imageParagraph(piece.picture, piece.blocks, context) : []
  return [...image, ...piece.blocks.map((b) => set(b))]
}

const paragraph = (b: Block, more: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({ ...more, style: STYLE_IDS[b.role], children: runsOf(b).flatMap(runChildren) })

/** A keyword's section is a box: paragraphs with one border and one ground run together, over pages too. */
const EDGE = { style: BorderStyle.SINGLE, size: 6, space: 8, color: 'BFB9AA' }
const BOXED: Partial<IParagraphOptions> = {
  border: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F7F5F0' },
  indent: { left: 170, right: 170 },
}

/** Word takes these kinds; a WebP picture keeps its caption only. */
const WORD_KINDS = { jpg: 'jpg', png: 'png', gif: 'gif' } as const
/** The widest and highest that a picture stands, in pixels of 1/96 inch. */
const [MOST_WIDTH, MOST_HEIGHT] = [580, 700]

function imageParagraph(
  picture: Picture,
  blocks: readonly Block[],
  context: Pick<WriterContext, 'picture'>,
): Paragraph[] {
  const file = pictureFile(picture, context.picture)
  const type = file && WORD_KINDS[file.kind.extension as keyof typeof WORD_KINDS]
  if (!file || !type) return []
  const scale = Math.min(1, MOST_WIDTH / picture.width, MOST_HEIGHT / picture.height)
  const alt = oneLine(blocks.map((b) => b.text).join(' '))
  const image = new ImageRun({
    type,
    data: file.bytes,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: 'picture', title: alt, description: alt },
  })
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 200 },
      children: [image],
    }),
  ]
}

function runChildren(run: Run): ParagraphChild[] {
  const kinds = new Set(run.marks.map((m) => m.kind))
  const looks: IRunOptions = {
    ...(kinds.has('bold') && { bold: true }),
    ...(kinds.has('italic') && { italics: true }),
    ...(kinds.has('emphasis') && { emphasisMark: { type: 'dot' } }),
    ...(kinds.has('superscript') && { superScript: true }),
    ...(kinds.has('subscript') && { subScript: true }),
    ...(kinds.has('dateline') && { style: DATELINE_STYLE }),
  }
  const link = run.marks.map(safeHref).find((href) => href !== undefined)
  const lines = run.text
    .split('\n')
    .map(
      (text, i) =>
        new TextRun({ ...looks, ...(link !== undefined && { style: 'Hyperlink' }), text, ...(i > 0 && { break: 1 }) }),
    )
  return link === undefined ? lines : [new ExternalHyperlink({ link, children: lines })]
}
