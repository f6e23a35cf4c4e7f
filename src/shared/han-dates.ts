/** Days written out in Chinese numbers, as older papers and their folders have them: 二〇二二年十月二十一日, 民国三十六年五月四日. */
import { hanNumber } from './han-numbers.ts'

/** `text` with such days, months and years in figures: 2022年10月21日. */
export const inFigures = (text: string): string => inFiguresBy(HAN_DATE, text)

/** The same of a path, where the month or the day may be a folder of its own: 二〇二三年三月/八日. */
export const pathInFigures = (path: string): string => inFiguresBy(HAN_FOLDERS, path)

function inFiguresBy(date: RegExp, text: string): string {
  // Most texts have none.
  if (!text.includes('年')) return text
  return text.replace(
    date,
    (_, reign?: string, year?: string, over?: string, month?: string, under?: string, day?: string) =>
      [
        `${reign === undefined ? hanNumber(year ?? '') : OF_REPUBLIC + numberOf(reign)}年`,
        month === undefined ? '' : `${over ?? ''}${numberOf(month)}月`,
        day === undefined ? '' : `${under ?? ''}${numberOf(day)}日`,
      ].join(''),
  )
}

/** The first year of the Republic is 1912. */
const OF_REPUBLIC = 1911
const NUMBER = '[〇○零一二三四五六七八九十廿卅元正]{1,3}'

/** `between`: what may stand before the month and before the day. */
const dateWith = (between: string): RegExp =>
  new RegExp(
    `(?:(?:中[华華])?民[国國](${NUMBER}|\\d{1,2})|([一二][〇○零一二三四五六七八九]{3}))年(?:(${between})(${NUMBER}|\\d{1,2})月(?:(${between})(${NUMBER}|\\d{1,2})[日号號])?)?`,
    'gu',
  )

const HAN_DATE = dateWith('')
const HAN_FOLDERS = dateWith('/?')

/** In either figures; the first of months and years is 元 or 正. */
const numberOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : hanNumber(said.replace(/[元正]/, '一')))
