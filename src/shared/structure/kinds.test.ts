import { describe, expect, test } from 'vitest'
import { CUES } from './cues.ts'
import { featuresOf } from './features.ts'
import { nameOf } from './evidence.ts'
import { KINDS } from './kinds.ts'
import { linesOf } from './lines.ts'
import { lookAt } from './look.ts'
import { sheetOf } from './sheet.ts'

describe('kindOf', () => {
  const check = (text: string, kind: (typeof KINDS)[number]) => expect(KINDS[lookAt(text).kind]).toBe(kind)
  test('a short question may be a heading', () => check('年轻人为什么爱上“村晚”？', 'asked'))
  test('so may an exclamation', () => check('洗肺？别信！', 'asked'))
  test('an interviewer’s question is text', () => check('问：水从哪里来？', 'brief'))
  test('a day alone is a strip of the page', () => check('二〇〇七年五月十五日', 'furniture'))
  test('so is a page’s number', () => {
    for (const text of ['Page 5', '[Page 12]', '- 4 -', '—14—', '第4页', '第 2 页 / 共 4 页']) check(text, 'furniture')
  })
  const cues = (text: string) => lookAt(text).cues.map((n) => CUES[n]!.name)
  test('an arrow to a page begins no item of a list', () => {
    expect(cues('▶市红十字会送去大米')).toEqual(expect.arrayContaining(['bullet', 'points']))
    for (const name of ['bullet', 'points']) expect(cues('▶第7版')).not.toContain(name)
  })
  test('what a notice is about is no title of its own: its office stands above', () => {
    expect(cues('安远县河道管理站公告')).toContain('law')
    expect(cues('关于发行企业债券的公告')).not.toContain('law')
  })
  test('who signs a notice', () => {
    for (const text of ['清河市东城区人民法院', '清河县供电公司', '县委宣传部办公室'])
      expect(cues(text)).toContain('office')
    for (const text of ['清河市法院公告', '清河市法院：本周开庭', '清河市法院昨天开庭'])
      expect(cues(text)).not.toContain('office')
  })
  test('the number of an issue beside its day', () => {
    for (const text of ['农历戊戌年八月初九　第一七二号', '1987年3月 第214期'])
      expect(cues(text)).toContain('folio-page')
    expect(cues('防汛指挥部 第一七二号令')).not.toContain('folio-page')
  })
  test('what is told of, with its dash misread or lost', () => {
    for (const text of ['——记修配厂钳工组', '一一记修配厂钳工组', '读《灯下的讲台》'])
      expect(cues(text)).toContain('dash-head')
    for (const text of ['一一核对姓名', '读《灯下的讲台》有感']) expect(cues(text)).not.toContain('dash-head')
  })
  test('the unit of a table is a particular', () => {
    for (const text of ['单位：元/公斤', '（单位：元）']) expect(cues(text)).toContain('ask-head')
    expect(cues('单位食堂开门了')).not.toContain('ask-head')
  })
  test('pupils, their teachers and who made a song are bylines', () => {
    for (const text of [
      '石渡中学初二（3）班 张天',
      '□城西小学五（2）班　李小雨　指导老师：王丽',
      '三年级 王朵朵',
      '作词：李白云 作曲：王大山',
    ])
      check(text, 'byline')
    check('一年级新生 报名开始', 'short')
  })
  test('so is somebody with what he is, or where', () => {
    for (const text of [
      '退休工人 邢德福',
      '采油工　沙 鸥',
      '□云岭县第二中学 许 愿',
      '□ 云岭县第二中学 许 愿',
      '柳沟大队社员　范 有 田　郝 三 旺',
    ])
      check(text, 'names')
    check('本报驻西海记者 明 远', 'byline')
    check('何 老 五 作', 'names')
    check('首批毕业生 全部到', 'short')
    check('老码头（组诗）', 'short')
    check('市中级人民法院：白展明 贺知秋', 'short')
  })
  test('a reporter in a deck has no name behind him', () => {
    check('本报记者专访省丝绸协会会长茅以新', 'short')
    check('本报记者 庄 芳', 'byline')
  })
  test('but not with what happened then', () => check('2011年11月8日 桑托斯辞职', 'short'))
  test('nor behind what it is the day of', () => check('截稿日期：2003年11月30日', 'short'))
  test('a long question is text', () => check('那天夜里，她一个人坐在灶前，想了很久很久，到底是去还是不去呢？', 'body'))
})

describe('lists', () => {
  /** What is said of line `line` about others that begin with its mark. */
  const check = (text: string, line: number, expected: string[]) => {
    const sheet = sheetOf(linesOf(text), undefined)
    const look = sheet.looks[line]!
    const piece = { line, at: 0, first: true, last: true, look, glueBefore: 0, glueAfter: 0 }
    const found = featuresOf(sheet, piece).map(nameOf)
    expect(found.filter((name) => name.startsWith('list:above'))).toEqual(expected)
  }
  const items = '▲市红十字会送去大米。\n▲荷花节本月开幕。\n▲轮渡停航七小时。'
  test('the items of a list begin alike', () => check(items, 1, ['list:above=1&below=1&ended=true']))
  test('where each fills lines of a column too', () => {
    const column = '县里修了水渠又修了路\n村里修了水渠又修了桥。\n'
    const item = '▲市红十字会送去了大米\n面粉和过冬的棉被。\n'
    check(column.repeat(12) + item.repeat(3), 26, ['list:above=1&below=1&ended=false'])
  })
  test('numbers in circles are one mark', () => check('①过河。\n②念信', 0, ['list:above=0&below=1&ended=true']))
  test('a mark that stands alone', () => check('▲荷花开了\n县里修了渠。', 0, ['list:above=0&below=0&ended=false']))
  test('other lines are no items', () => check('县里修了渠。\n路也通了。', 0, []))
})
