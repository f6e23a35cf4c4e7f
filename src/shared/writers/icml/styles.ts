/** InDesign's paragraph and character styles: one a role and one a mark, by the trade's names, so that a paper's own of that name take over. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Mark, Role } from '../../page/page.ts'
import { ROLES, MARK_KINDS } from '../../page/page.ts'
import type { SetApart } from '../../page/set-apart.ts'
import { ROLE_NAMES } from '../../page/roles.ts'

/** A slash would part a style's address: 编者按/附记 → 编者按. */
export const styleName = (role: Role): string => ROLE_NAMES[role].zh.split('/')[0] ?? role
export const paragraphStyle = (role: Role): string => `ParagraphStyle/${styleName(role)}`

export type Looks = Readonly<Record<string, string>>

/** Points and InDesign's names of alignments. Fonts are left to the paper: a missing font stops a desk's work. */
const PARAGRAPHS: Readonly<Record<Role, Looks>> = {
  label: { PointSize: '10', Justification: 'LeftAlign', KeepWithNext: '1' },
  kicker: { PointSize: '14', Justification: 'CenterAlign', KeepWithNext: '1' },
  headline: { PointSize: '28', Justification: 'CenterAlign', KeepWithNext: '1' },
  deck: { PointSize: '14', Justification: 'CenterAlign', SpaceAfter: '6' },
  standfirst: { PointSize: '10.5', Justification: 'LeftAlign', SpaceAfter: '6' },
  byline: { PointSize: '9', Justification: 'CenterAlign', SpaceAfter: '6' },
  keyword: { PointSize: '10.5', Justification: 'LeftAlign', SpaceBefore: '6', KeepWithNext: '1' },
  crosshead: { PointSize: '12', Justification: 'CenterAlign', SpaceBefore: '6', SpaceAfter: '3', KeepWithNext: '1' },
  paragraph: { PointSize: '9', Justification: 'LeftJustified', FirstLineIndent: '18' },
  caption: { PointSize: '8', Justification: 'LeftAlign' },
  credit: { PointSize: '8', Justification: 'RightAlign' },
  note: { PointSize: '9', Justification: 'LeftJustified', SpaceBefore: '4' },
  jump: { PointSize: '8', Justification: 'RightAlign' },
  folio: { PointSize: '9', Justification: 'LeftAlign' },
}

/** What a paragraph that is set apart has over its role's style. */
export const APART_LOOKS: Readonly<Record<SetApart, Looks>> = {
  verse: { FirstLineIndent: '0', Justification: 'LeftAlign' },
  signed: { FirstLineIndent: '0', Justification: 'RightAlign' },
  names: { FirstLineIndent: '0', Justification: 'LeftAlign' },
}

/** A line's white behind a stanza that another follows; `leading` in points. */
export const stanzaLooks = (leading: string): Looks => ({ SpaceAfter: leading })
/** Where the paper's leading is not known: one and a half of the body's size. */
export const ICML_LEADING = '13.5'

export const MARK_STYLES: Readonly<Record<Mark['kind'], { readonly name: string; readonly looks: Looks }>> = {
  bold: { name: '加粗', looks: { FontStyle: 'Bold' } },
  italic: { name: '斜体', looks: { Skew: '12' } },
  emphasis: { name: '着重号', looks: { KentenKind: 'KentenSmallBlackCircle' } },
  superscript: { name: '上标', looks: { Position: 'Superscript' } },
  subscript: { name: '下标', looks: { Position: 'Subscript' } },
  link: { name: '链接', looks: {} },
  dateline: { name: '电头', looks: {} },
}

export const PLAIN = 'CharacterStyle/$ID/NormalCharacterStyle'
export const characterStyle = (kind: Mark['kind']): string => `CharacterStyle/${MARK_STYLES[kind].name}`

/** `more`: styles that no mark has. */
export const characterStyleGroup = (more: readonly Element[] = []): Element =>
  x('RootCharacterStyleGroup', { Self: 'banxin_character_styles' }, [
    x('CharacterStyle', { Self: PLAIN, Name: '$ID/NormalCharacterStyle' }),
    ...MARK_KINDS.map((kind) =>
      x('CharacterStyle', { Self: characterStyle(kind), Name: MARK_STYLES[kind].name, ...MARK_STYLES[kind].looks }),
    ),
    ...more,
  ])

export const paragraphStyleGroup = (): Element =>
  x('RootParagraphStyleGroup', { Self: 'banxin_paragraph_styles' }, [
    x('ParagraphStyle', { Self: 'ParagraphStyle/$ID/NormalParagraphStyle', Name: '$ID/NormalParagraphStyle' }),
    ...ROLES.map((role) =>
      x(
        'ParagraphStyle',
        {
          Self: paragraphStyle(role),
          Name: styleName(role),
          AppliedLanguage: '$ID/Chinese: Simplified',
          ...PARAGRAPHS[role],
        },
        x('Properties', [x('BasedOn', { type: 'string' }, '$ID/NormalParagraphStyle')]),
      ),
    ),
  ])
