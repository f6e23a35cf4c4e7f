import { expect, test } from 'vitest'
import { withIndents } from './indents.ts'
import { linesOf } from './lines.ts'

/** The lines that are told to have lost their indent stand with one; all lines come without. */
const check = (text: string) =>
  expect(
    withIndents(linesOf(text.replaceAll('　　', '')))
      .map((line) => (line.indent > 0 ? '　　' : '') + line.text)
      .join('\n'),
  ).toBe(text)

const STORY = `老渡口通了桥
　　县里今年修了三条水渠，
一条通到山后的旱地，两条绕
着镇子走，最长的一条有十七
里。
　　老人们说，渠里的水声比
戏还好听，夜里坐在门槛上听
一听，睡得也安稳。
　　通水那天，全村的人都到
渠边去了，连走不动路的八十
岁的石老太也叫人背了去看。`

test('a paragraph begins with a line that is shorter by two characters', () => check(STORY))

test('a mark may stand one over, an opening one begins the next line', () =>
  check(`${STORY}
　　她说的话我们都还记得：
“水来了，我的眼睛也亮了，人
也年轻了。”
　　后来每年的这一天，村里
都要放一回水，烧一锅茶，请“
老渠长”讲一讲从前的日子。`))

test('where the stop above was lost', () =>
  check(
    STORY.replace('老渡口通了桥', '老渡口通了桥\n　　去年冬天，乡里请人来看\n过水脉，能修。').replace(
      '听，睡得也安稳。',
      '听，都说今晚上睡得也安稳',
    ),
  ))

test('a sentence that stands alone behind one that ended is a paragraph', () =>
  check(STORY.replace('　　通水那天', '　　大家都笑了。\n　　通水那天')))

test('a question there may be a heading', () => check(STORY.replace('　　通水那天', '水从哪里来？\n　　通水那天')))

test('paragraphs that begin with full lines have none', () =>
  check(`老渡口通了桥
县里今年修了三条水渠，一条
通到山后的旱地，两条绕着镇
子走，最长的有十七里。
老人们说，渠里的水声比戏还
好听，夜里坐在门槛上听一听
，睡得也安稳。
通水那天，全村的人都到渠边
去了，连走不动路的八十岁的
石老太也叫人背了去看。`))

test('a page that has indents keeps them as they are', () => {
  const lines = linesOf(STORY)
  expect(withIndents(lines)).toBe(lines)
})

test('whole paragraphs have none', () => {
  const lines = linesOf(`${'县里修了水渠，'.repeat(9)}\n老人们说好听。\n${'水声比戏还好听，'.repeat(9)}`)
  expect(withIndents(lines)).toBe(lines)
})
