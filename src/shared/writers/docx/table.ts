/** A table of the text as a Word table: ruled, its head again on each page, figures to the right. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx'
import type { ParagraphChild } from 'docx'
import type { Block } from '../../page/page.ts'
import type { Align } from '../../page/tables.ts'
import type { TablePiece } from '../story.ts'
import { TABLE_HEAD_STYLE, TABLE_STYLE } from './styles.ts'

/** Widths of rules in eighths of a point. */
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const ALIGN: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

/** `words` gives what stands in a cell. */
export function tableOf({ rows, heads, aligns }: TablePiece, words: (b: Block) => readonly ParagraphChild[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: rule(8),
      bottom: rule(8),
      left: NONE,
      right: NONE,
      insideHorizontal: rule(4),
      insideVertical: rule(4),
    },
    rows: rows.map((cells, i) => {
      const isHead = i < heads
      return new TableRow({
        cantSplit: true,
        ...(isHead && { tableHeader: true }),
        children: cells.map((b, k) => cellOf(words(b), isHead, aligns[k] ?? 'left')),
      })
    }),
  })
}

const cellOf = (children: readonly ParagraphChild[], isHead: boolean, align: Align): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        style: isHead ? TABLE_HEAD_STYLE : TABLE_STYLE,
        alignment: isHead ? AlignmentType.CENTER : ALIGN[align],
        children: [...children],
      }),
    ],
  })
