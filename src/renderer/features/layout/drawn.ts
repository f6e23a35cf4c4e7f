/** The SVG of a sheet's items, remembered by line: a line set before at the same place is not written again. */
import { svgItems } from '../../../shared/layout/svg.ts'
import type { ComposedPage, Item, TextLine } from '../../../shared/layout/geometry.ts'

/** A line's runs are the very same value while its paragraph's text and setting are: they hold what was written of them. */
const known = new WeakMap<TextLine['runs'], Map<string, string>>()

export const drawnOf = (sheet: ComposedPage): readonly string[] =>
  sheet.items.map((item) => (item.kind === 'line' ? lineOf(sheet, item) : svgOf(sheet, item)))

function lineOf(sheet: ComposedPage, line: TextLine): string {
  const key = `${line.x}|${line.y}|${line.block}|${line.start}|${line.end}|${line.size}|${line.ink.join()}|${line.vertical ?? ''}`
  let written = known.get(line.runs)
  if (!written) known.set(line.runs, (written = new Map()))
  let svg = written.get(key)
  if (svg === undefined) {
    svg = svgOf(sheet, line)
    if (written.size > PLACES) written.clear()
    written.set(key, svg)
  }
  return svg
}

/** A line stands at so many places at the most before the earlier ones are forgotten. */
const PLACES = 20

const svgOf = (sheet: ComposedPage, item: Item): string => svgItems({ ...sheet, items: [item] })[0] ?? ''
