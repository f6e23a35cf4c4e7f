/** A table as a newspaper sets a small one: hairlines between its rows and columns, a rule over and under it, its head again where it goes on. */
import type { Block } from '../../page/page.ts'
import { cutOut } from '../../page/tables.ts'
import type { Align, Cell, Row, Table } from '../../page/tables.ts'
import type { Face } from '../advances.ts'
import type { Template } from '../template.ts'
import { dressesOf } from './dress.ts'
import type { Line } from './paragraph.ts'
import { BLACK, cachedLines, setBlock } from './set.ts'
import type { SetBlock } from './set.ts'

/** A line of a cell: `x` from the table's left edge, `y` its baseline below the row's top, in points. */
export type CellLine = { readonly set: SetBlock; readonly line: Line; readonly x: number; readonly y: number }
/** A rule of a row: from its top left corner, in points. */
export type CellRule = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly weight: number
}
/** A row of a table, set: `rows` are the grid rows that it takes. */
export type SetRow = {
  readonly row: Row
  readonly rows: number
  readonly head: boolean
  readonly lines: readonly CellLine[]
  readonly rules: readonly CellRule[]
}

/** How a table is set: `width` and the page's leading `row` in points, at most so large a body. */
export type TableSetting = {
  readonly template: Template
  readonly row: number
  readonly width: number
  readonly size?: number
}

/** White on either side of what stands in a cell, and the least that a column has for it, in em. */
const PAD = 0.35
const LEAST = 1.6
/** A table is set so much smaller than the body, in points, and not smaller than the least. */
const SMALLER = 1
const SMALLEST = 6.5
/** Leading of a cell of several lines, in em. */
const LEADING = 1.2
const HAIR = 0.25
const HEAD_RULE = 0.4

/** A table that takes more em than these on one line is too wide for a column: it stands over several, in a place of its own. */
const COLUMN_MOST = 16
/** A table of more rows flows through the columns, whatever its width. */
const ROWS_MOST = 160

export const isWide = (table: Table): boolean =>
  table.rows.length <= ROWS_MOST &&
  table.aligns.reduce(
    (sum, _, k) => sum + Math.max(LEAST, ...table.rows.map((r) => emOfText(r.cells[k]?.text ?? ''))) + 2 * PAD,
    0,
  ) > COLUMN_MOST

/** About as wide as in any face: a template is not known yet. */
const emOfText = (text: string): number => wide(text, 'song')

const known = new WeakMap<Table, Map<string, readonly SetRow[] | undefined>>()

/** The table in `setting.width`, a set row a row, remembered; undefined where its columns are too many for the width. */
export function setTable(table: Table, setting: TableSetting): readonly SetRow[] | undefined {
  const settings = known.get(table) ?? new Map<string, readonly SetRow[] | undefined>()
  known.set(table, settings)
  const { template, row, width } = setting
  const key = [template.id, row, width, sizeOf(setting)].join()
  if (!settings.has(key)) settings.set(key, setRows(table, setting))
  return settings.get(key)
}

function setRows(table: Table, given: TableSetting): readonly SetRow[] | undefined {
  const setting = fitted(table, given)
  const size = sizeOf(setting)
  const widths = widthsIn(setting.width / size, widthsOf(table, setting.template))
  if (!widths) return undefined
  return table.rows.map((row, i) => setRow(row, i, table, widths, setting))
}

/** Set smaller where its cells then have one line each: newspapers do so before they break a name. */
function fitted(table: Table, setting: TableSetting): TableSetting {
  const size = setting.width / emOf(table, setting.template)
  return size >= SMALLEST && size < sizeOf(setting) ? { ...setting, size: size + SMALLER } : setting
}

/** The width in points in which no cell of the table has more than one line. */
export const tableWidth = (table: Table, setting: Omit<TableSetting, 'width'>): number =>
  emOf(table, setting.template) * sizeOf(setting)

const emOf = (table: Table, t: Template): number => widthsOf(table, t).reduce((sum, w) => sum + w.natural, 0)

function sizeOf({ template, size = template.grid.size }: Omit<TableSetting, 'width'>): number {
  return Math.max(SMALLEST, size - SMALLER)
}

const faceOf = (t: Template, head: boolean): Face => (head ? 'hei-bold' : t.body.face)

const widthsKnown = new WeakMap<Table, Map<string, readonly Width[]>>()

/**
 * What a column takes with its longest cell on one line, what at least (no word or figure of it is torn), what without breaking a name of
 * a few characters, and its longest cell under the head. In em.
 */
type Width = { readonly natural: number; readonly least: number; readonly whole: number; readonly body: number }

function widthsOf(table: Table, t: Template): readonly Width[] {
  const faces = widthsKnown.get(table) ?? new Map<string, readonly Width[]>()
  widthsKnown.set(table, faces)
  const widths = faces.get(t.body.face) ?? measured(table, t)
  faces.set(t.body.face, widths)
  return widths
}

function measured({ rows, heads, aligns }: Table, t: Template): readonly Width[] {
  return aligns.map((_, k): Width => {
    let natural = LEAST
    let least = LEAST
    let whole = LEAST
    let body = 0
    for (const [i, row] of rows.entries()) {
      const text = row.cells[k]?.text ?? ''
      const face = faceOf(t, i < heads)
      natural = Math.max(natural, wide(text, face))
      if (i >= heads) body = Math.max(body, wide(text, face))
      for (const [word] of text.matchAll(WORD)) least = Math.max(least, wide(word, face))
      if (SHORT.test(text.trim())) whole = Math.max(whole, wide(text.trim(), face))
    }
    return { natural: natural + 2 * PAD, least: least + 2 * PAD, whole: Math.max(least, whole) + 2 * PAD, body }
  })
}

/** Figures and Western words of the usual lengths. */
const WORD = /[!-~\u2212\u20a0-\u20bf]{2,14}/g
/** A name that is not broken as long as there is room elsewhere. */
const SHORT = /^\p{sc=Han}{2,4}$/u

const wide = (text: string, face: Face): number =>
  Math.max(0, ...cachedLines(text, { face, measure: 1e6, indent: 0, align: 'left', hang: false }).map((l) => l.width))

/** Columns for `measure` em: what is left over goes to all alike; where it is too little, the wide ones give. */
function widthsIn(measure: number, widths: readonly Width[]): readonly number[] | undefined {
  const whole = widths.reduce((sum, w) => sum + w.natural, 0)
  if (whole <= measure) return widths.map((w) => w.natural + (measure - whole) / widths.length)
  if (measure < widths.length * (LEAST + 2 * PAD)) return undefined
  const sumOf = (kind: 'least' | 'whole') => widths.reduce((sum, w) => sum + w[kind], 0)
  const kind = sumOf('whole') <= measure ? 'whole' : 'least'
  const least = sumOf(kind)
  if (least > measure) return widths.map((w) => (w.least * measure) / least)
  // each gives of what it has over the least
  const part = (measure - least) / (whole - least)
  return widths.map((w) => w[kind] + (w.natural - w[kind]) * part)
}

function setRow(row: Row, index: number, table: Table, widths: readonly number[], setting: TableSetting): SetRow {
  const size = sizeOf(setting)
  const head = index < table.heads
  const bodies = widthsOf(table, setting.template)
  // figures stand under each other by their last ones, and all together under the middle of their column's name
  const side = (i: number) =>
    table.aligns[i] === 'right' && !head ? Math.max(0, ((widths[i] ?? 0) - 2 * PAD - (bodies[i]?.body ?? 0)) / 2) : 0
  const cells = row.cells.map((cell, i) =>
    setCell(row.block, cell, table.aligns[i] ?? 'left', (widths[i] ?? 0) - side(i), head),
  )
  const most = Math.max(1, ...cells.map((c) => c.length))
  const rows = Math.max(1, Math.ceil((most - 1) * LEADING * (size / setting.row) + size / setting.row + 0.2))
  const height = rows * setting.row
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, w) => sum + w, 0) * size)
  const lines = cells.flatMap((set, i) =>
    set.map((line, k): CellLine => {
      const middle = height / 2 + (k - (set.length - 1) / 2) * size * LEADING
      return { ...line, x: (lefts[i] ?? 0) + PAD * size, y: middle + size * 0.38 }
    }),
  )
  return { row, rows, head, lines, rules: rulesOf(index, table, lefts, height, setting) }

  function setCell(block: Block, cell: Cell, align: Align, width: number, isHead: boolean) {
    const part = cutOut(block, cell.start, cell.end)
    const face = faceOf(setting.template, isHead)
    const style = { face, size, leading: size * LEADING, ink: BLACK }
    const set = setBlock(part, style, (width - 2 * PAD) * size, {
      indent: 0,
      align: isHead ? 'center' : align,
      changes: dressesOf(part, face, setting.template.body.dateline),
    })
    return set.lines.map((line) => ({ set: { ...set, block }, line: shifted(line, cell.start) }))
  }
}

/** A rule under each row, heavy over the first and under the last; hairlines between columns, none at the sides. */
function rulesOf(
  index: number,
  { rows, heads }: Table,
  lefts: readonly number[],
  height: number,
  { template, width }: TableSetting,
): readonly CellRule[] {
  const heavy = template.rules.box
  const across = (y: number, weight: number): CellRule => ({ x1: 0, y1: y, x2: width, y2: y, weight })
  const under = index === rows.length - 1 ? heavy : index === heads - 1 ? HEAD_RULE : HAIR
  return [
    ...(index === 0 ? [across(0, heavy)] : []),
    across(height, under),
    ...lefts.slice(1).map((x) => ({ x1: x, y1: 0, x2: x, y2: height, weight: HAIR })),
  ]
}

/** A part of a table beside others: its rows with the head over them, each with its distance from the top in grid rows. */
export type TablePart = { readonly x: number; readonly rows: readonly { readonly set: SetRow; readonly top: number }[] }
export type TableSet = { readonly parts: readonly TablePart[]; readonly rows: number }

/** A table of more rows than these is split into parts side by side, as far as there is room. */
const PART_ROWS = 28

/** The parts side by side that a table should have. */
export const partsWished = (table: Table): number => Math.ceil((table.rows.length - table.heads) / PART_ROWS)

/** The table in a place of its own, `gap` points between its parts; undefined where its columns are too many for it. */
export function setTableIn(table: Table, setting: TableSetting, gap: number): TableSet | undefined {
  const natural = tableWidth(table, setting)
  const room = Math.floor((setting.width + gap) / (natural + gap) + 1e-6)
  const count = Math.max(1, Math.min(partsWished(table), room))
  const width = (setting.width - (count - 1) * gap) / count
  const set = setTable(table, { ...setting, width })
  if (!set) return undefined
  const heads = set.filter((r) => r.head)
  const body = set.filter((r) => !r.head)
  const each = Math.ceil(body.length / count)
  const parts = Array.from({ length: count }, (_, i): TablePart => {
    let top = 0
    const rows = [...heads, ...body.slice(i * each, (i + 1) * each)].map((r) => {
      top += r.rows
      return { set: r, top: top - r.rows }
    })
    return { x: i * (width + gap), rows }
  })
  const rows = Math.max(...parts.map((p) => p.rows.reduce((sum, r) => sum + r.set.rows, 0)))
  return { parts, rows }
}

export const shifted = (line: Line, by: number): Line => ({
  ...line,
  start: line.start + by,
  end: line.end + by,
  runs: line.runs.map((r) => ({ ...r, start: r.start + by })),
})
