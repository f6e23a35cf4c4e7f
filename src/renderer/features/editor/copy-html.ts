/** Pieces as clean HTML for other programs: headings, paragraphs, captions, tables and marks; no class, no script, no style but that of emphasis dots. */
import { EMPTY } from '../../../shared/page/edit-parts.ts'
import { cutOut, eachPart } from '../../../shared/page/tables.ts'
import type { Table } from '../../../shared/page/tables.ts'
import type { Block, Mark, Role } from '../../../shared/page/page.ts'
import type { Piece } from '../../../shared/page/paste.ts'

const TAGS: Readonly<Partial<Record<Role, string>>> = {
  headline: 'h1',
  crosshead: 'h2',
  keyword: 'h2',
  caption: 'figcaption',
}

const MARKS: Readonly<Record<Mark['kind'], readonly [tag: string, attribute?: readonly [string, string]]>> = {
  bold: ['strong'],
  italic: ['em'],
  emphasis: ['em', ['style', 'font-style: normal; text-emphasis: filled dot; text-emphasis-position: under']],
  superscript: ['sup'],
  subscript: ['sub'],
  link: ['a'],
  dateline: ['b'],
}

/** One piece without a role is text within a line; anything else is blocks. */
export function piecesToHtml(pieces: readonly Piece[]): string {
  const page = document.implementation.createHTMLDocument()
  const [first] = pieces
  if (pieces.length === 1 && first && !first.role) page.body.append(...inline(page, first))
  else {
    const blocks = pieces.map(({ text, marks, role = 'paragraph' }, i): Block => ({
      ...EMPTY,
      id: `${i}`,
      role,
      text,
      marks,
    }))
    page.body.append(
      ...eachPart<HTMLElement>(
        blocks,
        (block) => blockElement(page, block),
        (table) => tableElement(page, table),
      ),
    )
  }
  return page.body.innerHTML
}

function blockElement(page: Document, block: Block): HTMLElement {
  const element = page.createElement(TAGS[block.role] ?? 'p')
  element.append(...inline(page, block))
  if (block.role !== 'caption') return element
  const figure = page.createElement('figure')
  figure.append(element)
  return figure
}

function tableElement(page: Document, { rows, heads, aligns }: Table): HTMLElement {
  const table = page.createElement('table')
  for (const [n, row] of rows.entries()) {
    const line = table.insertRow()
    for (const i of aligns.keys()) {
      const { start, end } = row.cells[i] ?? { start: row.end, end: row.end }
      const cell = page.createElement(n < heads ? 'th' : 'td')
      cell.append(...inline(page, cutOut(row.block, start, end)))
      line.append(cell)
    }
  }
  return table
}

function inline(page: Document, { text, marks }: Piece): Node[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap((m) => [m.start, m.end])])].toSorted((a, b) => a - b)
  return edges.flatMap((start, i) => {
    const end = edges[i + 1]
    if (end === undefined) return []
    let nodes: Node[] = text
      .slice(start, end)
      .split('\n')
      .flatMap((line, n) => [...(n > 0 ? [page.createElement('br')] : []), page.createTextNode(line)])
    for (const mark of marks.filter((m) => m.start <= start && m.end >= end)) {
      const [tag, attribute] = MARKS[mark.kind]
      const element = page.createElement(tag)
      if (attribute) element.setAttribute(...attribute)
      if (mark.href !== undefined) element.setAttribute('href', mark.href)
      element.append(...nodes)
      nodes = [element]
    }
    return nodes
  })
}
