import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import type { Role } from '../../page/page.ts'
import { templateOf } from '../templates.ts'
import { balancedRows, fill } from './fill.ts'
import { flowOf } from './flow.ts'

const template = templateOf('national-broadsheet')
const { size, leading } = template.grid
const flow = { template, row: leading, width: 15 * size }

/** Each line of the flow: how many em it stands from the left and from the right, and what it says; white is a stroke. */
const check = (blocks: readonly (readonly [Role, string])[], expected: readonly string[]) => {
  const body = page([article(blocks.map(([role, text]) => block(role, text)))]).articles[0]?.blocks ?? []
  const said = flowOf(body, flow).map(({ line, white }) =>
    white
      ? '-'
      : `${line.runs[0]?.x.toFixed(1)} ${(15 - line.width).toFixed(1)} ${line.runs.map((r) => r.text).join('')}`,
  )
  expect(said).toEqual(expected)
}

test('verse keeps its lines, stands in the middle by its longest one and has white between its stanzas', () =>
  check(
    [
      ['paragraph', '风把码头吹得很薄\n薄得像一张旧船票'],
      ['paragraph', '卖鱼的人\n收起了秤\n一言不发'],
    ],
    [
      '3.5 3.5 风把码头吹得很薄',
      '3.5 3.5 薄得像一张旧船票',
      '-',
      '3.5 7.5 卖鱼的人',
      '3.5 7.5 收起了秤',
      '3.5 7.5 一言不发',
    ],
  ))
test('verse of a line a block has no white between its lines', () =>
  check(
    ['一行青，一行绿，', '退步原来是向前。', '插到天边歇一歇，', '白云替我擦擦汗。'].map(
      (l) => ['paragraph', l] as const,
    ),
    ['3.5 3.5 一行青，一行绿，', '3.5 3.5 退步原来是向前。', '3.5 3.5 插到天边歇一歇，', '3.5 3.5 白云替我擦擦汗。'],
  ))
test('an empty line of the source parts the stanzas of a poem of a line a block, and they stay whole', () => {
  const lines = ['船来了，船上没有人', '只有一担青菜', '还滴着雨', '你把火柴盒打开', '时间不发芽', '白得像牙']
  const starts = [0, 10, 20, 31, 41, 51]
  const blocks = lines.map((text, i) => {
    const start = starts[i] ?? 0
    return block('paragraph', text, { spans: [[start, start + 9]] })
  })
  const body = page([article(blocks)]).articles[0]?.blocks ?? []
  const set = flowOf(body, flow)
  expect(set.map((l) => (l.white ? '-' : l.keepNext ? 'k' : '.')).join('')).toBe('kk.-kk.')
})
test('a couplet wider than the column is two lines, parted behind its middle mark', () =>
  check(
    [
      ['paragraph', '独上江楼望远津，烟波一片接天新。'],
      ['paragraph', '千帆过尽潮初落，万木争荣柳正春。'],
    ],
    ['3.5 3.5 独上江楼望远津，', '3.5 3.5 烟波一片接天新。', '3.5 3.5 千帆过尽潮初落，', '3.5 3.5 万木争荣柳正春。'],
  ))
test('who signs a notice and when stand at the right', () =>
  check(
    [
      ['paragraph', '特此公告。'],
      ['paragraph', '临川县自然资源和规划局'],
      ['paragraph', '二〇二六年三月二日'],
    ],
    ['2.0 8.0 特此公告。', '4.0 0.0 临川县自然资源和规划局', '6.0 0.0 二〇二六年三月二日'],
  ))
test('names of a list stand under each other', () =>
  check(
    [['paragraph', '王海涛 冯 涛 蒋 敏 沈志远 赵红梅 杨 柳 秦 岭 朱建国 尤 佳 许志强']],
    ['0.0 0.0 王海涛冯涛蒋敏沈志远', '0.0 0.0 赵红梅杨柳秦岭朱建国', '0.0 8.0 尤佳许志强'],
  ))
test('names behind what they have in common are not parted', () =>
  check([['paragraph', '市工商局：杜 衡 汤 圆 应 可']], ['2.0 1.0 市工商局：杜衡汤圆', '0.0 12.0 应可']))
test('words that are more than names are text', () => {
  const [line] = flowOf([block('paragraph', '王海涛 冯涛 蒋敏 沈志远 赵红梅 杨柳 秦岭 朱建国 当选 许志强、李宁')], flow)
  expect(line?.line.runs[0]?.x).toBe(2)
})
test('what says who the author is stands at the right on one line', () =>
  check([['note', '（作者为县作家协会会员）']], ['3.0 0.0 （作者为县作家协会会员）']))
test('a short item of a list is not spread', () => {
  const [line] = flowOf([block('paragraph', '● 灯山岛小学的风筝会　Communications')], flow)
  expect(line?.line.runs.map((r) => r.text).join('')).toBe('●灯山岛小学的风筝会')
  expect(line?.line.width).toBeLessThan(13)
})
test('what is said of a day or an address is not spread either', () => {
  for (const text of ['5月2日 晴到多云 16℃—27℃', '实时气温：江岸市区今晨 16℃—27℃']) {
    const [line] = flowOf([block('paragraph', text)], flow)
    const runs = line?.line.runs ?? []
    const [other] = flowOf([block('paragraph', `${text}。`)], flow)
    expect(line?.line.width, text).toBeLessThan(15)
    expect(runs.length, text).toBeGreaterThan(0)
    expect(other?.line.width, text).toBeCloseTo(15, 0)
  }
})
test('who speaks is set in the face of a dateline', () => {
  const lines = ['问：怎么办？', '答：再等等。', '问：等多久？', '答：一天。']
  const body = page([article(lines.map((text) => block('paragraph', text)))]).articles[0]?.blocks ?? []
  const [first] = flowOf(body, flow)
  expect(first?.line.runs.map((r) => [r.text, r.face])).toEqual([
    ['问：', template.body.dateline],
    ['怎么办？', template.body.face],
  ])
})
test('a short item wider than the column breaks at its last blank', () =>
  check(
    [
      ['paragraph', '全市家庭医生签约居民数 213.4万人'],
      ['paragraph', '签约居民 213.4万人'],
      ['paragraph', '5月1日 晴 14℃—19℃'],
    ],
    ['2.0 2.0 全市家庭医生签约居民数', '0.0 10.3 213.4万人', '2.0 4.0 签约居民213.4万人', '2.0 2.8 5月1日晴14℃—19℃'],
  ))
test('an item is not broken within a name of two characters', () =>
  check([['paragraph', '男子100米 袁 野（江浦一中）10秒94']], ['2.0 7.9 男子100米', '0.0 3.1 袁野（江浦一中）10秒94']))
test('an item of several parts breaks between them', () =>
  check(
    [
      ['paragraph', '通电：2009年 通水：2014年 通网：2018年'],
      ['paragraph', '双色球 红球02 09 14 21 25 33 蓝球08'],
      ['paragraph', '三等奖：《满舱》 卢春早 贺广田 王一'],
      ['paragraph', '明天 15:00 围棋名人战 第三局 由省台体育频道直播'],
      ['paragraph', '启事 海湾市新闻出版大厦五楼会议室'],
    ],
    [
      '2.0 6.5 通电：2009年',
      '0.0 2.0 通水：2014年通网：2018年',
      '2.0 1.1 双色球红球0209142125',
      '0.0 10.3 33蓝球08',
      '2.0 2.3 三等奖：《满舱》卢春早',
      '0.0 9.8 贺广田王一',
      '2.0 3.0 明天15:00围棋名人战',
      '0.0 2.8 第三局由省台体育频道直播',
      '2.0 0.8 启事海湾市新闻出版大厦五',
      '0.0 11.0 楼会议室',
    ],
  ))
test('an item whose last words are more than a line runs on', () =>
  check(
    [['paragraph', '1959年 首次考察一号冰川，末端海拔三千七百米']],
    ['2.0 0.3 1959年首次考察一号冰川，', '0.0 6.0 末端海拔三千七百米'],
  ))
test('a stanza stands whole in a column', () => {
  const stanzas = ['甲乙丙丁戊\n一二三四五\n一二三四', '子丑寅卯辰\n一二三四五\n五四三二']
  const body = page([article(stanzas.map((text) => block('paragraph', text)))]).articles[0]?.blocks ?? []
  const lines = flowOf(body, flow)
  const rows = balancedRows(lines, 0, 2, () => [])
  const { placed } = fill(lines, 0, { columns: 2, rows, insets: [] })
  expect(placed.filter((p) => !p.line.white).map((p) => p.column)).toEqual([0, 0, 0, 1, 1, 1])
})

test('a heading keeps two lines with it, be they of one paragraph or of two', () => {
  const heading = ['crosshead', '灯'] as const
  const standing = (blocks: readonly (readonly [Role, string])[], rows: number) => {
    const body = page([article(blocks.map(([role, text]) => block(role, text)))]).articles[0]?.blocks ?? []
    return fill(flowOf(body, flow), 0, { columns: 1, rows, insets: [] }).placed.length
  }
  const before = ['paragraph', '灯没有亮。'] as const
  const after = ['夜里起了风。', '谁也没有开口。'].map((l) => ['paragraph', l] as const)
  expect([3, 4, 5].map((rows) => standing([before, heading, ...after], rows))).toEqual([1, 1, 4])
  expect([3, 4, 5].map((rows) => standing([before, heading, ['paragraph', '船'.repeat(40)]], rows))).toEqual([1, 1, 4])
  expect(standing([before, heading, ...after.slice(0, 1)], 4)).toBe(3)
})
