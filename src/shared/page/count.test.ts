import { expect, test } from 'vitest'
import { countText } from './count.ts'

const check = (text: string, words: number, withPunctuation: number) => {
  const count = countText(text)
  expect([text, count.words, count.withPunctuation]).toEqual([text, words, withPunctuation])
}

test('a Han character is one, a run of Latin or digits is one', () => {
  check('', 0, 0)
  check(' 　\n', 0, 0)
  check('版心', 2, 2)
  check('版心，好用。', 4, 6)
  check('AI招商', 3, 3)
  check('2022年', 2, 2)
  check('增长2.5%。', 3, 4)
  check('用了Lexical editor', 4, 4)
  check('“十四五”', 3, 5)
  check('一〇一', 3, 3)
  check('共1,300余亩', 4, 4)
})

test('dashes and ellipses are set as two marks', () => {
  check('他说……', 2, 4)
  check('——侧记', 2, 4)
})

test('characters are code points, never half of one', () => {
  expect(countText('𠮷野').characters).toBe(2)
  expect(countText('a b').characters).toBe(2)
})
