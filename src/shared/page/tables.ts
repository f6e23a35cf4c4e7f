/** Tables in the text: lines of cells between bars, as OCR and Markdown write them, or of HTML. Derived from the blocks, like sections; never stored. */
import { MOST, htmlRowsOf } from './html-rows.ts'
import type { HtmlCell } from './html-rows.ts'
import type { Block, Role } from './page.ts'

/** What stands between two bars, `[start, end)` in UTF-16 units of its block's text, without the blanks about it. */
export type Cell = { readonly text: string; readonly start: number; readonly end: number }
/** A line of cells, `[start, end)` of its block's text; `at` is the block's place among those that were looked at. */
export type Row = {
  readonly block: Block
  readonly at: number
  readonly start: number
  readonly end: number
  readonly cells: readonly Cell[]
  /** No bar stands behind the last cell. */
  readonly open: boolean
  /** Its tags say that it names the columns. */
  readonly names?: boolean
}
export type Align = 'left' | 'center' | 'right'
/** Whole blocks from the `from`th to before the `to`th; the first `heads` rows name the columns. Lines that only draw a rule are no rows. */
export type Table = {
  readonly from: number
  readonly to: number
  readonly rows: readonly Row[]
  readonly heads: number
  /** How each column stands; there are as many as the widest row has cells. */
  readonly aligns: readonly Align[]
}

const ROLES: ReadonlySet<Role> = new Set(['paragraph', 'crosshead', 'note', 'byline'])
/** Fewer are a line with bars in it, not a table. */
const LEAST_ROWS = 2
/** Cells of a row without a bar at its end that is one wherever it stands: with fewer it may be a line of a table of contents, ｜要闻｜新桥通车. */
const LEAST_OPEN = 3
/** More is running text. */
const LONGEST_OPEN = 60
/** Rows that name the columns; more are rows of words. */
const MOST_HEADS = 3
/** Longer words in a column are read from its left edge. */
const SHORT = 8

const known = new WeakMap<readonly Block[], readonly Table[]>()

/** The tables among `blocks`, in order; remembered, for a page that is composed looks at its blocks many times. */
export function tablesOf(blocks: readonly Block[]): readonly Table[] {
  const tables = known.get(blocks) ?? findTables(blocks)
  known.set(blocks, tables)
  return tables
}

function findTables(blocks: readonly Block[]): readonly Table[] {
  const tables: Table[] = []
  for (let i = 0; i < blocks.length; i++) {
    const table = tableFrom(blocks, i)
    if (!table) continue
    tables.push(table)
    i = table.to - 1
  }
  return tables
}

/** Calls `one` for each block that is in no table and `table` for each table, in order. */
export function eachPart<T>(
  blocks: readonly Block[],
  one: (block: Block, at: number) => T,
  table: (table: Table) => T,
): readonly T[] {
  const out: T[] = []
  let at = 0
  for (const t of tablesOf(blocks)) {
    for (; at < t.from; at++) out.push(one(blocks[at] as Block, at)) // in range
    out.push(table(t))
    at = t.to
  }
  for (; at < blocks.length; at++) out.push(one(blocks[at] as Block, at)) // in range
  return out
}

function tableFrom(blocks: readonly Block[], from: number): Table | undefined {
  const lines: Row[] = []
  let to = from
  for (; to < blocks.length; to++) {
    const block = blocks[to] as Block // in range
    const own = ROLES.has(block.role) && !block.picture ? rowsOf(block, to) : undefined
    if (!own) break
    lines.push(...own)
  }
  const rows = spread(lines.filter((r, i) => !isRule(r, i)))
  if (rows.length < LEAST_ROWS || rows.every((r) => r.cells.length < 2)) return undefined
  // others, or a rule, must say that rows of two cells are a table's when no bar ends them
  if (lines.every((r) => r.open && r.cells.length < LEAST_OPEN && !isRule(r, 1))) return undefined
  const rule = lines.findIndex(isRule)
  const heads = headRows(rows, rule)
  return { from, to, rows, heads, aligns: alignsOf(rows, heads, lines[rule]) }
}

/** The rows of a block, or undefined where one of its lines is none. */
function rowsOf(block: Block, at: number): readonly Row[] | undefined {
  const html = htmlRowsOf(block.text)
  if (html) return html.map((row) => ({ block, at, open: false, ...row }))
  if (!opensRow(block.text)) return undefined
  const rows: Row[] = []
  let start = 0
  for (const line of block.text.split('\n')) {
    const row = cellsOf(line, start)
    if (row) rows.push({ block, at, start, end: start + line.length, ...row })
    else if (line.trim() !== '') return undefined
    start += line.length + 1
  }
  return rows.length > 0 ? rows : undefined
}

/** `rows` with empty cells where one of HTML reaches to from its left or from above. */
function spread(rows: readonly Row[]): readonly Row[] {
  if (!rows.some((r) => r.cells.some(isMerged))) return rows
  const grid = rows.map((): Cell[] => [])
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row.cells) {
      while (grid[y]?.[x]) x++
      for (const [below, line] of grid.slice(y, y + downOf(cell)).entries())
        for (let right = 0; right === 0 || (right < acrossOf(cell) && x + right < MOST); right++)
          line[x + right] = below + right === 0 ? cell : emptyIn(rows[y + below] as Row) // in range
    }
  }
  return rows.map((row, y) => ({ ...row, cells: Array.from(grid[y] ?? [], (cell) => cell ?? emptyIn(row)) }))
}

/** Whether a cell of HTML goes over others; those are empty, and their tags are not there. */
export const isMerged = (cell: Cell): boolean => acrossOf(cell) * downOf(cell) > 1
/** Whether a cell of a row of HTML stands in the text by tags of its own. */
export const hasTags = (cell: Cell): boolean => 'across' in cell

const acrossOf = (cell: Cell | HtmlCell): number => ('across' in cell ? cell.across : 1)
const downOf = (cell: Cell | HtmlCell): number => ('down' in cell ? cell.down : 1)
const emptyIn = ({ end }: Row): Cell => ({ text: '', start: end, end })

const BAR = /^\s*[|｜]/

/** Whether `text` begins as a row of cells does. */
export const opensRow = (text: string): boolean => BAR.test(text)

/** The words of a cell, as long as they are, to stand between bars: one of their own would part it, and in print this one looks the same. */
export const barsWithin = (cell: string): string => cell.replaceAll(/[|｜]/g, '│')

/** Where the bars of a line are, in UTF-16 units; `\|` is none. */
export const barsOf = (line: string): readonly number[] => [...line.matchAll(/(?<!\\)[|｜]/g)].map((m) => m.index)

/**
 * The cells of a line that starts with a bar, one over all columns at the least; `\|` is a bar in a cell. What stands behind the last
 * bar is a cell too: OCR and Markdown leave out the bar at the end, and who types there has not set it yet.
 */
function cellsOf(line: string, offset: number): Pick<Row, 'cells' | 'open'> | undefined {
  if (!opensRow(line)) return undefined
  const bars = barsOf(line)
  const rest = line.slice((bars.at(-1) ?? 0) + 1).trim()
  if (bars.length < 2 || rest.length > LONGEST_OPEN) return undefined
  const ends = rest === '' ? bars.slice(1) : [...bars.slice(1), line.length]
  const cells = ends.map((end, i) => {
    const between = line.slice((bars[i] ?? 0) + 1, end)
    const text = between.trim()
    const start = offset + (bars[i] ?? 0) + 1 + (text === '' ? 0 : between.indexOf(text))
    return { text, start, end: start + text.length }
  })
  return { cells, open: rest !== '' }
}

/** Whether a line by itself is cells between bars, from its first character to its last. */
export function isRowOfCells(line: string): boolean {
  const row = cellsOf(line, 0)
  return row !== undefined && (!row.open || row.cells.length >= LEAST_OPEN)
}

/** `| --- | :-: |` draws the rule under the column's names; of one or two strokes only there: elsewhere they say that there is nothing. */
const isRule = ({ cells }: Row, line: number): boolean =>
  cells.some((c) => (line === 1 ? /[-—─=]/ : /[-—─=]{3}/).test(c.text)) &&
  cells.every((c) => /^:?[-—─=]*:?$/.test(c.text))

const isFigure = (text: string): boolean => /^[+\-−±]?[\d.,:：/%％‰—–-]+$/.test(text)

/** How many rows name the columns: a rule under the first says that it does, or tags do; so do words over figures. */
function headRows(rows: readonly Row[], rule: number): number {
  if (rule >= 0) return rule === 1 ? 1 : 0
  const named = rows.findIndex((r) => !r.names)
  if (named !== 0) return named < 0 ? 1 : named
  // a cell of the first row that goes down over others, all of them words
  const deep = Math.max(...(rows[0]?.cells.map(downOf) ?? []))
  const isOver = (r: Row) => r.cells.every((c) => !isFigure(c.text))
  if (deep > 1 && deep < rows.length && rows.slice(0, deep).every(isOver) && !rows.slice(deep).every(isOver))
    return deep
  return namingRows(rows)
}

/** How many rows of words over others with figures it takes to name all columns: where cells were merged, more than one; an empty corner never was. */
function namingRows(rows: readonly Row[]): number {
  const hasDigits = (r: Row) => r.cells.some((c) => /\d/.test(c.text))
  const named = new Set<number>()
  const columns = rows[0]?.cells.length ?? 0
  if (rows[0]?.cells[0]?.text === '') return 0
  for (const [i, row] of rows.slice(0, MOST_HEADS).entries()) {
    if (hasDigits(row)) return 0
    for (const [x, cell] of row.cells.entries()) if (cell.text !== '') named.add(x)
    if (named.size >= columns) return rows.slice(i + 1).some(hasDigits) ? i + 1 : 0
  }
  return 0
}

/** As the rule under the head says; else figures to the right, short words in the middle, others to the left. */
function alignsOf(rows: readonly Row[], heads: number, rule: Row | undefined): readonly Align[] {
  const columns = Math.max(...rows.map((r) => r.cells.length))
  return Array.from({ length: columns }, (_, i): Align => {
    const mark = rule?.cells[i]?.text ?? ''
    if (mark.endsWith(':')) return mark.startsWith(':') ? 'center' : 'right'
    if (mark.startsWith(':')) return 'left'
    const texts = rows.slice(heads).flatMap((r) => (r.cells[i]?.text ? [r.cells[i].text] : []))
    if (texts.length > 0 && texts.every((t) => isFigure(t) && !/[:：/]/.test(t))) return 'right'
    return texts.every((t) => t.length <= SHORT) ? 'center' : 'left'
  })
}

/** A part of a block as a block of its own, with its marks; offsets count from `start`. */
export const cutOut = (block: Block, start: number, end = block.text.length): Block => ({
  ...block,
  text: block.text.slice(start, end),
  marks: block.marks
    .filter((m) => m.end > start && m.start < end)
    .map((m) => ({ ...m, start: Math.max(0, m.start - start), end: Math.min(m.end, end) - start })),
})
