import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { sheetOf } from './sheet.ts'

/** `from`: the line in which each line's sentence may have been cut off, for those that have one. */
const check = (text: string, from: Readonly<Record<number, number>>) => {
  const sheet = sheetOf(linesOf(text), undefined)
  expect(Object.fromEntries([...sheet.returns.from].flatMap((j, i) => (j < 0 ? [] : [[i, j]])))).toEqual(from)
}

const CUT = '老郑在青浦湾守了三十年堤，他说每年汛期最要紧的是把巡堤的人手安排到每一个可能出险的地'
const STORY = ['水渠通水了', '县里新修的三条水渠昨天通水，下游两万亩稻田可以用上水库的水。']
const REST = '段，白天黑夜都有人看着。今年的汛期来得早，他又上了堤。'

test('a sentence that a whole story interrupts', () => check([CUT, ...STORY, REST].join('\n'), { 3: 0 }))
test('right under a heading stands that heading’s own text', () => check([CUT, ...STORY].join('\n'), {}))
test('a sentence that has ended does not come back', () => check([`${CUT}段。`, ...STORY, REST].join('\n'), {}))
test('what goes on in the next line was not interrupted', () => check([CUT, REST, ...STORY].join('\n'), {}))
test('too far down', () => {
  const many = [CUT, STORY[0], ...Array.from({ length: 45 }, () => STORY[1])].join('\n')
  check(many, Object.fromEntries(Array.from({ length: 38 }, (_, i) => [i + 3, 0])))
})
test('what opens a paragraph goes on with nothing', () =>
  check([CUT, ...STORY, '本报讯 昨天县里的水渠也通水了。'].join('\n'), {}))
test('a line points back to where its sentence may go on', () => {
  const { returns } = sheetOf(linesOf([CUT, ...STORY, REST].join('\n')), undefined)
  expect([...returns.to]).toEqual([3, -1, -1, -1])
})
