/** Stories for InCopy and InDesign (ICML), one file an article: every block a paragraph of its role's style, in order. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Article, Block } from '../../page/page.ts'
import { asSet, setApartOf, stanzaEndsOf } from '../../page/set-apart.ts'
import { speakersOf, withSpeaker } from '../../page/speakers.ts'
import { isFolio, titleOf } from '../../page/walk.ts'
import { runsOf } from '../runs.ts'
import { tabbed } from '../tabs.ts'
import type { Run } from '../runs.ts'
import { oneLine, utf8 } from '../text.ts'
import type { Writer } from '../writer.ts'
import { xmlText } from '../xml.ts'
import {
  APART_LOOKS,
  characterStyle,
  characterStyleGroup,
  ICML_LEADING,
  MARK_STYLES,
  paragraphStyle,
  paragraphStyleGroup,
  PLAIN,
  stanzaLooks,
} from './styles.ts'
import type { Looks } from './styles.ts'

export const icmlWriter: Writer = {
  id: 'icml',
  extension: '.icml',
  name: { zh: 'InCopy 稿件（ICML）', en: 'InCopy stories (ICML)' },
  write: (page, { name }) =>
    Promise.resolve(
      page.articles
        .filter((a) => !isFolio(a))
        .map((a, i) => ({ name: `${name}.${i + 1}.icml`, bytes: utf8(storyIcml(a)) })),
    ),
}

/** InDesign CS6 and later read this version. */
export const DOM_VERSION = '8.0'

/** The file of one story. Without its two `aid` instructions InDesign refuses it. */
function storyIcml(a: Article): string {
  const blocks = tabbed(a.blocks)
  const aparts = setApartOf(a.blocks)
  const ends = stanzaEndsOf(a.blocks)
  const speakers = speakersOf(a.blocks)
  const looksOf = (b: Block): Looks => {
    const apart = aparts.get(b)
    return { ...(apart && APART_LOOKS[apart]), ...(ends.has(b) && stanzaLooks(ICML_LEADING)) }
  }
  const root = x('Document', { DOMVersion: DOM_VERSION, Self: 'banxin_doc' }, [
    characterStyleGroup(),
    paragraphStyleGroup(),
    x(
      'Story',
      {
        Self: 'banxin_story',
        TrackChanges: 'false',
        StoryTitle: oneLine(titleOf(a)),
        AppliedTOCStyle: 'n',
        AppliedNamedGrid: 'n',
      },
      [
        x('StoryPreference', { OpticalMarginAlignment: 'false', StoryOrientation: 'Horizontal' }),
        ...blocks.map((b, i) =>
          paragraphRange(asSet(withSpeaker(b, speakers.get(b)), aparts.get(b)), i === blocks.length - 1, looksOf(b)),
        ),
      ],
    ),
  ])
  return xmlText(root, [
    ['aid', 'style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)"'],
    ['aid', 'SnippetType="InCopyInterchange"'],
  ])
}

/** The paragraph's end stands in its last range; after the story's last paragraph there is none. */
function paragraphRange(b: Block, last: boolean, looks: Looks): Element {
  const runs = runsOf(b)
  const ranges = (runs.length > 0 ? runs : [{ text: '', marks: [] }]).map((run, i, all) =>
    characterRange(run, !last && i === all.length - 1),
  )
  return x('ParagraphStyleRange', { AppliedParagraphStyle: paragraphStyle(b.role), ...looks }, ranges)
}

/** A range has one character style; what further marks add stands as overrides. U+2028 is InDesign's forced line end. */
function characterRange(run: Run, ends: boolean): Element {
  const first = run.marks[0]
  const looks = Object.assign({}, ...run.marks.map((m) => MARK_STYLES[m.kind].looks)) as Record<string, string> // tables of strings
  return x('CharacterStyleRange', { AppliedCharacterStyle: first ? characterStyle(first.kind) : PLAIN, ...looks }, [
    x('Content', run.text.replaceAll('\n', '\u2028')),
    ...(ends ? [x('Br')] : []),
  ])
}
