import { describe, expect, test } from 'vitest'
import { FILLS, columnsOf } from './columns.ts'
import { linesOf } from './lines.ts'

describe('columnsOf', () => {
  const check = (text: string, expected: string) =>
    expect([...columnsOf(linesOf(text)).column].map((c) => '-sF'[c]).join('')).toBe(expected)
  test('lines of one length fill their column, the last of a paragraph does not', () =>
    check(
      '县里今年修了三条水渠，一\n条通到山后的旱地，两条绕\n着镇子走，最长的一条有十\n七里。老人们说，渠里的水\n声比戏还好听。',
      'FFFFs',
    ))
  test('an indent counts as part of its line', () =>
    check(
      '　　今年县里修了三条水渠\n一条通到山后的旱地，两条\n绕着镇子走，最长的一条有\n十七里，老人们都说好听。',
      'FFFF',
    ))
  test('whole paragraphs are no column', () =>
    check(`${'水'.repeat(80)}。\n${'田'.repeat(80)}。\n${'山'.repeat(80)}。\n${'林'.repeat(80)}。`, '----'))
  test('verse is no column', () => check('叶子都走了\n你还提着灯\n在风里等谁\n不肯说再见\n也不肯睡去', '-----'))
  test('headings of different lengths are no column', () =>
    check('春耕一线\n三把钥匙开新局，黄石渡镇\n记者 苏苇\n让每一所学校都亮起灯来吧孩子们', '----'))
  test('figures count half where they are printed so', () =>
    check(
      '2026年县里修了三条水渠，\n一条通到山后的旱地，两条\n绕着镇子走，老人们说，渠\n里的水声很好听，3月13日\n通水那天，1700人站在渠边\n上，没有一个人说话。',
      'FFFFFs',
    ))
  test('how full a line is, to a character', () => {
    const { fill, width } = columnsOf(
      linesOf(
        '县里今年修了三条水渠，一\n条通到山后的旱地，两条绕\n着镇子走，最长的一条有。\n七里。老人们说，渠里的。\n水声比戏还好听的是，渠。”\n他说没有。',
      ),
    )
    expect([...fill].map((n) => FILLS[n])).toEqual(['0', '0', '0', '0', '+1', '1/2'])
    expect(width).toBe(12)
  })
})
