import { expect, test } from 'vitest'
import { datelineOf } from './dateline.ts'
import { nameRun } from './names.ts'
import { peopleIn } from './people.ts'

const people = (text: string, expected: string) =>
  expect(
    peopleIn(text, 'author')
      .map((p) => `${p.name}/${p.part}`)
      .join(' '),
  ).toBe(expected)
test('bare names', () => people('仇欢应 祝开然', '仇欢应/author 祝开然/author'))
test('spaced names', () => people('吴  君  乔  栋', '吴君/author 乔栋/author'))
test('reporter and correspondents', () =>
  people('记者 薛曹盛\n通讯员 褚燕玲 游 仪', '薛曹盛/reporter 褚燕玲/correspondent 游仪/correspondent'))
test('on one line', () => people('本报记者 王 丹 通讯员 刘以晴', '王丹/reporter 刘以晴/correspondent'))
test('surnames that are less often met', () =>
  people('记者 颜若水 祁 山 通讯员 庞大海', '颜若水/reporter 祁山/reporter 庞大海/correspondent'))
test('glued', () => people('本报记者王丹', '王丹/reporter'))
test('took the picture', () => people('新华社记者 谢环驰摄', '谢环驰/photographer'))
test('with an agency', () => people('邵 峰摄（人民视觉）', '邵峰/photographer'))
test('words and pictures', () => people('文/王小雨 图/李大山', '王小雨/author 李大山/photographer'))
test('words and pictures behind', () => people('王小雨/文 李大山/图', '王小雨/author 李大山/photographer'))
test('no person', () => people('通讯员供图', ''))
test('Traditional characters', () =>
  people('本報記者 張 三 通訊員 歐陽明\n李偉 攝', '張三/reporter 歐陽明/correspondent 李偉/photographer'))
test('commentator', () => people('本报评论员', ''))

const dateline = (text: string, expected: string | undefined) => {
  const mark = datelineOf(text)
  expect(mark && text.slice(mark.start, mark.end)).toBe(expected)
}
test('agency', () => dateline('新华社北京2月5日电  国家主席', '新华社北京2月5日电'))
test('agency and reporter', () =>
  dateline('新华社北京1月21日电　（记者梅常伟）中央', '新华社北京1月21日电　（记者梅常伟）'))
test('own paper', () => dateline('本报讯（记者 李朝民）近年来', '本报讯（记者 李朝民）'))
test('own paper with a place', () =>
  dateline('本报北京3月18日电  （记者李红梅）18日白天', '本报北京3月18日电  （记者李红梅）'))
test('in Traditional characters', () => dateline('本報訊（記者 陳國棟）昨日', '本報訊（記者 陳國棟）'))
test('none', () => dateline('3月31日，苹果种植户贾虎奎', undefined))
test('a paper in a sentence', () => dateline('本报多年来一直关注', undefined))

const run = (text: string, expected: string | undefined) => expect(nameRun(text)?.join(' ')).toBe(expected)
test('names', () => run('王丹、李华', '王丹 李华'))
test('compound surname', () => run('欧阳文秀', '欧阳文秀'))
test('spaced pair then name', () => run('季 芳 刘硕阳 王 亮', '季芳 刘硕阳 王亮'))
test('spaced names that come out only one way', () => run('范 有 田 郝 三 旺', '范有田 郝三旺'))
test('one of two characters before one of three', () => run('范 有 郝 三 旺', '范有 郝三旺'))
test('no names', () => run('改造地块', undefined))
