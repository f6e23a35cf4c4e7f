/** IDML's Resources: fonts, swatches, and the settings of Chinese composition. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import { FACES, FACE_FONT } from '../../layout/advances.ts'
import { MM } from '../../layout/template.ts'
import type { Ink, Template } from '../../layout/template.ts'
import { fontStyle, KINSOKU, MOJIKUMI } from './styles.ts'
import { inkName, num, part } from './xml.ts'

export function fontsXml(): string {
  const families = [...new Set(FACES.map((f) => FACE_FONT[f].family))]
  return part(
    'Fonts',
    families.map((family) =>
      x(
        'FontFamily',
        { Self: fontId(family), Name: family },
        FACES.filter((f) => FACE_FONT[f].family === family).map((f) => fontOf(family, fontStyle(f))),
      ),
    ),
  )
}

const fontId = (family: string): string => `font_${family.replaceAll(' ', '')}`

const fontOf = (family: string, style: string): Element =>
  x('Font', {
    Self: `${fontId(family)}_${style}`,
    FontFamily: family,
    Name: `${family} ${style}`,
    PostScriptName: `${family.replaceAll(' ', '')}-${style}`,
    Status: 'Installed',
    FontStyleName: style,
    FontType: 'TrueType',
    WritingScript: '3',
    FullName: `${family} ${style}`,
    FullNameNative: `${family} ${style}`,
    FontStyleNameNative: style,
    PlatformName: '$ID/',
    Version: '$ID/',
  })

export const graphicXml = (inks: readonly Ink[]): string =>
  part('Graphic', [
    color('Color/Black', 'Black', [0, 0, 0, 100]),
    color('Color/Paper', 'Paper', [0, 0, 0, 0]),
    ...inks
      .filter((i) => i[3] !== 100 || i[0] + i[1] + i[2] !== 0)
      .filter((i) => i.some((v) => v !== 0))
      .map((i) => color(`Color/${inkName(i)}`, inkName(i), i)),
    x('Swatch', {
      Self: 'Swatch/None',
      Name: 'None',
      ColorEditable: 'false',
      ColorRemovable: 'false',
      Visible: 'true',
      SwatchCreatorID: '7937',
    }),
  ])

const color = (self: string, name: string, ink: Ink) =>
  x('Color', {
    Self: self,
    Model: 'Process',
    Space: 'CMYK',
    ColorValue: ink.map(num).join(' '),
    Name: name,
    ColorEditable: 'true',
    ColorRemovable: 'true',
    Visible: 'true',
  })

export const preferencesXml = (t: Template): string =>
  part('Preferences', [
    x('DocumentPreference', {
      PageHeight: num(t.trim.height * MM),
      PageWidth: num(t.trim.width * MM),
      PagesPerDocument: '1',
      FacingPages: 'false',
      DocumentBleedTopOffset: num(t.trim.bleed * MM),
      DocumentBleedBottomOffset: num(t.trim.bleed * MM),
      DocumentBleedInsideOrLeftOffset: num(t.trim.bleed * MM),
      DocumentBleedOutsideOrRightOffset: num(t.trim.bleed * MM),
      PageBinding: 'LeftToRight',
    }),
  ])

/** The house's rules of line breaking and of squeezing marks; they stand in the design map itself. */
export const compositionTables = (): readonly Element[] => [
  x('KinsokuTable', {
    Self: KINSOKU,
    Name: '版心避头尾',
    CantBeginLineChars: '，。、；：？！”’）》】〉」』…—％',
    CantEndLineChars: '“‘（《【〈「『',
    HangingPunctuationChars: '，。、',
    CantBeSeparatedChars: '—…',
  }),
  x('MojikumiTable', { Self: MOJIKUMI, Name: '版心标点挤压', BasedOnMojikumiSet: 'SimpChineseDefault' }),
]
