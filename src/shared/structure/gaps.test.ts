import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { withoutStrewn } from './gaps.ts'
import { linesOf } from './lines.ts'

/** The blank lines above each line. */
function check(text: string, expected: readonly number[]): void {
  const lines = linesOf(text)
  expect(withoutStrewn(lines, columnsOf(lines).column).map((line) => line.gap)).toEqual(expected)
}

const STORY = [
  '县里今年修了三条水渠，一条',
  '通到山后的旱地，两条绕着镇',
  '子走，最长的一条有十七里。',
  '老人们说，渠里的水声比戏还',
  '好听，夜里坐在门槛上听一听',
  '，睡得也安稳。',
  '通水那天，全村的人都到渠边',
  '去了，连走不动路的八十岁的',
  '石老太也叫人背了去看，她说',
  '这水比她的嫁衣还要亮堂呢。',
]
const parted = (blank: readonly number[]) => STORY.map((line, i) => (blank.includes(i) ? '\n' : '') + line).join('\n')

test('blank lines in the midst of paragraphs part nothing, nor do the others then', () =>
  check(parted([1, 3, 4, 7, 8]), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
test('blank lines between paragraphs stay', () => check(parted([3, 6]), [0, 0, 0, 1, 0, 0, 1, 0, 0, 0]))
test('so does one that a picture left in a paragraph', () => check(parted([3, 6, 8]), [0, 0, 0, 1, 0, 0, 1, 0, 1, 0]))
test('and those between all lines', () =>
  check(parted(STORY.map((_, i) => i).slice(1)), [0, 1, 1, 1, 1, 1, 1, 1, 1, 1]))
