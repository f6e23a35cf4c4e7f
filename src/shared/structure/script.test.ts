import { expect, test } from 'vitest'
import { isTraditional, simplifiedText } from './script.ts'

const PAGE = '本報訊（記者 張國華）昨日，縣水利會議在城關鎮召開，與會代表聽取了關於冬修水利的報告。'

test('a Traditional text is told by its commonest characters', () => {
  expect(isTraditional(PAGE)).toBe(true)
  expect(isTraditional('本报讯（记者 张国华）昨日，县水利会议在城关镇召开，与会代表听取了报告。')).toBe(false)
})

test('an old sign or a paper’s name does not make a text Traditional', () => {
  const text = `海灣日報\n${'老街的石板路修好了，乡亲们走得稳稳当当。'.repeat(12)}`
  expect(isTraditional(text)).toBe(false)
  expect(simplifiedText(text)).toBe(text)
})

test('every character stays where it stands', () => {
  const simple = simplifiedText(PAGE)
  expect(simple).toHaveLength(PAGE.length)
  expect(simple).toBe('本报讯（记者 张国华）昨日，县水利会议在城关镇召开，与会代表听取了关于冬修水利的报告。')
})

test('a text of nothing is not Traditional', () => expect(isTraditional('')).toBe(false))
