import { describe, expect, test } from 'vitest'
import { structure } from './index.ts'
import { withoutEmphasis } from './emphasis.ts'
import { UNSEEN } from './markup.ts'

describe('withoutEmphasis', () => {
  const check = (source: string, expected: string) =>
    expect(withoutEmphasis(source).replaceAll(UNSEEN, '~')).toBe(expected)
  test('around a line', () => check('**老渡口**\n## **通车了**', '~~老渡口~~\n## ~~通车了~~'))
  test('within one', () => check('**关键词** 经济', '~~关键词~~ 经济'))
  test('slanted, a whole line', () => check('*渡口旧影。*\n水*火*土', '~渡口旧影。~\n水*火*土'))
  test('masked names and lines of stars stay', () => {
    const source = '张**、李**被判刑。\n***\n* 第一条\n** 空 **\n**没有合上'
    check(source, source)
  })
})

const blocks = (source: string) => structure(source).page.articles.flatMap((a) => a.blocks)

const STORY = `# 一座桥等了三代人

记者 江 心

昨天上午，石渡大桥合龙。岸边站了四千多人，鞭炮从桥头一直响到桥尾，老人们说，这一声等了三代人。

**从船到桥**

六十年前，过江只有一条船。船工老葛的父亲撑了一辈子篙，临终前说，要是有座桥，我就不用撑了。

**渡口的灯**

老葛把渡口的灯点到了最后一夜。灯灭的时候，桥上的灯亮了。
`

test('headings between stars are read as those without, and the stars stay with them', () => {
  const bare = blocks(STORY.replaceAll('**', ''))
  const bold = blocks(STORY)
  expect(bold.map((b) => b.role)).toEqual(bare.map((b) => b.role))
  expect(bold.map((b) => b.text.replaceAll('*', ''))).toEqual(bare.map((b) => b.text))
  expect(bold.map((b) => b.text)).toContain('**从船到桥**')
})
