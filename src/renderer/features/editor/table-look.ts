/** Where the bars of a table's rows stand on screen, so that its columns are under each other, and how wide those of figures are. The text stays as it is: only the places of its bars are said. */
import { barsOf } from '../../../shared/page/tables.ts'
import type { Block } from '../../../shared/page/page.ts'
import type { Table } from '../../../shared/page/tables.ts'

/** What a block of a table is: it names the columns, is a row, or only draws a rule. */
export type RowKind = 'head' | 'row' | 'rule'
export type TableLook = {
  /** For each block from the table's first on. */
  readonly kinds: readonly RowKind[]
  /** Where each bar stands, in ems from the left edge; that of a row's end too where none has it. */
  readonly bars: readonly number[]
  /** For each column of figures how wide it is, in ems; undefined for the others, which are read from their left. */
  readonly figures: readonly (number | undefined)[]
  /** Every block is one line, and so as high as the others. */
  readonly lined: boolean
}

/** Widths in ems, at least what the fonts of the window take. */
const HAN = 1.01
const LATIN = 0.6
const CAPITAL = 0.74
const EMOJI = 1.4
/** Room for what is typed until the columns are measured anew. */
const SLACK = 0.9
/** Ems from where the last bar stands to the right edge of the row. */
const EDGE = 0.3
/** CSS pixels: nobody reads smaller letters, and the rows stand as lines with bars. */
const SMALLEST = 9

export function lookOf(table: Table, blocks: readonly Block[]): TableLook {
  const own = blocks.slice(table.from, table.to)
  const heads = new Set(table.rows.slice(0, table.heads).map((r) => r.block))
  const rows = new Set(table.rows.map((r) => r.block))
  const kinds = own.map((b): RowKind => (!rows.has(b) ? 'rule' : heads.has(b) ? 'head' : 'row'))
  const lines = own.filter((b) => rows.has(b)).flatMap((b) => b.text.split('\n'))
  const insides = lines.map((line) =>
    between(line)
      .slice(1)
      .map((text) => widthOf(text.slice(1))),
  )
  const figures = table.aligns.map((align, i) =>
    align === 'right' ? insides.reduce((most, cells) => Math.max(most, cells[i] ?? 0), 0) : undefined,
  )
  return { kinds, bars: barPlaces(lines), figures, lined: own.every((b) => !b.text.includes('\n')) }
}

/** The rules that set the rows that `selector` chooses as columns, as long as the text about them is wide enough (see `tables.css`). */
export function rulesOf({ bars, figures, lined }: TableLook, selector: string): string {
  // rows of HTML have none
  if (bars.length < 2) return ''
  const ems = (bars.at(-1) ?? 0) + EDGE
  const places = bars.map((at, i) => `--bar${i}: ${at.toFixed(2)}em;`)
  const widths = figures.flatMap((width, i) =>
    width === undefined ? [] : [`--cell${i}: inline-block;`, `--figures${i}: ${width.toFixed(2)}em;`],
  )
  const row = [
    `--ems: ${ems.toFixed(2)};`,
    'width: calc(var(--ems) * 1em);',
    ...places,
    ...(lined ? ['--unseen: auto;'] : []),
  ].join(' ')
  return [
    `@container text (width >= ${(ems * SMALLEST).toFixed(2)}px) {`,
    `${selector} { ${row} }`,
    ...(widths.length > 0 ? [`${selector}:not([data-row='rule']) { ${widths.join(' ')} }`] : []),
    '}',
  ].join('\n')
}

function barPlaces(lines: readonly string[]): readonly number[] {
  const widths: number[] = []
  for (const line of lines)
    for (const [i, text] of between(line).entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(text))
  let at = 0
  return widths.map((width, i) => (at += i === 0 ? width : width + SLACK))
}

/** What stands before each bar of a line, the bar before it too; what stands behind the last one, as if a bar came. */
function between(line: string): readonly string[] {
  const bars = barsOf(line)
  const ends = line.slice((bars.at(-1) ?? -1) + 1).trim() === '' ? bars : [...bars, line.length]
  return ends.map((end, i) => line.slice(bars[i - 1] ?? 0, end))
}

const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + emsOf(c), 0)

const emsOf = (character: string): number =>
  character.length > 1 ? EMOJI : character >= '\u2010' ? HAN : /[A-Zmw%@&]/.test(character) ? CAPITAL : LATIN
