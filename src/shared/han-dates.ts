/** Days written out in Chinese numbers, as older papers and their folders have them: 二〇二二年十月二十一日, 民国三十六年五月四日. */

/** `text` with such days, months and years in figures: 2022年10月21日. */
export function inFigures(text: string): string {
  // Most texts have none.
  if (!text.includes('年')) return text
  return text.replace(HAN_DATE, (_, reign?: string, year?: string, month?: string, day?: string) =>
    [
      `${reign === undefined ? digitsOf(year ?? '') : OF_REPUBLIC + numberOf(reign)}年`,
      month === undefined ? '' : `${numberOf(month)}月`,
      day === undefined ? '' : `${numberOf(day)}日`,
    ].join(''),
  )
}

/** The first year of the Republic is 1912. */
const OF_REPUBLIC = 1911
const DIGITS = '〇一二三四五六七八九'
const NUMBER = '[一二三四五六七八九十廿卅元正]{1,3}'

const HAN_DATE = new RegExp(
  `(?:(?:中[华華])?民[国國](${NUMBER}|\\d{1,2})|([一二][〇○零一二三四五六七八九]{3}))年(?:(${NUMBER}|\\d{1,2})月(?:(${NUMBER}|\\d{1,2})[日号號])?)?`,
  'gu',
)

const digitsOf = (han: string): string =>
  [...han.replaceAll(/[○零]/g, '〇')].map((c) => String(DIGITS.indexOf(c))).join('')

/** Up to 99: 二十一, 廿一 and 21; the first of months and years is 元 or 正. */
function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  const [tens, ones] = said
    .replace('廿', '二十')
    .replace('卅', '三十')
    .replace(/[元正]/, '一')
    .split('十')
  const digit = (c: string | undefined, none: number) => (c === undefined || c === '' ? none : DIGITS.indexOf(c))
  return ones === undefined ? digit(tens, 0) : digit(tens, 1) * 10 + digit(ones, 0)
}
