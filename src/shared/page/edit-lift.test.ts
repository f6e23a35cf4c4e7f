import { expect, test } from 'vitest'
import { joinBlocks, joinTarget } from './edit.ts'
import { creditStart, joinNear, liftText, roleOfLifted, splitCredit, undoJoin } from './edit-lift.ts'
import { check, made, shape } from './testing.ts'
import { article, block, page } from './build.ts'

test('a caption is lifted out of a paragraph, and the sentence heals', () => {
  const { page: p, source } = made([['paragraph', '水库今年图为新建的大坝。满了。']])
  const { page: q, caret } = liftText(p, { block: 'b1', offset: 4 }, { block: 'b1', offset: 12 }, source)
  expect(shape(q)).toBe('p水库今年满了。/c图为新建的大坝。')
  expect(q.articles[0]?.blocks[0]?.joins).toEqual([{ at: 4, score: 1, reasons: [], confirmed: true }])
  expect(q.articles[0]?.blocks.map((b) => b.spans)).toEqual([
    [
      [0, 4],
      [12, 15],
    ],
    [[4, 12]],
  ])
  expect(caret).toEqual({ block: 'b1', offset: 4 })
})

test('what stands at an edge is lifted too, a whole block only changes its role', () => {
  const { page: p, source } = made([['paragraph', '敢闯敢试村里的路修好了。']])
  const at = (from: number, to: number) =>
    liftText(p, { block: 'b1', offset: from }, { block: 'b1', offset: to }, source)
  check(at(0, 4), 'c敢闯敢试/p村里的路修好了。')
  check(at(4, 12), 'p敢闯敢试/c村里的路修好了。')
  check(at(0, 12), 'c敢闯敢试村里的路修好了。')
})

test('without a selection the fragment of source is lifted, else the sentence', () => {
  const { page: p, source } = made([['paragraph', '第一句。第二句。第三句。']])
  check(
    liftText(p, { block: 'b1', offset: 6 }, { block: 'b1', offset: 6 }, source, 'caption'),
    'p第一句。第三句。/c第二句。',
  )
  const joined = page([
    article([
      block('paragraph', '上半图说下半', {
        spans: [
          [0, 2],
          [3, 5],
          [6, 8],
        ],
      }),
    ]),
  ])
  check(
    liftText(joined, { block: 'b1', offset: 3 }, { block: 'b1', offset: 3 }, '上半\n图说\n下半', 'caption'),
    'p上半下半/c图说',
  )
})

test('the words of a lifted piece say what it is', () => {
  expect(roleOfLifted('新华社记者 张文摄')).toBe('credit')
  expect(roleOfLifted('（资料图片）')).toBe('credit')
  expect(roleOfLifted('一条路修了三十年')).toBe('crosshead')
  expect(roleOfLifted('图为工人们在新厂房里装机器。')).toBe('caption')
})

test('a caption and its credit part where the credit begins, else at the caret', () => {
  const split = (text: string, offset = 0) => {
    const { page: p, source } = made([['caption', text]])
    return shape(splitCredit(p, { block: 'b1', offset }, source).page)
  }
  expect(split('茶农在采茶。新华社记者 张文摄')).toBe('c茶农在采茶。/c新华社记者 张文摄')
  expect(split('茶农在采茶。（本报记者李平摄）')).toBe('c茶农在采茶。/c（本报记者李平摄）')
  expect(split('茶农在采茶 李平 摄')).toBe('c茶农在采茶 /c李平 摄')
  expect(split('茶农在采茶', 2)).toBe('c茶农/c在采茶')
  expect(split('茶农在采茶')).toBe('c茶农在采茶')
  expect(creditStart('大家在摄影展上看照片。')).toBeUndefined()
})

test('a join is undone and what came after it goes back to where the source has it', () => {
  const { page: p, source } = made([
    ['paragraph', '上半句'],
    ['caption', '图说。'],
    ['paragraph', '下半句。'],
    ['paragraph', '又一段。'],
  ])
  const joined = joinBlocks(p, 'b1').page
  expect(shape(joined)).toBe('p上半句下半句。/c图说。/p又一段。')
  expect(joinNear(joined.articles[0]!.blocks[0]!, 0)).toBe(3)
  const undone = undoJoin(joined, 'b1', 3, source)
  check(undone, 'p上半句/c图说。/p下半句。/p又一段。')
  check(undoJoin(joined, 'b1', 2, source), shape(joined))
})

test('an open sentence joins across a crosshead and into the next article; half a heading joins the other half', () => {
  const { page: p } = made(
    [
      ['paragraph', '句子没有'],
      ['crosshead', '小题'],
      ['paragraph', '说完。'],
    ],
    [
      ['crosshead', '上半题'],
      ['paragraph', '正文还没'],
      ['crosshead', '下半题'],
      ['paragraph', '完了又没'],
    ],
    [['paragraph', '完。']],
  )
  expect(joinTarget(p, 'b1')?.text).toBe('说完。')
  expect(joinTarget(p, 'b4')?.text).toBe('下半题')
  expect(joinTarget(p, 'b7')?.text).toBe('完。')
  check(joinBlocks(p, 'b7'), 'p句子没有/c小题/p说完。 | c上半题/p正文还没/c下半题/p完了又没完。')
})
