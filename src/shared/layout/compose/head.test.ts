import { expect, test } from 'vitest'
import { block } from '../../page/build.ts'
import { templateOf } from '../templates.ts'
import { columnNameAt, headOf } from './head.ts'
import { closedUp } from '../../page/spread.ts'

const words = { cut: (s: string) => s.split('|'), tag: () => [], frequency: () => 0 }
const template = templateOf('city-broadsheet')
const column = template.grid.characters * template.grid.size

/** The lines and the size of a story's headline over one column; words are parted by `|`. */
const titleOf = (marked: string) => {
  const text = marked.replaceAll('|', '')
  const cut = () => words.cut(marked)
  const [piece] = headOf([block('headline', text)], template, column, 'story', { ...words, cut }).pieces
  return { size: piece?.set.size, lines: piece?.set.lines.map((l) => text.slice(l.start, l.end)) }
}

test('a long headline over one column is set smaller rather than in four lines', () =>
  expect(titleOf('海湾港|一季度|吞吐量|同比|增长|12.6%|，|创|历史|新高')).toEqual({
    size: 14,
    lines: ['海湾港一季度吞吐量', '同比增长12.6%，', '创历史新高'],
  }))
test('a short one has a story’s size', () =>
  expect(titleOf('青浦湾|点亮|潮汐灯')).toEqual({ size: 26, lines: ['青浦湾', '点亮潮汐灯'] }))
test('the name of a column stands small under a headline of several lines, and in it on one line', () => {
  const set = (text: string, width: number) =>
    headOf([block('headline', text)], template, width, 'story').pieces.map(({ set: { size, lines } }) => [
      size,
      ...lines.map((l) => text.slice(l.start, l.end)),
    ])
  expect(set('动车开进小湾东（新春走基层·特别报道）', column)).toEqual([
    [32, '动车开', '进小湾东'],
    [11.5, '（新春走基层·特别报道）'],
  ])
  expect(set('动车开进小湾东（新春走基层·特别报道）', 5 * column)).toHaveLength(1)
})
test('characters spread by blanks stand closer, at a larger size, and each knows its place', () => {
  const set = (text: string) => {
    const [piece] = headOf([block('headline', text)], template, column, 'story').pieces
    const { lines = [], size } = piece?.set ?? {}
    const air = (lines[0]?.runs[1]?.x ?? NaN) - (lines[0]?.runs[0]?.x ?? NaN) - 1
    return [size, air.toFixed(2), ...lines.map((l) => l.runs.map((r) => r.start + r.text).join(' '))]
  }
  expect(set('裁　缝　夫　妻')).toEqual([26, '0.25', '0裁 2缝 4夫 6妻'])
  expect(set('大 年 货\n小 年 货')).toEqual([34, '0.25', '0大 2年 4货', '6小 8年 10货'])
  // two characters have a blank of their own width, and so have words
  expect(set('启　事')).toEqual([34, '1.00', '0启 2事'])
  expect(closedUp(block('headline', '“有 奖 销 售” 奖了谁 年货足 幸福满 寒 露')).text).toBe(
    '“有\u2009奖\u2009销\u2009售” 奖了谁 年货足 幸福满 寒 露',
  )
})
test('figures in brackets are no name of a column', () => {
  const at = (...texts: string[]) => texts.map(columnNameAt)
  expect(at('进小湾（新春走基层2026）', '三季报（附名单）')).toEqual([3, 3])
  expect(at('增速创新高（12.6%）', '新高（增长12.6%）', '大事记（1949—2009）', '（新春走基层）')).toEqual(
    Array(4).fill(undefined),
  )
})
test('a standfirst on one line stands under the headline’s middle, a longer one fills its measure', () => {
  const width = 4 * column
  const lines = (text: string) => {
    const [piece] = headOf([block('standfirst', text)], template, width, 'lead').pieces
    const size = piece?.set.size ?? NaN
    return piece?.set.lines.map((l) => [
      Math.round(piece.x + (l.runs[0]?.x ?? NaN) * size),
      Math.round(width - piece.x - l.width * size),
    ])
  }
  const [left = NaN, right = NaN] = lines('岛上的人说，看见卫生院的灯，心就不慌。')?.[0] ?? []
  expect(Math.abs(left - right)).toBeLessThan(template.standfirst.size)
  expect(left).toBeGreaterThan(100)
  expect(lines('她在岛上守了三十一年，接生过七百个孩子。'.repeat(4))?.[0]).toEqual([19, 19])
  // points under each other keep one left edge
  expect(lines('■ 岛上有灯\n■ 看见灯，心就不慌')?.map(([edge]) => edge)).toEqual([19, 19])
})
