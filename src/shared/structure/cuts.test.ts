/** Where a line may fall into pieces. */
import { expect, test } from 'vitest'
import { latticeOf } from './lattice.ts'

test.each([
  ['a caption, a credit by name, the words that go on', '申小禾在测量稻穗长度|戚 海 摄|无踪。她站在水里捞了一夜。'],
  ['a credit of somebody without a name', '乐小玲和“站长”|市民 老 林 供图|下，等灯亮了，才转身离开。'],
  ['a credit in brackets', '老照片留念|（受访者供图）|人世，剩下的三个都在外地'],
  ['a sentence with a photographer in it', '昨天下午，他和妻子一起拍摄了这座桥。'],
])('%s', (_, parted) => {
  const text = parted.replaceAll('|', '')
  const starts = [...new Set(latticeOf(text).arcs.map((arc) => arc.start))].sort((a, b) => a - b)
  expect(starts.map((at, i) => text.slice(at, starts[i + 1])).join('|')).toBe(parted)
})
