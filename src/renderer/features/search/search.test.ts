import { expect, test } from 'vitest'
import { isSomething, lastWord, stillSaid } from './search.ts'
import { pieces } from './pieces.ts'

test('the word that is being typed', () => {
  const check = (text: string, expected: string) => expect(lastWord(text)).toBe(expected)
  check('海曙 -林', '林')
  check('－署名:林', '署名:林')
  check('', '')
  check('海曙 hs', 'hs')
  check('海曙 ', '')
  check('署名:zs', '署名:zs')
  check('"海曙', '海曙')
})

test('a filter alone is something to look for', () => {
  const check = (input: Parameters<typeof isSomething>[0], expected: boolean) =>
    expect(isSomething(input)).toBe(expected)
  check({ query: ' ' }, false)
  check({ query: '桥' }, true)
  check({ query: '', years: ['2022'] }, true)
  check({ query: '', people: [] }, false)
  check({ query: '', roles: ['caption'] }, true)
  check({ query: '', years: [''] }, true)
  check({ query: '', from: '2022-01-01' }, true)
})

test('what was said of an earlier query goes where it holds no more', () => {
  const date = { kind: 'date', text: '日期:2022-13', outcome: 'left-out' } as const
  const field = { kind: 'field', text: '書:', outcome: 'left-out' } as const
  expect(stillSaid([date, field], [field])).toEqual([field])
  expect(stillSaid([date], [])).toEqual([])
})

test('text falls into lit and plain pieces, whatever the ranges are', () => {
  const check = (text: string, lit: [number, number][], expected: string) =>
    expect(
      pieces(text, lit)
        .map((p) => (p.lit ? `[${p.text}]` : p.text))
        .join('|'),
    ).toBe(expected)
  check('江口新桥通车', [[2, 4]], '江口|[新桥]|通车')
  check('新桥', [[0, 2]], '[新桥]')
  check('<b>桥</b>', [[3, 4]], '<b>|[桥]|</b>')
  check(
    '桥上桥',
    [
      [2, 3],
      [0, 1],
    ],
    '[桥]|上|[桥]',
  )
  check(
    '大桥桥头',
    [
      [1, 3],
      [2, 4],
    ],
    '大|[桥桥头]',
  )
  check('桥', [[0, 9]], '[桥]')
  check('桥', [], '桥')
})
