/** Tables for programs that take text: cells with tabs between them, which InDesign and 飞腾 turn into a table by one command. */
import type { Block } from '../page/page.ts'
import { cutOut, eachPart } from '../page/tables.ts'
import type { Row, Table } from '../page/tables.ts'

/** `blocks` with the rows of their tables as lines of cells; lines that only draw a rule are gone. */
export const tabbed = (blocks: readonly Block[]): readonly Block[] =>
  eachPart<readonly Block[]>(blocks, (b) => [b], rowsOf).flat()

/** The blocks of a table, in each as many lines as it has rows. */
function rowsOf({ rows }: Table): readonly Block[] {
  const blocks: Block[] = []
  for (const row of rows) {
    const last = blocks.at(-1)
    if (last?.id === row.block.id) blocks[blocks.length - 1] = appended(last, '\n', lineOf(row))
    else blocks.push(lineOf(row))
  }
  return blocks
}

const lineOf = ({ block, cells }: Row): Block =>
  cells.map(({ start, end }) => cutOut(block, start, end)).reduce((line, cell) => appended(line, '\t', cell))

const appended = (a: Block, between: string, b: Block): Block => {
  const by = a.text.length + between.length
  const marks = b.marks.map((m) => ({ ...m, start: m.start + by, end: m.end + by }))
  return { ...a, text: a.text + between + b.text, marks: [...a.marks, ...marks] }
}
