/** Gold pages as OCR writes them that does not put the lines of a column together: the same layout and words, a printed line to a line of text. */
import type { Role, Span } from '../src/shared/page/page.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import { segmenter } from './segmenter.ts'
import type { BenchPage } from './structure-pages.ts'
import { brokenAt, brokenAtWords } from './synthetic-lines.ts'

const words = segmenter()

/** How a page is set. */
export type Setting = {
  /** Characters in a line of each story's columns: the first story has the first of them, and so on round. */
  readonly widths: readonly number[]
  /** Characters in a line of a caption, and in one of a heading. */
  readonly under: number
  readonly over: number
  readonly indent: string
  /** Indents take room on the page, but the OCR dropped them. */
  readonly trimmed: boolean
  /** No blank lines stand between blocks. */
  readonly dense: boolean
  /** Figures and Latin letters are half as wide as a character. */
  readonly halves: boolean
}

function settingOf(r: Random): Setting {
  const width = r.int(10, 26)
  return {
    widths: r.chance(0.35) ? [width, Math.max(8, width + r.int(-4, 6)), Math.max(8, width + r.int(-4, 6))] : [width],
    under: r.chance(0.3) ? width : r.int(12, 34),
    over: r.chance(0.4) ? r.int(8, 16) : 99,
    indent: r.chance(0.4) ? r.pick(['　　', '　　', '  ', '    ']) : '',
    trimmed: false,
    dense: r.chance(0.65),
    halves: r.chance(0.35),
  }
}

/** Each of `pages` in lines, in a setting of its own for each `seed`. */
export const linedPages = (pages: readonly BenchPage[], seed: number): readonly BenchPage[] => {
  const r = random(seed)
  return pages.map((page) => ({ ...inLines(page, settingOf(r)), name: `made-lined-${seed}-${page.name}` }))
}

/** The same of pages that are printed with indents, which the OCR dropped. */
export const trimmedPages = (pages: readonly BenchPage[], seed: number): readonly BenchPage[] => {
  const r = random(seed)
  return pages.map((page) => ({
    ...inLines(page, { ...settingOf(r), indent: '　　', trimmed: true }),
    name: `made-trimmed-${seed}-${page.name}`,
  }))
}

type Block = { readonly article: number; readonly role: Role; readonly spans: readonly Span[] }
/** What stands of a block on one line of the source. */
type Piece = { readonly block: Block; readonly start: number; readonly end: number; readonly text: string }

const RUNNING: ReadonlySet<Role> = new Set(['paragraph', 'standfirst', 'note'])
const HEADINGS: ReadonlySet<Role> = new Set(['headline', 'deck', 'kicker'])

/** `page` set anew: where something got between the halves of a paragraph, it now stands between two of its lines. */
export function inLines(page: BenchPage, setting: Setting): BenchPage {
  const blocks = page.articles.map((a, article) => a.blocks.map(({ role, spans }): Block => ({ article, role, spans })))
  const own = blocks.flat().map((block) => piecesOf(block, page.source))
  const lines = new Map(own.flatMap((pieces) => linesOf(pieces, setting)))
  const found = new Map<Block, Span[]>()
  let source = ''
  let at = 0
  for (const piece of own.flat().sort((a, b) => a.start - b.start)) {
    const { block, start, end } = piece
    const running = RUNNING.has(block.role)
    const spans = found.get(block) ?? []
    let between = page.source.slice(at, start)
    if (setting.dense) between = between.replace(/\n(\s*\n)+/g, '\n')
    // text begins a line of its column, whatever stands before it
    if (running && at > 0 && !between.includes('\n')) between = '\n'
    source += between + (running && spans.length === 0 && !setting.trimmed ? setting.indent : '')
    found.set(block, spans)
    lines.get(piece)!.forEach((line, i) => {
      if (i > 0) source += '\n'
      spans.push([source.length, source.length + line.length])
      source += line
    })
    at = end
  }
  const articles = blocks.map((list) => ({
    blocks: list.map((block) => ({ role: block.role, text: '', spans: found.get(block) ?? [] })),
  }))
  return { ...page, source: `${source}\n`, articles }
}

function piecesOf(block: Block, source: string): readonly Piece[] {
  return block.spans.flatMap(([from, to]) =>
    [...source.slice(from, to).matchAll(/\S(?:[^\n]*\S)?/g)].map((m) => ({
      block,
      start: from + m.index,
      end: from + m.index + m[0].length,
      text: m[0],
    })),
  )
}

/** The lines of each of a block's pieces. */
function linesOf(pieces: readonly Piece[], setting: Setting): readonly (readonly [Piece, readonly string[]])[] {
  const block = pieces[0]?.block
  if (!block) return []
  const { widths, under, over, indent, halves } = setting
  if (!RUNNING.has(block.role))
    return pieces.map((p) => [
      p,
      block.role === 'caption'
        ? brokenAt(p.text, under, 0, halves)
        : HEADINGS.has(block.role)
          ? headingLines(p.text, over)
          : [p.text],
    ])
  const lines = brokenAt(
    pieces.map((p) => p.text).join(''),
    widths[block.article % widths.length]!,
    indent === '　　' || indent === '    ' ? 2 : indent.length / 2,
    halves,
  )
  return shared(pieces, lines)
}

/** A heading in lines of about one length. */
function headingLines(text: string, width: number): readonly string[] {
  return text.length <= width + 2
    ? [text]
    : brokenAtWords(text, Math.ceil(text.length / Math.ceil(text.length / width)), words)
}

/** The lines of the whole shared out to the pieces, each as nearly as it was; a piece for which no line is left gets none. */
function shared(pieces: readonly Piece[], lines: readonly string[]): readonly (readonly [Piece, readonly string[]])[] {
  let used = 0
  let wanted = 0
  let n = 0
  return pieces.map((piece, i) => {
    wanted += piece.text.length
    const from = n
    const last = i === pieces.length - 1
    while (n < lines.length && (last || n === from || used + lines[n]!.length / 2 <= wanted)) used += lines[n++]!.length
    return [piece, lines.slice(from, n)] as const
  })
}
