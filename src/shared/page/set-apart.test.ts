import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import type { Span } from './page.ts'
import { setApartOf, stanzaEndsOf } from './set-apart.ts'

/** What each line of `lines` is: v verse, s signed, · running text. */
const check = (lines: readonly string[], expected: string) => {
  const blocks = page([article(lines.map((text) => block('paragraph', text)))]).articles[0]?.blocks ?? []
  expect(blocks.map((b) => setApartOf(blocks).get(b)?.[0] ?? '·').join('')).toBe(expected)
}

test('a stanza in one block', () => check(['风把码头吹得很薄\n薄得像一张船票\n船还没有来\n海先来了一趟'], 'v'))
test('a line a block', () =>
  check(['一行青，一行绿，', '退步原来是向前。', '插到天边歇一歇，', '白云替我擦擦汗。'], 'vvvv'))
test('verse in an essay', () =>
  check(
    [
      '祭文也是新写的，一共四句，由岛上的孩子轮流念给码头上站着的大人们听：',
      '碗里是新米，',
      '心里是旧人。',
      '潮水请慢走，',
      '明年再上门。',
      '念完了，锣响三声，大人们把碗里的清水倒回了海里，谁也不说话。',
    ],
    '·vvvv·',
  ))
test('what is said is prose', () => check(['“来了？”', '“来了。”', '“吃了没有？”', '“没有。”', '“坐。”'], '·····'))
test('short paragraphs of prose', () => check(['我等着。', '天黑了。', '灯没有亮。', '海很响。'], '····'))
test('a list', () => check(['● 二版看清明', '● 三版看春耕', '● 四版看体育', '● 五版看副刊'], '····'))
test('names', () => check(['王小满 李 宁', '陈 望 范予', '海 生 叶知舟', '宁 川 李朝'], '····'))
test('names with what they are', () => {
  check(['尹小曼 市第一医院主管护师', '孔令慧 市第二医院护士长', '左 岸 市中医院护师', '白 荷 产房助产士'], '····')
  check(['丁小梅（女）松林省中心小学', '卢苇（女）荷塘县初级中学', '马骏（回族）红柳学校', '田野（女）小学'], '····')
  check(['任命杨晶为秘书长；', '任命王毅为部长；', '任命徐绍史为主任；', '任命李斌为主任。'], '····')
})
test('what was said, and by whom', () =>
  check(['不要让老实人吃亏。', '——市里谈容错机制时说', '先修路，后修桥。', '——村民谈公路拓宽时说'], '····'))
test('who said it, under what stands in quotation marks', () => {
  check(['“基层强，则健康强。”', '——海湾大学公共卫生学院教授 苏明河'], '·s')
  check(['“基层强，则健康强。”', '——这话说得好，大家都记住了。'], '··')
})
test('particulars', () => check(['时间：周六上午', '地点：县文化馆', '联系人：陈先生', '电话：13800001234'], '····'))
test('who signs and when', () =>
  check(['招标文件即日起在县政务服务中心领取。', '特此公告。', '临川县自然资源和规划局', '2026年3月23日'], '··ss'))
test('three who sign, and more, who are a list', () => {
  const names = ['临川县教育局', '临川县公安局', '临川县交通运输局']
  check(['特此通告。', ...names, '2026年3月23日'], '·ssss')
  check(['名单如下：', '临川县水利局', ...names, '2026年3月23日'], '·····s')
})
test('days that a diary tells of', () =>
  check(['2026年3月23日', '今天全县春耕开始，下了小雨。', '2026年3月24日', '今天天晴。'], '····'))
test('points with numbers', () => check(['一、建设强国', '二、改善民生', '三、保护环境', '四、改革开放'], '····'))
test('signed in one block', () => check(['特此公告。', '临川县水利局\n二〇二六年三月二十三日'], '·s'))
test('a date in the text', () => check(['2026年3月23日，全县春耕开始。', '2026年3月23日召开'], '··'))
test('rows of a table', () => check(['|甲|乙|', '|丙|丁|', '|一|二|', '|三|四|'], '····'))
test('couplets that end each with a stop, and what only looks like them', () => {
  check(['独上江楼望远津，烟波一片接天新。', '千帆过尽潮初落，万木争荣柳正春。'], 'vv')
  check(['白日依山尽，黄河入海流。', '欲穷千里目，更上一层楼。'], 'vv')
  check(['他说今年不错，明年会更好。', '大家都笑了起来，天也亮了。'], '··')
})

/** Where the stanzas of four-character lines end, which stand so many characters apart in the source. */
const stanzas = (gaps: readonly number[], expected: readonly number[]) => {
  const starts = gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + 5 + gap], [0])
  const spansOf = (start: number): readonly Span[] => [[start, start + 5]]
  const lines = starts.map((start) => block('paragraph', '船还没有来', { spans: spansOf(start) }))
  const blocks = page([article(lines)]).articles[0]?.blocks ?? []
  const ends = stanzaEndsOf(blocks)
  expect(blocks.flatMap((b, i) => (ends.has(b) ? [i] : []))).toEqual(expected)
}
test('an empty line of the source ends a stanza', () => stanzas([1, 1, 2, 1, 1], [2]))
test('so does one between lines that end with two characters', () => stanzas([2, 2, 4, 2, 2], [2]))
test('couplets', () => stanzas([1, 2, 1, 2, 1], [1, 3]))
test('an indent does not', () => stanzas([1, 3, 1, 1, 1], []))
test('nor do lines that all stand apart, or a picture between two', () => {
  stanzas([2, 2, 2, 2], [])
  stanzas([1, 1, 60, 1], [])
})

/** Blocks of an article, `#` before crossheads: which paragraphs are verse. */
const checkParts = (lines: readonly string[], expected: string) => {
  const blocks = lines.map((l) => (l.startsWith('#') ? block('crosshead', l.slice(1)) : block('paragraph', l)))
  const apart = setApartOf(blocks)
  expect(blocks.map((b) => (b.role === 'crosshead' ? '#' : (apart.get(b)?.[0] ?? '·'))).join('')).toBe(expected)
}
test('a poem of several short parts, each under its name', () =>
  checkParts(['#码头', '船走以后', '木桩替它站着', '#灯', '夜里它眨眼', '像有话要说', '又忍住了'], '#vv#vvv'))
test('short prose under crossheads', () =>
  checkParts(['#码头', '船走了。', '木桩还在。', '#灯', '灯亮了。', '没有人来。'], '#··#··'))
test('one short line under each crosshead', () =>
  checkParts(['#一等奖', '海湾的早晨', '#二等奖', '潮水来了', '#三等奖', '灯塔不说话', '#优秀奖', '木桩'], '#·#·#·#·'))
test('a short part among prose', () =>
  checkParts(
    ['#码头', '船走以后', '木桩替它站着', '#灯', '夜里它眨眼，像有话要说，我们在岸上看了很久，谁也没有开口。'],
    '#··#·',
  ))
test('what a dish or a notice lists under its crossheads, beside prose', () =>
  checkParts(
    [
      '江口人家家会做这道菜，冬天的早晨最常吃，做起来也不难。',
      '#主料',
      '江口带鱼一条',
      '豆腐半斤',
      '#辅料',
      '姜蒜少许',
      '料酒一勺',
    ],
    '·#··#··',
  ))
test('a poem of several short parts, and who wrote it', () =>
  checkParts(
    [
      '#码头',
      '船走以后',
      '木桩替它站着',
      '#灯',
      '夜里它眨眼',
      '又忍住了',
      '（作者系江口市作家协会会员，曾在渔船上做过十年水手）',
    ],
    '#vv#vv·',
  ))
