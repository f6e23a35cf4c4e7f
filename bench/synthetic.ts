/** Made-up OCR pages with gold: stories are laid out, cut by columns and pictures, glued and blurred as OCR does it. */
import type { Role, Span } from '../src/shared/page/page.ts'
import { segmenter } from './segmenter.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import type { BenchPage } from './structure-pages.ts'
import { flow } from './synthetic-flow.ts'
import type { Piece } from './synthetic-flow.ts'
import { foliosOf } from './synthetic-folio.ts'
import { interrupted } from './synthetic-interrupt.ts'
import { brokenAt, brokenAtWords } from './synthetic-lines.ts'
import { blur, noiseOf, printed } from './synthetic-noise.ts'
import { smallStories } from './synthetic-small.ts'
import { corpusItems, storiesOf, stuffOf } from './synthetic-material.ts'
import type { Item, Story } from './synthetic-material.ts'
import { bareStory, dress } from './synthetic-stories.ts'
import type { Manner } from './synthetic-stories.ts'
import { styleOf } from './synthetic-style.ts'
import type { Style } from './synthetic-style.ts'

const words = segmenter()

/**
 * `count` pages from the stories of gold `pages` (their words, another layout) or, without any, from running news text; a share of
 * `lined` as OCR writes them that does not put the lines of a column together.
 */
export function madePages(pages: readonly BenchPage[], count: number, seed: number, lined = 0.1): readonly BenchPage[] {
  const r = random(seed)
  const stories = pages.flatMap((p) => storiesOf(p)).filter((s) => s.some((b) => b.role !== 'folio'))
  const items = pages.length === 0 ? corpusItems() : []
  if (stories.length === 0 && items.length === 0) return []
  return Array.from({ length: count }, (_, n) => {
    const style = styleOf(r, lined)
    const chosen =
      items.length > 0 ? fromItems(items, style, r) : Array.from({ length: r.int(2, 5) }, () => r.pick(stories))
    const { head, foot } = r.chance(0.55) ? foliosOf(r) : { head: [], foot: [] }
    const strips = (lines: readonly string[]): readonly Story[] => lines.map((t) => [{ role: 'folio', lines: [t] }])
    return layOut([...strips(head), ...chosen, ...strips(foot)], style, r, `made-${seed}-${n}`)
  })
}

/** A page's stories: mostly news, or one kind of small things by the side. */
function fromItems(items: readonly Item[], style: Style, r: Random): readonly Story[] {
  const small = r.pick([0.1, 0.35, 0.35, 0.7])
  const most = style.width === undefined ? 7 : 4
  // on some pages nothing but the words says where a story begins
  const manner = r.pick<Manner>([
    'any',
    'any',
    'any',
    'any',
    'unsigned',
    'head',
    'head',
    'tail',
    'dateline',
    'dateline',
  ])
  if (r.chance(0.14)) return Array.from({ length: r.int(3, 9) }, () => bareStory(stuffOf(items, r)))
  const stories: Story[] = []
  for (let k = r.int(2, most); k > 0; k--) {
    const stuff = stuffOf(items, r)
    if (r.chance(small)) stories.push(...smallStories(stuff))
    else stories.push(dress(stuff, r.chance(0.1) ? 'any' : manner))
  }
  return style.width === undefined ? stories : stories.slice(0, 6)
}

/** Puts stories on a page in `style`; the order of blocks is that of the stories but for what the columns displace. */
export function layOut(stories: readonly Story[], style: Style, r: Random, name: string): BenchPage {
  const noise = style.noise > 0 ? noiseOf(style.noise, r) : undefined
  const told = stories.map((story, a) => flow(story, a, style, r))
  const pieces = (r.chance(style.interrupt) ? interrupted(told, r) : told.flat()).flatMap((p) => inLines(p, style, r))
  let source = r.chance(0.5) ? '\n' : ''
  const blocks = new Map<string, { role: Role; spans: Span[] }>()
  pieces.forEach((piece, i) => {
    const plain = style.narrow === undefined ? piece.text : printed(piece.text, style.narrow)
    const text = noise ? blur(plain, piece.role, noise, r) : plain
    if (piece.glued && source !== '') source += r.chance(0.7) && piece.role === 'credit' ? ' ' : ''
    else
      source +=
        (i === 0 ? '' : pieces[i - 1]!.broken ? '  \n' : '\n'.repeat(1 + piece.gap)) +
        pictureAt(piece, style, r) +
        marksOf(piece, style, r) +
        piece.indent
    const block = blocks.get(piece.key) ?? { role: piece.role, spans: [] }
    blocks.set(piece.key, block)
    block.spans.push([source.length, source.length + text.length])
    source += text
  })
  const articles = new Map<string, { role: Role; spans: Span[] }[]>()
  for (const [key, block] of blocks) {
    const a = key.split('.')[0]!
    articles.set(a, [...(articles.get(a) ?? []), block])
  }
  return {
    set: 'train',
    name,
    source: `${source}\n`,
    articles: [...articles.values()].map((b) => ({ blocks: b.map((x) => ({ ...x, text: '' })) })),
  }
}

/** The picture over its caption; some are of advertisements, and stand anywhere. */
function pictureAt({ role, opens }: Piece, { picture, gap }: Style, r: Random): string {
  if (picture === undefined || !opens || !r.chance(role === 'caption' ? 0.9 : role === 'folio' ? 0 : 0.03)) return ''
  return picture + '\n'.repeat(1 + gap)
}

/** The '#' marks that the OCR writes before a piece; some pages have them before small lines too. */
function marksOf(piece: Piece, style: Style, r: Random): string {
  const head = piece.role === 'headline' || piece.role === 'kicker' || piece.role === 'deck'
  const marked =
    style.marks !== 'none' &&
    (piece.role === 'headline' ||
      (style.marks !== 'headline' && head) ||
      (style.marks === 'all' && piece.role === 'crosshead' && r.chance(0.7)) ||
      (style.marks === 'all' && ODD.has(piece.role) && r.chance(0.25)))
  if (!marked) return ''
  return style.flat || (piece.role === 'headline' && style.marks !== 'heads') ? '# ' : r.chance(0.9) ? '## ' : '### '
}

const ODD: ReadonlySet<Role> = new Set(['label', 'byline', 'caption', 'folio', 'keyword'])

/** A piece as the OCR writes it: whole, or a line of the printed column to a line of text. */
function inLines(piece: Piece, style: Style, r: Random): readonly Piece[] {
  const heading = piece.role === 'headline' || piece.role === 'deck'
  const running = piece.role === 'paragraph' || piece.role === 'standfirst' || piece.role === 'note'
  const column = piece.role === 'caption' ? style.under : running ? columnOf(piece, style) : undefined
  const width =
    column !== undefined
      ? column
      : heading && piece.text.length > 11 && r.chance(piece.role === 'headline' ? style.split : style.split / 2)
        ? r.int(6, 14) + (piece.role === 'headline' ? 0 : 6)
        : Infinity
  const indented = piece.opens && (running || (piece.role === 'caption' && style.captions))
  const indent = indented ? style.indent : ''
  // a headline falls into lines of about one length
  const even = heading ? Math.ceil(piece.text.length / Math.ceil(piece.text.length / width)) : width
  const lines =
    width === Infinity
      ? [piece.text]
      : heading
        ? brokenAtWords(piece.text, even, words)
        : brokenAt(piece.text, even, indent.length, style.halves)
  return lines.map((text, i) => ({
    ...piece,
    text,
    indent: i === 0 ? indent : '',
    glued: i === 0 && piece.glued,
    gap: i === 0 ? piece.gap : heading ? style.headGap : 0,
    broken: piece.broken && i === lines.length - 1,
  }))
}

/** How wide the columns of a piece's story are. */
function columnOf({ key }: Piece, { width, widths }: Style): number | undefined {
  return width === undefined ? undefined : Math.max(8, width + widths[Number(key.split('.')[0]) % widths.length]!)
}
