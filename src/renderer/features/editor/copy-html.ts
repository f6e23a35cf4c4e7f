/** Pieces as clean HTML for other programs: headings, paragraphs, captions and marks; no class, no script, no style but that of emphasis dots. */
import type { Mark, Role } from '../../../shared/page/page.ts'
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
  else
    for (const piece of pieces) {
      const element = page.createElement(TAGS[piece.role ?? 'paragraph'] ?? 'p')
      element.append(...inline(page, piece))
      if (piece.role === 'caption') {
        const figure = page.createElement('figure')
        figure.append(element)
        page.body.append(figure)
      } else page.body.append(element)
    }
  return page.body.innerHTML
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
