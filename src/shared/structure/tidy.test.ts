import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { article, block, page } from '../page/build.ts'
import { pageSchema } from '../page/page.ts'
import { tablesOf } from '../page/tables.ts'
import { walk } from '../page/walk.ts'
import { structure } from './index.ts'
import { tidied } from './tidy.ts'
import type { Page } from '../page/page.ts'

const textsOf = (p: Page) => [...walk(p)].map(({ block: b }) => b.text)
/** Paragraphs of one story, as they are, what they become, and at how many places. */
const check = (texts: readonly string[], expected: readonly string[], places: number) => {
  const after = tidied(page([article(texts.map((text) => block('paragraph', text)))]))
  expect(textsOf(after.page)).toEqual(expected)
  expect(after.places).toBe(places)
}

describe('what is cleared', () => {
  test('characters that nobody sees', () => check(['老\u200b渡\u00ad口\ufeff通车'], ['老渡口通车'], 3))
  test('a byte order mark by itself', () => check(['\ufeff老渡口'], ['老渡口'], 1))
  test('tags and entities', () =>
    check(['<center>老渡口</center>', 'A&amp;B&nbsp;<b>好</b>', '通了车<br>'], ['老渡口', 'A&B 好', '通了车'], 6))
  test('a tag that ends a line', () => check(['老渡口<br>通了车'], ['老渡口\n通了车'], 1))
  test('a mark of a mark', () => check(['水&amp;lt;火'], ['水<火'], 2))
  test('formulas', () => check(['增长 $30\\%$，达 $5\\times 3$ 亩'], ['增长 30%，达 5× 3 亩'], 6))
  test('stars around bold words', () => check(['**老渡口** 通了车'], ['老渡口 通了车'], 2))
  test('marks of a heading behind a tag', () => check(['<center># 老渡口</center>'], ['老渡口'], 2))
  test('rules and pictures, with their blocks', () =>
    check(['老渡口', '---', '![](images/a.jpg)', '通车'], ['老渡口', '通车'], 2))
  test('a row of a table in each block', () =>
    check(
      ['<table><tr><td>县区</td><td>产量</td></tr>', '<tr><td>东城</td><td>$30\\%$</td></tr></table>', '通车'],
      ['| 县区 | 产量 |', '| 东城 | 30% |', '通车'],
      7,
    ))
  test('a bar within a cell parts no cell', () =>
    check(
      ['<table><tr><td>县区</td><td>产量|亩产</td></tr>', '<tr><td>东城</td><td>30｜4</td></tr></table>'],
      ['| 县区 | 产量│亩产 |', '| 东城 | 30│4 |'],
      8,
    ))
  test('all rows of a table in one block', () =>
    check(
      ['<table>\n<tr>\n<td>甲</td>\n<td>1</td>\n</tr>\n<tr><td>乙</td><td>2</td></tr>\n</table>'],
      ['| 甲 | 1 |\n| 乙 | 2 |'],
      5,
    ))
})

describe('blanks that an OCR program set between all characters of a page', () => {
  const story =
    '县里今年修了三条水渠，一条通到山后的旱地，两条绕着镇子走，最长的一条有17里。老人们说，渠里的水声比戏还好听。'
  const apart = (text: string) => text.replace(/(?<=\S)(?=[^\s\d])/gu, ' ')
  const cleared = (texts: readonly string[]) =>
    textsOf(tidied(page([article(texts.map((text) => block('paragraph', text)))])).page)
  test('go, in headings too', () =>
    expect(cleared([apart('水渠通到旱地'), apart(story)])).toEqual(['水渠通到旱地', story]))
  test('wider ones part names, and words of other scripts keep theirs', () =>
    expect(cleared([apart(story), '林 一 舟  王 渡', '那 台 Red Flag 12 马 力 的 水 泵'])).toEqual([
      story,
      '林一舟  王渡',
      '那台Red Flag 12马力的水泵',
    ]))
  test('stay where only headings and names have them, as in print', () => {
    const texts = [apart('水渠通到旱地'), '王 渡', story]
    expect(cleared(texts)).toEqual(texts)
  })
  test('the word’s marks stay on it', () => {
    const text = apart(story)
    const [start, end] = [text.indexOf('水 渠'), text.indexOf('水 渠') + 3]
    const bold = { kind: 'bold', start, end } as const
    const [after] =
      tidied(page([article([block('paragraph', text, { marks: [bold] })])])).page.articles[0]?.blocks ?? []
    expect(after?.marks.map((m) => after.text.slice(m.start, m.end))).toEqual(['水渠'])
  })
})

describe('merged cells become single ones, as a preview shows them', () => {
  const parted = (texts: readonly string[], expected: readonly string[], count: number) => {
    const before = page([article(texts.map((text) => block('paragraph', text)))])
    const after = tidied(before)
    expect(textsOf(after.page)).toEqual(expected)
    expect(after.parted).toBe(count)
    const cells = (p: Page) =>
      p.articles
        .flatMap((a) => tablesOf(a.blocks))
        .map((t) => ({ heads: t.heads, rows: t.rows.map((r) => r.cells.map((c) => c.text)) }))
    expect(cells(after.page)).toEqual(cells(before))
  }
  test('over columns', () =>
    parted(
      ['<table><tr><td colspan="2">合计</td><td>1</td></tr>', '<tr><td>甲</td><td>2</td><td>3</td></tr></table>'],
      ['| 合计 |  | 1 |', '| 甲 | 2 | 3 |'],
      1,
    ))
  test('over rows, in one block', () =>
    parted(
      [
        "<table><tr><th rowspan='2'>县区</th><th colspan=2>产量</th></tr><tr><th>早稻</th><th>晚稻</th></tr><tr><td>东城</td><td>1</td><td>2</td></tr></table>",
      ],
      ['| 县区 | 产量 |  |\n|  | 早稻 | 晚稻 |\n| 东城 | 1 | 2 |'],
      2,
    ))
  test('over both, in the middle and at the end', () =>
    parted(
      [
        '<tr><td>甲</td><td rowspan="2" colspan="2" align="center">乙</td><td rowspan=3>丙</td></tr>',
        '<tr><td>丁</td></tr>',
        '<tr><td>戊</td><td>己</td><td>庚</td></tr>',
      ],
      ['| 甲 | 乙 |  | 丙 |', '| 丁 |  |  |  |', '| 戊 | 己 | 庚 |  |'],
      2,
    ))
  test('two tables, of which one has none', () =>
    parted(
      [
        '<table><tr><td>甲</td><td>1</td></tr>',
        '<tr><td>乙</td><td>2</td></tr></table>',
        '又',
        '<table><tr><td colspan="2">丙</td></tr>',
        '<tr><td>丁</td><td>3</td></tr></table>',
      ],
      ['| 甲 | 1 |', '| 乙 | 2 |', '又', '| 丙 |  |', '| 丁 | 3 |'],
      1,
    ))
})

test('of merged cells that become lines of text none is told', () => {
  const box = `<table><tr><td colspan="2">${'渡口的轮渡停航已经三年，'.repeat(8)}</td></tr><tr><td>甲</td><td>2</td></tr></table>`
  const { page: after, parted } = tidied(page([article([block('paragraph', box)])]))
  expect([textsOf(after).join().includes('|'), parted]).toEqual([false, 0])
})

describe('what stays', () => {
  const stays = (p: Page) => expect(tidied(p)).toEqual({ page: p, places: 0, parted: 0 })
  const paragraphs = (...texts: readonly string[]) => page([article(texts.map((text) => block('paragraph', text)))])
  test('what print has', () => {
    const p = paragraphs(
      '张**、李**被判刑。',
      '——老渡口',
      '| 甲 | 乙 |',
      '| --- | --- |',
      '| 丙\\|丁 | 乙 |',
      '水<火>土 AT&T $5',
      '',
      ' 好 ',
    )
    stays(p)
    expect(tidied(p).page).toBe(p)
  })
  test('a variant that is chosen for a character', () => stays(paragraphs('葛\u{e0100}城')))
})

test('a story keeps its last block, and a picture its own', () => {
  const picture = { width: 3, height: 2 }
  const p = page([
    article([block('paragraph', '---'), block('paragraph', '***')]),
    article([block('headline', '老渡口'), block('caption', '![](a.jpg)', { picture })]),
  ])
  const after = tidied(p).page
  expect([...walk(after)].map(({ block: b }) => [b.id, b.text])).toEqual([
    ['b1', ''],
    ['b3', '老渡口'],
    ['b4', ''],
  ])
  expect(after.articles[1]?.blocks[1]?.picture).toEqual(picture)
})

test('marks, joins and the person’s word stay where they were', () => {
  const text = '<b>本报讯</b> 各地<br>秋收&nbsp;顺利'
  const place = (words: string) => text.indexOf(words)
  const before = block('paragraph', text, {
    confirmed: true,
    spans: [[0, text.length]],
    marks: [
      { kind: 'dateline', start: 0, end: place(' 各地') },
      { kind: 'bold', start: place('收'), end: place('利') },
      { kind: 'italic', start: place('<br>'), end: place('秋') },
    ],
    joins: [{ at: place('秋收'), score: 0.9, reasons: [] }],
  })
  expect(tidied(page([article([before])])).page.articles[0]?.blocks).toEqual([
    {
      ...before,
      id: 'b1',
      text: '本报讯 各地秋收 顺利',
      marks: [
        { kind: 'dateline', start: 0, end: 3 },
        { kind: 'bold', start: 7, end: 10 },
      ],
      joins: [{ at: 6, score: 0.9, reasons: [] }],
    },
  ])
})

const LEFT = '<br>,<center>,</p>,&nbsp;,&amp;,lt;,---,$30\\%$,**,# ,\\*,\u200b,\ufeff,![](a.jpg),\n,\u2028, '
  .split(',')
  .concat('<table>,<tr>,<td>,</td>,</tr>,</table>,<th colspan="2">'.split(','))
const words = fc.constantFrom('老渡口', '通了车。', '江心', '一')
const texts = fc.array(fc.oneof(fc.constantFrom(...LEFT), words), { maxLength: 12 }).map((parts) => parts.join(''))
const blocks = fc
  .tuple(fc.constantFrom('paragraph', 'headline', 'caption'), texts, fc.nat(20), fc.nat(20))
  .map(([role, text, a, b]) => {
    const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
    return block(role, text, {
      marks: start < end ? [{ kind: 'bold', start, end }] : [],
      joins: start > 0 && start < text.length ? [{ at: start, score: 1, reasons: [] }] : [],
    })
  })
const pages = fc
  .array(fc.array(blocks, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .map((stories) => page(stories.map((story) => article(story))))
const han = (p: Page) =>
  textsOf(p)
    .join('')
    .match(/[\p{Script=Han}。]/gu)
    ?.join('') ?? ''

test('no word changes, a second time nothing does, and the page is one', () => {
  fc.assert(
    fc.property(pages, (p) => {
      const after = tidied(p)
      expect(han(after.page)).toBe(han(p))
      expect(tidied(after.page)).toEqual({ page: after.page, places: 0, parted: 0 })
      expect(after.page === p).toBe(after.places === 0)
      expect(pageSchema.safeParse(after.page).success).toBe(true)
      expect(after.page.articles.map((a) => a.id)).toEqual(p.articles.map((a) => a.id))
      const ids = [...walk(after.page)].map(({ block: b }) => b.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { block: b } of walk(after.page)) {
        for (const m of b.marks) expect(m.start < m.end && m.end <= b.text.length).toBe(true)
        for (const j of b.joins) expect(j.at > 0 && j.at < b.text.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('what the engine read of a page is what its blocks say', () => {
  const source = [
    '<center># 全市粮食喜获丰收</center>',
    '本报讯（记者 李明）今年全市粮食产量比上年增长 $30\\%$，农民收入随之增加，各地<br>',
    '秋收工作进展&nbsp;顺利，仓储设备全部到位。',
    '---',
  ].join('\n\n')
  expect(textsOf(tidied(structure(source).page).page)).toEqual([
    '全市粮食喜获丰收',
    '本报讯（记者 李明）今年全市粮食产量比上年增长 30%，农民收入随之增加，各地秋收工作进展 顺利，仓储设备全部到位。',
  ])
})
