import { expect, test } from 'vitest'
import { article, block, page } from '../../../../shared/page/build.ts'
import { json } from './json.ts'

const read = (value: unknown) => json.read(new TextEncoder().encode(JSON.stringify(value)), 'page.json')
const source = '一桥两岸\n江面上行船渐多。'
const made = page([article([block('headline', '一桥两岸', { spans: [[0, 4]] })])])
const [headline] = made.articles[0]!.blocks

test('a page with its source is read as it was written', () =>
  expect(read({ page: made, source })).toEqual({ text: source, encoding: 'utf-8', notices: [], page: made }))

test('blocks that another program named alike are told apart, else what is typed into one would replace the other', () => {
  const twice = [headline, { ...headline, role: 'paragraph', text: '江面上行船渐多。', spans: [[5, 13]] }]
  const { page: read1 } = read({ page: { ...made, articles: [{ id: 'a1', blocks: twice }] }, source })
  expect(read1?.articles[0]?.blocks.map((b) => [b.id, b.text])).toEqual([
    ['b1', '一桥两岸'],
    ['b2', '江面上行船渐多。'],
  ])
})

test('without its source, or with one that it does not fit, the blocks stand for it', () => {
  for (const file of [made, { page: made, source: '一' }])
    expect(read(file)).toMatchObject({ text: '一桥两岸', notices: [{ code: 'json/source' }] })
})
