import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { ledgerOf } from './ledger.ts'

const SOURCE = '# 海湾日报 第4版\n\n湾里点亮第一盞灯\n\n凌晨4时，潮水涨到\n\n最高处。\n广告\n'
const at = (text: string): [number, number] => [SOURCE.indexOf(text), SOURCE.indexOf(text) + text.length]

const built = page([
  article([block('folio', '海湾日报 第4版', { spans: [at('海湾日报 第4版')] })]),
  article([
    block('headline', '湾里点亮第一盏灯', { spans: [at('湾里点亮第一盞灯')] }),
    block('paragraph', '凌晨4时12分，潮水涨到最高处。', { spans: [at('凌晨4时，潮水涨到'), at('最高处。')] }),
  ]),
])

test('every character stands, was corrected, or was set aside', () => {
  const ledger = ledgerOf(SOURCE, built)
  expect(ledger.total).toBe(SOURCE.replace(/[\s#]/g, '').length)
  expect(ledger.standing + ledger.corrected + ledger.outside + ledger.removed).toBe(ledger.total)
  expect([ledger.outside, ledger.removed]).toEqual([7, 2])
  expect(ledger.corrections).toEqual([
    { block: 'b2', was: '盞', now: '盏', span: at('盞') },
    { block: 'b3', was: '', now: '12分', span: [SOURCE.indexOf('，潮水'), SOURCE.indexOf('，潮水')] },
  ])
  expect(ledger.aside).toEqual([
    { kind: 'folio', block: 'b1', span: at('海湾日报 第4版'), text: '海湾日报 第4版' },
    { kind: 'removed', span: at('广告'), text: '广告' },
  ])
})

test('a page that is nothing but a folio line has lost nothing', () => {
  const source = '海湾日报 第4版'
  const p = page([article([block('folio', source, { spans: [[0, source.length]] })])])
  expect(ledgerOf(source, p)).toMatchObject({ total: 7, standing: 0, outside: 7, removed: 0 })
})

test('a line of nothing but # stands as it is', () => {
  const p = page([article([block('paragraph', '#', { spans: [[0, 1]] })])])
  expect(ledgerOf('# \n', p)).toMatchObject({ total: 1, standing: 1, outside: 0, removed: 0 })
})

test('an untouched page has nothing to list', () => {
  const source = '标题\n\n正文。'
  const p = page([
    article([block('headline', '标题', { spans: [[0, 2]] }), block('paragraph', '正文。', { spans: [[4, 7]] })]),
  ])
  expect(ledgerOf(source, p)).toMatchObject({
    total: 5,
    standing: 5,
    corrected: 0,
    outside: 0,
    removed: 0,
    corrections: [],
    aside: [],
  })
  expect(ledgerOf('', page([])).total).toBe(0)
})
