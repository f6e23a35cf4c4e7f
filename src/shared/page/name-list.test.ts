import { expect, test } from 'vitest'
import { block } from './build.ts'
import { isNameList, namesBehind, namesOf, withEvenNames } from './name-list.ts'

const LIST = '王海涛 冯 涛 蒋 敏 沈志远 赵红梅 杨 柳 秦 岭 朱建国'
const check = (text: string, expected: boolean) => expect(isNameList(block('paragraph', text)), text).toBe(expected)

test('names of two and three characters', () => check(LIST, true))
test('few names are text', () => check('王海涛 冯 涛 蒋 敏', false))
test('so are names with something else', () => {
  check(`${LIST} 等人`, true)
  check(`${LIST}、李宁`, false)
  check(`${LIST} 欧阳海山`, false)
  check(`${LIST} 宁`, false)
})
test('names behind what they have in common', () => {
  const starts = (text: string) => namesBehind(block('paragraph', text))
  expect(starts('市工商局：杜 衡 汤 圆 应 可')).toEqual([5, 9, 13])
  expect(starts('后卫: 孟 达 靳小北 罗 布')).toEqual([4, 8, 12])
  for (const text of ['市工商局：杜 衡', '市工商局：杜 衡 汤 圆 应 可 等人到会', '杜 衡 汤 圆 应 可'])
    expect(starts(text)).toBe(undefined)
})
test('names are made equally wide by blanks', () =>
  expect(withEvenNames(block('paragraph', LIST)).text).toBe(
    '王海涛  冯\u3000涛  蒋\u3000敏  沈志远  赵红梅  杨\u3000柳  秦\u3000岭  朱建国',
  ))
test('names keep what stands behind them', () => {
  expect(namesOf(LIST).slice(0, 3)).toEqual(['王海涛 ', '冯 涛 ', '蒋 敏 '])
  expect(namesOf(LIST).join('')).toBe(LIST)
})
