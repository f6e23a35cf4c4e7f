import { expect, test } from 'vitest'
import { isCounted } from './measures.ts'

test.each([
  ['昨天收治病人11|名，其中七人', 1],
  ['登记的共四百六十|户，账本', 1],
  ['比去年多出三|成。', 1],
  ['定价为15|℃以上', 1],
  ['门牌是十七|他从前住过', 0],
  ['报名的有19|00多人', -1],
  ['老伴去世以后|名字也忘了', -1],
  ['共有43|，比去年多', -1],
])('%s', (text, expected) => {
  const [tail = '', head = ''] = text.split('|')
  expect(isCounted(tail.charCodeAt(tail.length - 1), head.charCodeAt(0))).toBe(expected)
})
