/** Tables of the text as tables of GitHub's Markdown, written as they stand and read back to the same blocks. */
import type { RootContent } from 'mdast'
import { block } from '../../page/build.ts'
import type { Block } from '../../page/page.ts'
import type { Table } from '../../page/tables.ts'
import { cleanText } from '../text.ts'

/** After a table: its rows are a block each, its second line is Markdown's and not the page's. */
const ROWS = 'rows'
const RULED = 'ruled'

/** `| 甲 | 乙 |` with nothing that Markdown would take for a sign of its own. */
const LINE = /^\|[^\\`*_<&[\r\n\p{Cc}]*\|$/u
const RULE = /^\|(?: *:?-+:? *\|)+$/

/**
 * The table that `blocks` are, and what has to be known to read them back; undefined where Markdown has no such table: a row with
 * marks or signs, no names over its columns, some blocks of several rows.
 */
export function tableNodes({ heads }: Table, blocks: readonly Block[]): readonly RootContent[] | undefined {
  const rows = blocks.length > 1
  const isPlain = blocks.every((b) => b.role === 'paragraph' && b.marks.length === 0 && b.text === cleanText(b.text))
  if (heads !== 1 || !isPlain || (rows && blocks.some((b) => b.text.includes('\n')))) return undefined
  const lines = blocks.flatMap((b) => b.text.split('\n'))
  const [first = '', second = ''] = lines
  const count = cellsIn(first)
  if (!lines.every((l) => LINE.test(l)) || lines.some((l) => cellsIn(l) > count)) return undefined
  const ruled = !RULE.test(second)
  if (!ruled && cellsIn(second) !== count) return undefined
  const shown = ruled ? [first, `|${' --- |'.repeat(count)}`, ...lines.slice(1)] : lines
  const said = [rows ? ROWS : '', ruled ? RULED : ''].filter(Boolean).join(' ')
  const table: RootContent = { type: 'html', value: shown.join('\n') }
  return said === '' ? [table] : [table, { type: 'html', value: `<!-- ${said} -->` }]
}

const cellsIn = (line: string): number => line.split('|').length - 2

/** The blocks that `table` stands for, by the comment that follows it; undefined where that is somebody's own. */
export function readTable(table: Block | undefined, html: string): readonly Block[] | undefined {
  const said = /^<!-- (rows|ruled|rows ruled) -->$/.exec(html.trim())?.[1]?.split(' ')
  const lines = table?.text.split('\n')
  if (!said || !lines || !lines.every((l) => l.startsWith('|'))) return undefined
  const own = said.includes(RULED) ? lines.toSpliced(1, 1) : lines
  return said.includes(ROWS) ? own.map((l) => block('paragraph', l)) : [block('paragraph', own.join('\n'))]
}
