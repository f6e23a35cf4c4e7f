/** IDML's styles: one paragraph style a role with the template's type and Chinese composition, one character style a mark. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { FACE_FONT } from '../../layout/advances.ts'
import type { Face } from '../../layout/advances.ts'
import type { Template, TypeStyle } from '../../layout/template.ts'
import { ROLES } from '../../page/page.ts'
import type { Role } from '../../page/page.ts'
import { characterStyleGroup, paragraphStyle, styleName } from '../icml/styles.ts'
import { num, part, swatch } from './xml.ts'

export const KINSOKU = 'KinsokuTable/版心避头尾'
export const MOJIKUMI = 'MojikumiTable/版心标点挤压'
const WEIGHTS: Readonly<Record<number, string>> = { 400: 'Regular', 600: 'SemiBold', 700: 'Bold', 900: 'Black' }

/** Western words are English to the program, which parts them at a line's end as it parts none of a Chinese text. */
export const ENGLISH = '$ID/English: USA'
const WESTERN = { Self: 'CharacterStyle/西文', Name: '西文' } as const
/**
 * Words of at least five letters and an initial, in the program's own expressions: `\l` a small letter, `\u` a capital. Names in capitals,
 * addresses and what is written with hyphens stay whole. A Chinese character beside a word is no part of it, whatever `\b` takes it for.
 */
export const WESTERN_WORD = '(?<![\\l\\u\\d@/._-])\\u?\\l{5,}(?!\\.?[\\l\\u\\d@/_-])'

export const fontStyle = (face: Face): string => WEIGHTS[FACE_FONT[face].weight] ?? 'Regular'

/** How a role is set: its type, and InDesign's name of its alignment. */
export function roleStyle(
  role: Role,
  t: Template,
): { readonly type: TypeStyle; readonly align: string; readonly indent: number } {
  const body: TypeStyle = { face: t.body.face, size: t.grid.size, leading: t.grid.leading }
  const heads = t.headline.align === 'center' ? 'CenterAlign' : 'LeftAlign'
  switch (role) {
    case 'headline': {
      const size = t.headline.story.sizes[0] ?? 24
      return { type: { face: t.headline.story.face, size, leading: size * 1.2 }, align: heads, indent: 0 }
    }
    case 'kicker':
    case 'deck':
    case 'byline':
    case 'crosshead':
    case 'keyword':
    case 'label':
      return { type: t[role], align: heads, indent: 0 }
    case 'credit':
    case 'jump':
      return { type: t[role], align: 'RightAlign', indent: 0 }
    case 'standfirst':
    case 'caption':
      return { type: t[role], align: 'LeftJustified', indent: 0 }
    case 'note':
      return { type: t.note, align: 'LeftJustified', indent: t.body.indent * t.note.size }
    case 'folio':
      return {
        type: { face: t.folio.face, size: t.folio.size, leading: t.folio.size * 1.3 },
        align: 'LeftAlign',
        indent: 0,
      }
    case 'paragraph':
      return { type: body, align: 'LeftJustified', indent: t.body.indent * t.grid.size }
  }
}

export const stylesXml = (t: Template): string =>
  part('Styles', [
    characterStyleGroup([x('CharacterStyle', { ...WESTERN, AppliedLanguage: ENGLISH })]),
    x('RootParagraphStyleGroup', { Self: 'banxin_paragraph_styles' }, [
      x('ParagraphStyle', { Self: 'ParagraphStyle/$ID/NormalParagraphStyle', Name: '$ID/NormalParagraphStyle' }),
      ...ROLES.map((role) => paragraphStyleOf(role, t)),
    ]),
    x('RootObjectStyleGroup', { Self: 'banxin_object_styles' }, [
      x('ObjectStyle', { Self: 'ObjectStyle/$ID/[None]', Name: '$ID/[None]' }),
    ]),
  ])

function paragraphStyleOf(role: Role, t: Template): Element {
  const { type, align, indent } = roleStyle(role, t)
  const isText = align === 'LeftJustified'
  return x(
    'ParagraphStyle',
    {
      Self: paragraphStyle(role),
      Name: styleName(role),
      FontStyle: fontStyle(type.face),
      PointSize: num(type.size),
      Justification: align,
      FirstLineIndent: num(indent),
      AppliedLanguage: '$ID/Chinese: Simplified',
      Hyphenation: String(isText),
      // Of how many letters at least a word is, the expression says; two before the hyphen is what the program does by itself.
      ...(isText && { HyphenateBeforeLast: '3' }),
      FillColor: swatch(type.ink ?? [0, 0, 0, 100]),
      KinsokuType: 'KinsokuPushInFirst',
      KinsokuHangType: t.body.hang ? 'KinsokuHangRegular' : 'None',
      LeadingModel: 'LeadingModelCenter',
    },
    x('Properties', [
      x('BasedOn', { type: 'string' }, '$ID/NormalParagraphStyle'),
      x('Leading', { type: 'unit' }, num(type.leading)),
      x('AppliedFont', { type: 'string' }, FACE_FONT[type.face].family),
      x('KinsokuSet', { type: 'object' }, KINSOKU),
      x('Mojikumi', { type: 'object' }, MOJIKUMI),
      ...(isText ? [westernWords()] : []),
    ]),
  )
}

const westernWords = (): Element =>
  x('AllGREPStyles', { type: 'list' }, [
    x('ListItem', { type: 'record' }, [
      x('AppliedCharacterStyle', { type: 'object' }, WESTERN.Self),
      x('GrepExpression', { type: 'string' }, WESTERN_WORD),
    ]),
  ])
