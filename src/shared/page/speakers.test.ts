import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { speakersOf, withSpeaker } from './speakers.ts'

/** The names that `lines` set in bold. */
const check = (lines: readonly string[], expected: readonly string[]) => {
  const blocks = page([article(lines.map((text) => block('paragraph', text)))]).articles[0]?.blocks ?? []
  expect([...speakersOf(blocks)].map(([b, length]) => b.text.slice(0, length))).toEqual(expected)
}

test('questions and answers', () =>
  check(['问：怎么办？', '答：再等等。', '问：等多久？', '答：一天。'], ['问：', '答：', '问：', '答：']))
test('a reporter and who is asked', () =>
  check(
    ['今天见面。', '记者：有什么变化？', '林知远：变化很大。', '记者：还有呢？', '林知远：药也多了。', '谈到深夜。'],
    ['记者：', '林知远：', '记者：', '林知远：'],
  ))
test('particulars are no conversation', () => {
  check(['时间：周六', '地点：县文化馆', '联系人：陈先生', '电话：13800001234'], [])
  check(['联系人：陈先生', '电话：1380', '联系人：李先生', '电话：1381'], [])
})
test('one question is none', () => check(['记者：有什么变化？', '林知远：变化很大。'], []))
test('the mark is over who speaks alone', () => {
  const said = block('paragraph', '记者：好。')
  expect(withSpeaker(said, 3).marks).toEqual([{ kind: 'bold', start: 0, end: 3 }])
  expect(withSpeaker(said, undefined)).toBe(said)
})
test('who speaks is bold once, also where an editor made it so', () => {
  const said = block('paragraph', '记者：好。', { marks: [{ kind: 'bold', start: 0, end: 2 }] })
  expect(withSpeaker(said, 3).marks).toEqual([{ kind: 'bold', start: 0, end: 3 }])
})
