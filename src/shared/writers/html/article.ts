/** A story as an `article` element: head, sections, figures; the same element in the standing page and in the digital edition. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Picture, Role } from '../../page/page.ts'
import { namesOf } from '../../page/name-list.ts'
import type { SetApart } from '../../page/set-apart.ts'
import type { Words } from '../../words.ts'
import type { Figure, Piece, Story, StorySection, TablePiece } from '../story.ts'
import { isLoose } from '../loose.ts'
import { oneLine } from '../text.ts'
import { breakable } from './breaks.ts'
import { inline } from './inline.ts'

export type ArticleOptions = {
  /** The element's id, by which links reach it. */
  readonly id: string
  /** The level of its headline: 1 on a page of its own, 2 on a page of several. */
  readonly level: 1 | 2
  /** Where the bytes of a picture are to be had, or undefined where they are missing. */
  readonly pictureUrl: (picture: Picture) => string | undefined
  readonly words?: Words
}

export function articleElement(story: Story, options: ArticleOptions): Element {
  const headlineId = `${options.id}-title`
  const hasHeadline = story.head.some((b) => b.role === 'headline')
  const head = headElement(story.head, headlineId, options)
  const label = hasHeadline ? { ariaLabelledBy: headlineId } : { ariaLabel: labelOf(story) }
  return h('article.story', { id: options.id, ...label }, [
    ...(head ? [head] : []),
    ...story.sections.flatMap((s) => sectionElement(s, options)),
  ])
}

/** A headline's kicker and deck belong to it: an `hgroup` holds them. Several headlines of one story are one heading. */
function headElement(head: readonly Block[], id: string, { level, words }: ArticleOptions): Element | undefined {
  if (head.length === 0) return undefined
  const first = head.findIndex((b) => b.role === 'headline')
  const content = head.map((b, i): ElementContent => {
    switch (b.role) {
      case 'headline':
        return i === first
          ? h(`h${level}.headline`, { id }, breakable(inline(b), words))
          : h('p.headline.further', breakable(inline(b), words))
      case 'standfirst':
        return h('div.standfirst', b.text.split('\n').length > 1 ? inline(b) : [h('p', inline(b))])
      case 'kicker':
      case 'deck':
        return h(`p.${b.role}`, breakable(inline(b), words))
      default:
        return h(`p.${b.role}`, inline(b))
    }
  })
  return h('header.head', content)
}

/** A section with a keyword box is set off as a box; a plain crosshead only heads its paragraphs. */
function sectionElement(s: StorySection, options: ArticleOptions): ElementContent[] {
  const content = [
    ...s.heading.map((b) =>
      b.role === 'keyword'
        ? h('p.keyword', inline(b))
        : h(`h${options.level + 1}.crosshead`, breakable(inline(b), options.words)),
    ),
    ...s.pieces.map((piece) => pieceElement(piece, options)),
  ]
  const boxed = s.heading.some((b) => b.role === 'keyword')
  return boxed ? [h('div.box', content)] : content
}

function pieceElement(piece: Piece, options: ArticleOptions): ElementContent {
  if (piece.kind === 'figure') return figureElement(piece, options)
  if (piece.kind === 'table') return tableElement(piece)
  const { block: b, apart, endsStanza } = piece
  if (apart === 'names')
    return h(
      'p.names',
      namesOf(b.text).map((name) => h('span', name.replaceAll('\n', ' '))),
    )
  const tag = apart ? APART_TAGS[apart] : b.role === 'paragraph' && isLoose(b.text) ? 'p.ragged' : TAGS[b.role]
  return h(apart === 'verse' && !b.text.includes('\n') ? `${tag}.line${endsStanza ? '.end' : ''}` : tag, inline(b))
}

const APART_TAGS: Readonly<Record<Exclude<SetApart, 'names'>, string>> = { verse: 'p.verse', signed: 'p.signed' }

/** A table's place is called by what its columns hold, in so many characters. */
const LABEL_MOST = 40

/** A wide table scrolls in its own place, so that the page does not; keys reach it there, so it has a role and a name. */
function tableElement({ rows, heads, aligns }: TablePiece): Element {
  const row = (cells: readonly Block[], head: boolean) =>
    h(
      'tr',
      cells.map((b, i) =>
        head ? h('th', { scope: 'col' }, inline(b)) : h(aligns[i] === 'left' ? 'td' : `td.${aligns[i]}`, inline(b)),
      ),
    )
  const top = rows.slice(0, heads).map((cells) => row(cells, true))
  const body = h(
    'tbody',
    rows.slice(heads).map((cells) => row(cells, false)),
  )
  const names = rows[0]?.map((b) => oneLine(b.text)).filter((name) => name !== '') ?? []
  const label = [...names.join('、')].slice(0, LABEL_MOST).join('')
  return h('div.table', { tabIndex: 0, role: 'group', ...(label !== '' && { ariaLabel: label }) }, [
    h('table', top.length > 0 ? [h('thead', top), body] : [body]),
  ])
}

const TAGS: Readonly<Record<Role, string>> = {
  label: 'p.label',
  kicker: 'p.kicker',
  headline: 'p.headline.further',
  deck: 'p.deck',
  standfirst: 'div.standfirst',
  byline: 'p.byline',
  keyword: 'p.keyword',
  crosshead: 'p.crosshead',
  paragraph: 'p',
  caption: 'p.caption',
  credit: 'p.credit',
  note: 'aside.note',
  jump: 'p.jump',
  folio: 'p.folio',
}

/** Without its picture a caption still says what was shown there, set as a quiet note. */
function figureElement(f: Figure, options: ArticleOptions): Element {
  const url = f.picture && options.pictureUrl(f.picture)
  const alt = oneLine(
    f.blocks
      .filter((b) => b.role === 'caption')
      .map((b) => b.text)
      .join(' '),
  )
  const image =
    url !== undefined && f.picture
      ? [
          h('img', {
            src: url,
            alt,
            width: f.picture.width,
            height: f.picture.height,
            loading: 'lazy',
            decoding: 'async',
          }),
        ]
      : []
  const caption = f.blocks.map((b) => h(b.role === 'credit' ? 'span.credit' : 'span.caption', inline(b)))
  const spaced = caption.flatMap((c, i): ElementContent[] => (i === 0 ? [c] : [{ type: 'text', value: ' ' }, c]))
  return h(image.length > 0 ? 'figure' : 'figure.unpictured', [...image, h('figcaption', spaced)])
}

const labelOf = (story: Story): string => [...oneLine(story.article.blocks[0]?.text ?? '')].slice(0, 24).join('')
