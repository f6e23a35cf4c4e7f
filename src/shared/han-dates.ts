/** Days written out in Chinese numbers, as older papers and their folders have them: 二〇二二年十月二十一日, 民国三十六年五月四日. */
import { hanNumber } from './han-numbers.ts'

/** `text` with such days, months and years in figures: 2022年10月21日. */
export function inFigures(text: string): string {
  // Most texts have none.
  if (!text.includes('年')) return text
  return text.replace(HAN_DATE, (_, reign?: string, year?: string, month?: string, day?: string) =>
    [
      `${reign === undefined ? hanNumber(year ?? '') : OF_REPUBLIC + numberOf(reign)}年`,
      month === undefined ? '' : `${numberOf(month)}月`,
      day === undefined ? '' : `${numberOf(day)}日`,
    ].join(''),
  )
}

/** The first year of the Republic is 1912. */
const OF_REPUBLIC = 1911
const NUMBER = '[〇○零一二三四五六七八九十廿卅元正]{1,3}'

const HAN_DATE = new RegExp(
  `(?:(?:中[华華])?民[国國](${NUMBER}|\\d{1,2})|([一二][〇○零一二三四五六七八九]{3}))年(?:(${NUMBER}|\\d{1,2})月(?:(${NUMBER}|\\d{1,2})[日号號])?)?`,
  'gu',
)

/** In either figures; the first of months and years is 元 or 正. */
const numberOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : hanNumber(said.replace(/[元正]/, '一')))
