/** The stories of an IDML package: an article's text in order, and apart what stands in frames of its own. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { FACE_FONT } from '../../layout/advances.ts'
import { isSmall } from '../../layout/chars.ts'
import type { Composed } from '../../layout/compose.ts'
import type { TextArea, TextLine } from '../../layout/geometry.ts'
import type { Template } from '../../layout/template.ts'
import type { Article, Block, Page } from '../../page/page.ts'
import { block } from '../../page/build.ts'
import { speakersOf, withSpeaker } from '../../page/speakers.ts'
import { closedUp } from '../../page/spread.ts'
import { cutOut } from '../../page/tables.ts'
import { titleOf } from '../../page/walk.ts'
import type { SetApart } from '../../page/set-apart.ts'
import { asSet, setApartOf, stanzaEndsOf } from '../../page/set-apart.ts'
import type { Looks } from '../icml/styles.ts'
import { APART_LOOKS, characterStyle, MARK_STYLES, paragraphStyle, PLAIN, stanzaLooks } from '../icml/styles.ts'
import { runsOf } from '../runs.ts'
import { tabbed } from '../tabs.ts'
import type { Run } from '../runs.ts'
import { oneLine } from '../text.ts'
import { fontStyle, roleStyle } from './styles.ts'
import { num, part, swatch } from './xml.ts'

/** A text with the frames that it runs through, in order; `sheet` is a frame's page. */
export type IdmlStory = {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
  /** Index of the block that begins in the second frame: a head keeps its own frame. */
  readonly nextFrameAt?: number
  readonly vertical: boolean
  /** The line that a story of the sheet itself stands for. */
  readonly line?: TextLine
  readonly frames: readonly { readonly sheet: number; readonly area: Pick<TextArea, 'x' | 'y' | 'width' | 'height'> }[]
}

/** All stories of the page: one an article; one each for a vertical head, a picture's words, a boxed section, a wide table; one a folio block. */
export function storiesOf(page: Page, composed: Composed): readonly IdmlStory[] {
  const areas = composed.pages.flatMap((p, sheet) => p.areas.map((area) => ({ sheet, area })))
  const folios = page.articles
    .flatMap((a) => a.blocks.filter((b) => b.role === 'folio'))
    .map((b) => folioStory(b, composed))
  const stories = page.articles.flatMap((a) =>
    articleStories(
      a,
      areas.filter((f) => f.area.article === a.id),
    ),
  )
  return [...stories, ...folios, ...stripStories(page, composed)]
}

type Placed = { readonly sheet: number; readonly area: TextArea }

function articleStories(a: Article, placed: readonly Placed[]): readonly IdmlStory[] {
  const title = oneLine(titleOf(a))
  const blocksIn = (areas: readonly Placed[]) => {
    const ids = new Set(areas.flatMap((f) => f.area.blocks))
    return a.blocks.filter((b) => ids.has(b.id))
  }
  const apart = (key: string, areas: readonly Placed[], vertical = false): IdmlStory => ({
    id: `${a.id}_${key}`,
    title,
    blocks: blocksIn(areas),
    vertical,
    frames: areas,
  })
  const of = (kind: TextArea['kind'], vertical = false) =>
    placed.filter((f) => f.area.kind === kind && (f.area.vertical ?? false) === vertical)
  const head = of('head')
  const words = of('words').map((f, i) => apart(`words${i + 1}`, [f]))
  const box = of('box').length > 0 ? [apart('box', of('box'))] : []
  const tables = of('table').map((f, i) => apart(`table${i + 1}`, [f]))
  const upright = of('head', true).length > 0 ? [apart('title', of('head', true), true)] : []
  const taken = new Set([...words, ...box, ...tables, ...upright].flatMap((s) => s.blocks.map((b) => b.id)))
  const blocks = a.blocks.filter((b) => b.role !== 'folio' && !taken.has(b.id))
  const main: IdmlStory = {
    id: `${a.id}_story`,
    title,
    blocks,
    vertical: false,
    frames: [...head, ...of('body')],
    ...(head.length > 0 ? { nextFrameAt: blocksIn(head).length } : {}),
  }
  return [...(blocks.length > 0 ? [main] : []), ...upright, ...words, ...box, ...tables]
}

/** What the sheet itself says: paper, date, page number, where a story goes on. */
function stripStories(page: Page, composed: Composed): readonly IdmlStory[] {
  const known = new Set(page.articles.flatMap((a) => a.blocks.map((b) => b.id)))
  return composed.pages.flatMap((p, sheet) =>
    p.items.flatMap((item, i): readonly IdmlStory[] => {
      if (item.kind !== 'line' || known.has(item.block) || item.runs.length === 0) return []
      const id = `strip${sheet + 1}_${i}`
      const text = item.runs.map((r) => (r.hyphen ? '' : r.text)).join('')
      const area = { x: item.x, y: item.y - item.size, width: item.width + item.size, height: item.size * 1.5 }
      return [
        {
          id,
          title: '',
          blocks: [block('folio', text, { id })],
          line: item,
          vertical: false,
          frames: [{ sheet, area }],
        },
      ]
    }),
  )
}

function folioStory(b: Block, composed: Composed): IdmlStory {
  const frames = composed.pages.flatMap((p, sheet) =>
    p.items
      .filter((i): i is TextLine => i.kind === 'line' && i.block === b.id)
      .slice(0, 1)
      .map((l) => ({ sheet, area: { x: l.x, y: l.y - l.size, width: l.width + l.size, height: l.size * 1.5 } })),
  )
  return { id: `folio_${b.id}`, title: '', blocks: [b], vertical: false, frames }
}

/** `Stories/Story_ID.xml`. Sizes that differ from the style's are overrides, as a desk would make them. */
export function storyXml(story: IdmlStory, t: Template, lines: ReadonlyMap<string, readonly TextLine[]>): string {
  const blocks = tabbed(story.blocks)
  const aparts = setApartOf(story.blocks)
  const ends = stanzaEndsOf(story.blocks)
  const speakers = speakersOf(story.blocks)
  return part('Story', [
    x(
      'Story',
      { Self: story.id, AppliedTOCStyle: 'n', TrackChanges: 'false', StoryTitle: story.title, AppliedNamedGrid: 'n' },
      [
        x('StoryPreference', {
          OpticalMarginAlignment: 'false',
          StoryOrientation: story.vertical ? 'Vertical' : 'Horizontal',
          StoryDirection: 'LeftToRightDirection',
        }),
        ...blocks.map((b, i) =>
          paragraphRange(
            closedUp(asSet(withSpeaker(b, speakers.get(b)), aparts.get(b))),
            i === blocks.length - 1,
            t,
            story.line ? [story.line] : (lines.get(b.id) ?? []),
            {
              ...(i === story.nextFrameAt && { StartParagraph: 'NextFrame' }),
              ...apartLooks(aparts.get(b)),
              ...(ends.has(b) && stanzaLooks(num(t.grid.leading))),
            },
          ),
        ),
      ],
    ),
  ])
}

const apartLooks = (apart: SetApart | undefined): Looks => (apart ? APART_LOOKS[apart] : {})

/** `own` is what the paragraph has over its style. */
function paragraphRange(b: Block, last: boolean, t: Template, lines: readonly TextLine[], own: Looks): Element {
  const [line, other] = lines
  const at = b.role === 'headline' && other && !other.vertical && other.start > 0 ? other.start : undefined
  const ranges =
    at === undefined
      ? rangesOf(b, !last, t, line)
      : [
          ...rangesOf(cutOut(b, 0, b.text.slice(0, at).trimEnd().length), false, t, line),
          ...rangesOf(onNextLine(cutOut(b, at)), !last, t, other),
        ]
  return x('ParagraphStyleRange', { AppliedParagraphStyle: paragraphStyle(b.role), ...own }, ranges)
}

const onNextLine = (b: Block): Block => ({
  ...b,
  text: `\n${b.text}`,
  marks: b.marks.map((m) => ({ ...m, start: m.start + 1, end: m.end + 1 })),
})

/** `b` at the size of `line`; `ends` says that its last range ends the paragraph. */
function rangesOf(b: Block, ends: boolean, t: Template, line: TextLine | undefined): Element[] {
  const style = roleStyle(b.role, t).type
  const looks = line ? overrides(line, style.size, fontStyle(style.face)) : {}
  const leading = line && line.size !== style.size ? line.size * 1.2 : undefined
  const runs = runsOf(b)
  return (runs.length > 0 ? runs.flatMap(byFont) : [{ text: '', marks: [] }]).map((run, i, all) =>
    characterRange(run, ends && i === all.length - 1, looks, leading),
  )
}

/** `run` parted where small figures stand, as ₂ in CO₂: the fonts of most styles lack them, and InDesign takes no other by itself. */
const byFont = (run: Run): readonly Run[] =>
  run.text.split(/([\u2070-\u209c]+)/).flatMap((text) => (text === '' ? [] : [{ ...run, text }]))

function overrides(line: TextLine, size: number, style: string): Readonly<Record<string, string>> {
  const face = line.runs[0]?.face
  return {
    ...(line.size === size ? {} : { PointSize: num(line.size) }),
    ...(face && fontStyle(face) !== style && line.size !== size ? { FontStyle: fontStyle(face) } : {}),
    ...(line.ink.every((v) => v === 0) ? { FillColor: swatch(line.ink) } : {}),
  }
}

/** The paragraph's end stands in its last range; after the story's last paragraph there is none. U+2028 is a forced line end. */
function characterRange(
  run: Run,
  ends: boolean,
  looks: Readonly<Record<string, string>>,
  leading: number | undefined,
): Element {
  const first = run.marks[0]
  const marks = Object.assign({}, ...run.marks.map((m) => MARK_STYLES[m.kind].looks)) as Record<string, string> // tables of strings
  const small = isSmall(run.text)
  const properties = [
    ...(leading === undefined ? [] : [x('Leading', { type: 'unit' }, num(leading))]),
    ...(small ? [x('AppliedFont', { type: 'string' }, FACE_FONT.kai.family)] : []),
  ]
  return x(
    'CharacterStyleRange',
    {
      AppliedCharacterStyle: first ? characterStyle(first.kind) : PLAIN,
      ...looks,
      ...marks,
      ...(small && { FontStyle: fontStyle('kai') }),
    },
    [
      ...(properties.length > 0 ? [x('Properties', properties)] : []),
      x('Content', run.text.replaceAll('\n', '\u2028')),
      ...(ends ? [x('Br')] : []),
    ],
  )
}
