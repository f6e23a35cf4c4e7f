import { describe, expect, test } from 'vitest'
import { cleaned } from './clean.ts'
import { structure } from './index.ts'
import { linesOf } from './lines.ts'
import { PICTURED, picturedOf, picturesIn } from './pictures.ts'

const check = (source: string, expected: string[]) => {
  const clean = cleaned(source)
  expect([...picturedOf(linesOf(clean.text), picturesIn(clean))].map((n) => PICTURED[n])).toEqual(expected)
}

describe('a picture of the OCR', () => {
  test('between two lines', () => check('老渡口。\n\n![](a.jpg)\n\n# 新大桥', ['below', 'above']))
  test('as HTML, in a box', () =>
    check('老渡口。\n<div align="center"><img src="a.jpg" alt="Image"/></div>\n新大桥', ['below', 'above']))
  test('in a row of them', () => check('老渡口。\n![](a.jpg)\n![](b.jpg)\n新大桥', ['below', 'above']))
  test('on both sides', () => check('![](a.jpg)\n老渡口。\n![](b.jpg)\n新大桥', ['both', 'above']))
  test('at the end', () => check('老渡口。\n新大桥\n![](a.jpg)', ['none', 'below']))
  test('within a line', () => check('老渡口![](a.jpg)通了车。\n新大桥', ['none', 'none']))
  test('none', () => check('老渡口。\n[水利局](https://a.cn)', ['none', 'none']))
})

describe('what stands under a picture', () => {
  const ABOVE = '潮水退到最低的时候，鲁师傅才肯下坞。他拿斧背敲船底，敲一下，停一下，把耳朵贴上去。'
  const BELOW = '岛上三百多条木船，如今剩下四十一条。鲁师傅的儿子在船厂焊钢板，一个月的工钱比他一年还多。'
  const roleOf = (line: string): string | undefined =>
    structure(`# 木头记得每一场台风\n\n${ABOVE}\n\n![](images/a.jpg)\n\n${line}\n\n${BELOW}\n`)
      .page.articles.flatMap((a) => a.blocks)
      .find((b) => b.text.includes(line))?.role
  test.each([
    ['鲁师傅在给船板捻缝。', 'caption'],
    ['鲁师傅（左）和徒弟查看船底。', 'caption'],
    ['浪 平摄', 'credit'],
    [
      '去年秋天，来了一个戴眼镜的年轻人，说是学建筑的，想学榫头。鲁师傅让他扫了一个月刨花，一句手艺没有教。',
      'paragraph',
    ],
  ])('%s', (line, role) => expect(roleOf(line)).toBe(role))
})
