/** What is said of a query that was not understood whole: one sentence each, in both languages. */
import type { Lang } from '../page/roles.ts'

export const REMARKS = [
  'date',
  'reversed',
  'field',
  'value',
  'blank',
  'quote',
  'bracket',
  'around',
  'operator',
] as const

/** What became of it: nothing was done with it, it was looked for as it stands, or it was read as something that is well formed. */
export const OUTCOMES = ['left-out', 'as-text', 'mended'] as const

/** `text` is what was typed, or what it was read as where it was mended. `instead` is a whole query that was perhaps meant. */
export type Remark = {
  readonly kind: (typeof REMARKS)[number]
  readonly text: string
  readonly outcome: (typeof OUTCOMES)[number]
  readonly instead?: string
}

/** The sentence of a remark. */
export function remarkText({ kind, text, outcome }: Remark, lang: Lang): string {
  const { zh, en } = SENTENCES[kind]
  return lang === 'zh' ? zh(text, AFTER[outcome].zh) : en(text, AFTER[outcome].en)
}

type Sentence = (text: string, after: string) => string

const AFTER: Readonly<Record<Remark['outcome'], Readonly<Record<Lang, string>>>> = {
  'left-out': { zh: '没有用它', en: 'it was left out' },
  'as-text': { zh: '只按原文查了', en: 'it was looked for as it stands' },
  mended: { zh: '', en: '' },
}

const SENTENCES: Readonly<Record<Remark['kind'], Readonly<Record<Lang, Sentence>>>> = {
  date: {
    zh: (text, after) =>
      `“${text}”里的日期看不懂，${after}。日期写作 2022、2022-05、2022-05-04 或 2022-05..2023，一端可空；没有日期的写作 日期:无。`,
    en: (text, after) =>
      `There is no date in “${text}”; ${after}. Write 2022, 2022-05, 2022-05-04 or 2022-05..2023; either end may be open; date:none is for what has none.`,
  },
  reversed: {
    zh: (text) => `“${text}”的起止颠倒了，已对调。`,
    en: (text) => `“${text}” ends before it begins; the ends were exchanged.`,
  },
  field: {
    zh: (text, after) => `没有“${text}”这种条件，${after}。可用的有：署名: 版: 报纸: 版名: 关键词: 日期: 标题: 图说:`,
    en: (text, after) =>
      `There is no filter “${text}”; ${after}. There are byline: page: paper: section: keyword: date: title: caption:`,
  },
  value: {
    zh: (text, after) => `“${text}”后面还没有内容，${after}。`,
    en: (text, after) => `Nothing stands after “${text}”; ${after}.`,
  },
  blank: {
    zh: (text) => `冒号后面不要空格。已当作“${text}”。`,
    en: (text) => `There is no blank after a colon. It was read as “${text}”.`,
  },
  quote: {
    zh: (text) => `引号没有成对，已当作 ${text}。`,
    en: (text) => `A quotation mark lacks its other half. It was read as ${text}.`,
  },
  bracket: {
    zh: (text) => `括号没有成对，已当作 ${text}。`,
    en: (text) => `A bracket lacks its other half. It was read as ${text}.`,
  },
  around: {
    zh: (text) => `原文里没有这样的括号，已当作 ${text}。`,
    en: (text) => `Nothing stands in such brackets. It was read as ${text}.`,
  },
  operator: {
    zh: (text, after) => `“${text}”旁边少一个词，${after}。`,
    en: (text, after) => `“${text}” lacks a word beside it; ${after}.`,
  },
}
