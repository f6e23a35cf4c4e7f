/** A page as one fragment for WeChat's editor: `section`, `p`, `span` and tables with inline styles and nothing else. */
import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Block, Mark, Page, Role } from '../../page/page.ts'
import { namesOf, withEvenNames } from '../../page/name-list.ts'
import { isLoose } from '../loose.ts'
import { runsOf } from '../runs.ts'
import { foliosOf, storiesOf } from '../story.ts'
import type { Figure, Piece, Story, StorySection, TablePiece, TextPiece } from '../story.ts'
import { withoutCdataEnd } from '../xml.ts'
import type { HouseStyle, Part } from './styles.ts'

/** Tells how a picture is called in the list for upload (图1), or undefined where there is none. */
export type PictureLabel = (figure: Figure) => string | undefined

/** The fragment's HTML. Void elements are closed, so that it is well-formed XML too. */
export function wechatFragment(page: Page, style: HouseStyle, label: PictureLabel = () => undefined): string {
  const el = elements(style)
  const folios = foliosOf(page)
  const content = [
    ...(folios.length > 0
      ? [
          el(
            'p',
            'folio',
            folios.flatMap((b, i) => [...(i > 0 ? [br()] : []), ...inline(b, style)]),
          ),
        ]
      : []),
    ...storiesOf(page).map((s, i) => storyElement(s, i, style, label)),
  ]
  const tree: Root = { type: 'root', children: [el('section', 'whole', content)] }
  return `${withoutCdataEnd(toHtml(tree, { closeSelfClosing: true }))}\n`
}

type Build = (tag: string, part: Part | undefined, children: readonly ElementContent[]) => Element

const elements =
  (style: HouseStyle): Build =>
  (tagName, part, children) => ({
    type: 'element',
    tagName,
    properties:
      part === undefined
        ? {}
        : {
            style: Object.entries(style.looks[part])
              .map(([k, v]) => `${k}:${v}`)
              .join(';'),
          },
    children: [...children],
  })

function storyElement(s: Story, index: number, style: HouseStyle, label: PictureLabel): Element {
  const el = elements(style)
  return el('section', index === 0 ? 'story' : 'nextStory', [
    ...s.head.map((b) => el('p', PARTS[b.role], badge(b, style))),
    ...s.sections.flatMap((section) => sectionElements(section, style, label)),
  ])
}

function sectionElements(s: StorySection, style: HouseStyle, label: PictureLabel): ElementContent[] {
  const el = elements(style)
  const heading = s.heading.map((b, i) =>
    b.role === 'crosshead'
      ? el('section', i === 0 ? 'crosshead' : 'firstCrosshead', [el('span', 'crossheadText', inline(b, style))])
      : el('p', 'badge', [el('span', 'keyword', inline(b, style))]),
  )
  const content = [...heading, ...s.pieces.flatMap((piece) => pieceElements(piece, style, label))]
  return s.heading.some((b) => b.role === 'keyword') ? [el('section', 'box', content)] : content
}

function pieceElements(piece: Piece, style: HouseStyle, label: PictureLabel): ElementContent[] {
  const el = elements(style)
  if (piece.kind === 'text' && piece.apart === 'names') return [namesElement(piece.block, style)]
  if (piece.kind === 'text') return [el('p', partOf(piece), badge(piece.block, style))]
  if (piece.kind === 'table') return [tableElement(piece, style)]
  const name = label(piece)
  const caption = piece.blocks.flatMap((b, i): ElementContent[] => {
    const content = b.role === 'credit' ? [el('span', 'credit', inline(b, style))] : inline(b, style)
    return i === 0 ? content : [text(' '), ...content]
  })
  return [...(name === undefined ? [] : [el('p', 'place', [text(`【${name}】`)])]), el('p', 'caption', caption)]
}

/** Each name has a width of its own, so that they stand under each other and none is parted. */
function namesElement(b: Block, style: HouseStyle): Element {
  const el = elements(style)
  const names = namesOf(withEvenNames(b).text)
  return el(
    'p',
    'names',
    names.map((name) => el('span', 'name', [text(name.trimEnd() + ' ')])),
  )
}

/** WeChat's editor keeps `td` where it changes `th`. */
function tableElement({ rows, heads, aligns }: TablePiece, style: HouseStyle): Element {
  const el = elements(style)
  const body = rows.map((cells, i) =>
    el(
      'tr',
      undefined,
      cells.map((b, k) => el('td', i < heads ? 'tableHead' : CELLS[aligns[k] ?? 'left'], inline(b, style))),
    ),
  )
  return el('section', 'scroll', [el('table', 'table', [el('tbody', undefined, body)])])
}

const CELLS = { left: 'cell', center: 'cellCenter', right: 'cellRight' } as const

const PARTS: Readonly<Record<Role, Part>> = {
  label: 'badge',
  kicker: 'kicker',
  headline: 'headline',
  deck: 'deck',
  standfirst: 'standfirst',
  byline: 'byline',
  keyword: 'badge',
  crosshead: 'crosshead',
  paragraph: 'paragraph',
  caption: 'caption',
  credit: 'caption',
  note: 'note',
  jump: 'jump',
  folio: 'folio',
}

/** A poem of a line a block has no white between the lines of a stanza; names behind a text stand at its right. */
function partOf({ block, apart, endsStanza }: TextPiece): Part {
  if (apart === 'verse' && !endsStanza && !block.text.includes('\n')) return 'verseLine'
  if (apart) return apart
  if (block.role === 'paragraph') return isLoose(block.text) ? 'ragged' : 'paragraph'
  return block.role === 'byline' ? 'tail' : PARTS[block.role]
}

/** A label's ground must end with its text: it is a span in a plain paragraph. */
const badge = (b: Block, style: HouseStyle): readonly ElementContent[] =>
  b.role === 'label' || b.role === 'keyword' ? [elements(style)('span', b.role, inline(b, style))] : inline(b, style)

const inline = (b: Block, style: HouseStyle): ElementContent[] =>
  runsOf(b).flatMap((run) =>
    run.marks.reduceRight<ElementContent[]>((inner, m) => wrap(m, inner, style), lines(run.text)),
  )

/** A link's address would be dropped by WeChat: its words stay. */
function wrap(m: Mark, inner: ElementContent[], style: HouseStyle): ElementContent[] {
  const el = elements(style)
  switch (m.kind) {
    case 'bold':
      return [el('strong', undefined, inner)]
    case 'italic':
      return [el('em', undefined, inner)]
    case 'emphasis':
      return [el('span', 'emphasis', inner)]
    case 'dateline':
      return [el('span', 'dateline', inner)]
    case 'superscript':
      return [el('sup', undefined, inner)]
    case 'subscript':
      return [el('sub', undefined, inner)]
    case 'link':
      return inner
  }
}

const text = (value: string): ElementContent => ({ type: 'text', value })

const br = (): Element => ({ type: 'element', tagName: 'br', properties: {}, children: [] })

const lines = (value: string): ElementContent[] =>
  value.split('\n').flatMap((line, i): ElementContent[] => {
    const content = line === '' ? [] : [text(line)]
    return i === 0 ? content : [br(), ...content]
  })
