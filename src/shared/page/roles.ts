/** The trade's names of the roles, for screen, command line and documents. */
import type { Role } from './page.ts'

export type Lang = 'zh' | 'en'

export const ROLE_NAMES: Readonly<Record<Role, Readonly<Record<Lang, string>>>> = {
  label: { zh: '栏目', en: 'Label' },
  kicker: { zh: '引题', en: 'Kicker' },
  headline: { zh: '主标题', en: 'Headline' },
  deck: { zh: '副题', en: 'Deck' },
  standfirst: { zh: '提要', en: 'Standfirst' },
  byline: { zh: '署名', en: 'Byline' },
  keyword: { zh: '关键词框', en: 'Keyword box' },
  crosshead: { zh: '小标题', en: 'Crosshead' },
  paragraph: { zh: '正文', en: 'Paragraph' },
  caption: { zh: '图片说明', en: 'Caption' },
  credit: { zh: '图片署名', en: 'Credit' },
  note: { zh: '编者按/附记', en: 'Note' },
  jump: { zh: '转接', en: 'Jump' },
  folio: { zh: '报眉', en: 'Folio' },
}
