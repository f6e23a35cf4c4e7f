/** Word styles by role: a paragraph style each, so that a desk maps or changes them in one place. Sizes in half points, spaces in twentieths. */
import { AlignmentType, BorderStyle, LineRuleType, ShadingType } from 'docx'
import type { IStylesOptions } from 'docx'
import type { Role } from '../../page/page.ts'
import { ROLE_NAMES } from '../../page/roles.ts'

/** Without `eastAsia` Word sets Chinese in a Latin font. The names are those of Windows; other systems have substitutes for them. */
const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})
const SONG = font('宋体')
const HEI = { ...font('黑体'), ascii: 'Arial', hAnsi: 'Arial' }
const KAI = font('楷体')

/** Headline and crosshead are Word's own headings, so that its outline and table of contents see them. */
export const STYLE_IDS: Readonly<Record<Role, string>> = {
  label: 'BanxinLabel',
  kicker: 'BanxinKicker',
  headline: 'Heading1',
  deck: 'BanxinDeck',
  standfirst: 'BanxinStandfirst',
  byline: 'BanxinByline',
  keyword: 'BanxinKeyword',
  crosshead: 'Heading2',
  paragraph: 'BanxinBody',
  caption: 'Caption',
  credit: 'BanxinCredit',
  note: 'BanxinNote',
  jump: 'BanxinJump',
  folio: 'BanxinFolio',
}

export const DATELINE_STYLE = 'BanxinDateline'
export const TABLE_STYLE = 'BanxinTable'
export const TABLE_HEAD_STYLE = 'BanxinTableHead'

const LEFT = AlignmentType.LEFT
/** `line` counts 240ths of a line. */
const AUTO = LineRuleType.AUTO

const custom = (
  role: Role,
  run: object,
  paragraph: object = {},
): NonNullable<IStylesOptions['paragraphStyles']>[number] => ({
  id: STYLE_IDS[role],
  name: `版心 ${ROLE_NAMES[role].zh}`,
  basedOn: 'Normal',
  next: STYLE_IDS.paragraph,
  quickFormat: true,
  run,
  paragraph: { alignment: LEFT, ...paragraph },
})

/** What stands in a table's cell. */
const cell = (id: string, name: string, run: object): NonNullable<IStylesOptions['paragraphStyles']>[number] => ({
  id,
  name: `版心 ${name}`,
  basedOn: 'Normal',
  quickFormat: true,
  run: { size: 18, ...run },
  paragraph: { spacing: { before: 20, after: 20, line: 260, lineRule: AUTO } },
})

const rule = (color: string) => ({ style: BorderStyle.SINGLE, size: 6, space: 8, color })

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SONG, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 360, lineRule: AUTO } },
    },
    heading1: {
      run: { font: HEI, size: 40, bold: true, color: '000000' },
      paragraph: { alignment: LEFT, spacing: { before: 60, after: 100, line: 276, lineRule: AUTO }, keepNext: true },
    },
    heading2: {
      run: { font: HEI, size: 26, bold: true, color: '000000' },
      paragraph: { alignment: LEFT, spacing: { before: 280, after: 120, line: 276, lineRule: AUTO }, keepNext: true },
    },
    caption: {
      run: { font: KAI, size: 18, color: '404040' },
      paragraph: { alignment: LEFT, spacing: { before: 80, after: 40, line: 280, lineRule: AUTO } },
    },
    hyperlink: { run: { color: '1F4E79', underline: {} } },
  },
  paragraphStyles: [
    custom(
      'label',
      { font: HEI, size: 19, color: '9E1B1E', bold: true, characterSpacing: 30 },
      { spacing: { after: 80 } },
    ),
    custom('kicker', { font: SONG, size: 26, color: '404040' }, { spacing: { after: 20 }, keepNext: true }),
    custom('deck', { font: KAI, size: 26, color: '404040' }, { spacing: { after: 120 } }),
    custom(
      'standfirst',
      { font: KAI, size: 22 },
      {
        spacing: { before: 120, after: 160 },
        indent: { left: 240, right: 240 },
        border: { left: { ...rule('9E1B1E'), size: 18 } },
      },
    ),
    custom('byline', { font: SONG, size: 19, color: '595959' }, { spacing: { before: 60, after: 200 } }),
    custom(
      'keyword',
      {
        font: HEI,
        size: 20,
        bold: true,
        color: 'FFFFFF',
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: '404040' },
      },
      { spacing: { before: 200 }, keepNext: true },
    ),
    custom(
      'paragraph',
      { font: SONG, size: 21 },
      { alignment: AlignmentType.BOTH, indent: { firstLine: 420, firstLineChars: 200 } },
    ),
    custom(
      'credit',
      { font: KAI, size: 18, color: '7F7F7F' },
      { alignment: AlignmentType.RIGHT, spacing: { after: 200, line: 280, lineRule: AUTO } },
    ),
    custom(
      'note',
      { font: KAI, size: 20, color: '404040' },
      { spacing: { before: 200, after: 200 }, border: { top: rule('BFBFBF'), bottom: rule('BFBFBF') } },
    ),
    custom('jump', { font: HEI, size: 19, color: '9E1B1E' }, { alignment: AlignmentType.RIGHT }),
    custom(
      'folio',
      { font: SONG, size: 18, color: '7F7F7F' },
      { spacing: { after: 240 }, border: { bottom: rule('7F7F7F') } },
    ),
    cell(TABLE_STYLE, '表格', { font: SONG }),
    cell(TABLE_HEAD_STYLE, '表头', { font: HEI, bold: true }),
  ],
  characterStyles: [{ id: DATELINE_STYLE, name: '版心 电头', run: { font: KAI } }],
}
