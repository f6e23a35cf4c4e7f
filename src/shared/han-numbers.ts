/** Small numbers in Chinese figures. */

/** 十二, 二十四 and 廿四 as their tens say, 二四 and 二〇二二 digit by digit; for what holds nothing but figures. */
export function hanNumber(han: string): number {
  const plain = han.replace('廿', '二十').replace('卅', '三十').replace(/[○零]/g, '〇')
  const valueOf = (digits: string, none: number) =>
    digits === '' ? none : [...digits].reduce((n, c) => n * 10 + Math.max(0, DIGITS.indexOf(c)), 0)
  const [tens = '', ones] = plain.split('十')
  return ones === undefined ? valueOf(tens, 0) : valueOf(tens, 1) * 10 + valueOf(ones, 0)
}

const DIGITS = '〇一二三四五六七八九'
