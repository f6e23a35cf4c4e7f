import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { USED, usageOf } from './usage.ts'

const usage = usageOf(linesOf('梅溪镇的水渠修好了。老郑很高兴。\n老郑在梅溪镇上走了一圈\n镇西有井'))
const check = (tail: string, head: string, expected: string) => expect(USED[usage.across(tail, head)]).toBe(expected)

test('a name that the cut goes through stands whole elsewhere', () => check('村民都说梅', '溪镇变了', 'triple'))
test('so does half of it', () => check('说起水', '渠来', 'pair'))
test('what no line has', () => check('村民都说', '渠修好', 'none'))
test('what stands on both sides of a line’s end is not used', () => check('好了一圈', '镇西没有', 'none'))
test('marks are no words', () => check('梅。', '溪镇', 'none'))
test('an empty page uses nothing', () => expect(usageOf([]).across('梅', '溪')).toBe(0))
test('two pages that are asked in turn keep to their own', () => {
  const [one, other] = [usageOf(linesOf('梅溪镇')).across, usageOf(linesOf('水渠修好')).across]
  expect([one('梅', '溪'), other('梅', '溪'), one('水', '渠'), other('水', '渠'), one('梅', '溪镇')]).toEqual([
    1, 0, 0, 1, 2,
  ])
})

test('a line begins as another sentence does', () => expect(usage.begins('老郑在梅溪镇上走了一圈')).toBe(1))
test('a line that begins like no other', () => expect(usage.begins('镇西有井')).toBe(0))
test('three lines that begin alike', () => expect(usageOf(linesOf('老郑来\n老郑走\n老郑歇')).begins('老郑歇')).toBe(2))
test('how a line begins stands in a sentence too, or not', () =>
  expect([usage.amid('水渠又漏了'), usage.amid('老郑又来了')]).toEqual([true, false]))
test('no sentence ends so', () => expect(usage.ends('他也走了')).toBe(false))
test('a sentence ends with these two characters', () => expect(usage.ends('大家都很高兴')).toBe(true))
