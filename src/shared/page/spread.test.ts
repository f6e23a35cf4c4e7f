import { expect, test } from 'vitest'
import { block } from './build.ts'
import { closedUp, unspread, unspreadTitle } from './spread.ts'

const check = (given: string, print: string, elsewhere: string, title: string) =>
  test(given, () => {
    const b = block('headline', given)
    expect([closedUp(b).text, unspread(b).text, unspreadTitle(given)]).toEqual([print, elsewhere, title])
  })
check('最 后 的 挑 夫', '最\u2009后\u2009的\u2009挑\u2009夫', '最后的挑夫', '最后的挑夫')
check('通\u3000知\u3000书', '通\u2009知\u2009书', '通知书', '通知书')
check('启\u3000\u3000事', '启\u3000\u3000事', '启\u3000\u3000事', '启事')
check('“有 奖 销 售” 奖了谁', '“有\u2009奖\u2009销\u2009售” 奖了谁', '“有奖销售” 奖了谁', '“有奖销售” 奖了谁')
check('年货足 幸福满', '年货足 幸福满', '年货足 幸福满', '年货足 幸福满')

test('names and text keep their blanks', () => {
  for (const role of ['byline', 'paragraph'] as const) {
    const b = block(role, '王 刚 李 强')
    expect([unspread(b), closedUp(b)]).toEqual([b, b])
  }
})
test('marks stay on their words', () => {
  const b = block('headline', '老街 最  后  的 “挑  夫  归  来”')
  const marked = (text: string) =>
    ({ kind: 'bold', start: b.text.indexOf(text), end: b.text.indexOf(text) + text.length }) as const
  const { text, marks } = unspread({ ...b, marks: ['老街', '夫  归', '来”'].map(marked) })
  expect(marks.map((m) => text.slice(m.start, m.end))).toEqual(['老街', '夫归来”'])
})
test('one of a blank alone goes with it', () =>
  expect(
    unspread({ ...block('headline', '最 后 的 挑 夫'), marks: [{ kind: 'bold', start: 1, end: 2 }] }).marks,
  ).toEqual([]))
