import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { lookAt } from './look.ts'
import { closedUp, isClosedUp } from './spaced.ts'

test.each([
  ['老 铣 床 过 生 日', '老铣床过生日'],
  ['消　费　者　之　声', '消费者之声'],
  ['“ 小 尾 巴 ” 翘 不 起 来', '“小尾巴”翘不起来'],
  // names, two even halves and what is part of a sentence stay as they are
  ['乔 国 栋', '乔 国 栋'],
  ['陇 上 行', '陇 上 行'],
  ['牧  之  上 官 云 起', '牧  之  上 官 云 起'],
  ['王 小 明 李 云', '王 小 明 李 云'],
  ['水渠修好 老人高兴', '水渠修好 老人高兴'],
  ['老 人', '老 人'],
])('%s is looked at as %s', (text, seen) => {
  const line = linesOf(text)[0]!
  const look = closedUp(line, lookAt(line.text))
  expect(look.text).toBe(seen)
  expect(isClosedUp(line, look)).toBe(seen !== text)
})

test('a line of any length that only seems shorter is not closed up', () => {
  const line = linesOf('水'.repeat(9000))[0]!
  expect(isClosedUp(line, closedUp(line, lookAt(line.text)))).toBe(false)
})
