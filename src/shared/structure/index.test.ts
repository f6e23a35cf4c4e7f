import { describe, expect, test } from 'vitest'
import { walk } from '../page/walk.ts'
import { simplify } from '../search/normalise.ts'
import { reasonText, structure } from './index.ts'
import { PAGE } from './testing.ts'

const blocks = structure(PAGE).page.articles.flatMap((a) => a.blocks)
const check = (role: string, text: string) =>
  expect(blocks.filter((b) => b.role === role).map((b) => b.text)).toContain(text)

describe('a page', () => {
  test('headline', () => check('headline', '青浦湾留住一片滩涂'))
  test('byline', () => check('byline', '记者 苏 苇'))
  test('a paragraph that a picture cut', () =>
    check('paragraph', '涨潮以前，护鸟员老葛已经在堤上走了两个来回。他说，鸟不认闹钟，只认潮水。'))
  test('caption', () => check('caption', '滩涂上的白鹭。'))
  test('credit on the same line', () => check('credit', '苏 苇摄'))
  test('credit at a paragraph’s end', () => check('credit', '（图片由青浦湾管理处提供）'))
  test('keyword box', () => check('keyword', '关键词 生态'))
  test('crosshead', () => check('crosshead', '退养还滩，给候鸟腾地方'))
  test('jump', () => check('jump', '（下转第四版）'))
  test('dateline', () => {
    const marked = blocks.flatMap((b) => b.marks.map((m) => b.text.slice(m.start, m.end)))
    expect(marked).toEqual(['本报讯（记者 李朝民）'])
  })
  test('every block says why', () => {
    for (const b of blocks) {
      expect(b.reasons.length).toBeGreaterThan(0)
      for (const r of b.reasons)
        for (const lang of ['zh', 'en'] as const) expect(reasonText(r, lang)).not.toMatch(/^[a-z]+\.|\{/)
    }
  })
})

describe('kicker and headline on one line', () => {
  const heads = (line: string) =>
    structure(
      `${line}\n\n三年前，枣树巷还是城里最破的一条巷子，雨天要垫砖头走路。街道请来老木匠，一户一户修屋顶、换门窗，没有拆掉一堵老墙。\n\n“灯亮了，路平了，人也愿意回来了。”住在巷口的裁缝说，今年巷子里新开了七家铺子。\n`,
    )
      .page.articles.flatMap((a) => a.blocks)
      .slice(0, 2)
      .map((b) => `${b.role} ${b.text}`)
  test('an even couplet before a longer part is its kicker', () =>
    expect(heads('旧巷新颜 灯火可亲 云江市枣树巷的三年改造')).toEqual([
      'kicker 旧巷新颜 灯火可亲',
      'headline 云江市枣树巷的三年改造',
    ]))
  test('even halves are one headline', () =>
    expect(heads('旧巷有了新颜色 灯火照亮回家路')[0]).toBe('headline 旧巷有了新颜色 灯火照亮回家路'))
})

describe('what the editors say', () => {
  const STORY =
    '# 站前广场的钟\n\n编辑同志：长途汽车站的挂钟坏了半年，有人误了车。那天我亲眼看见一位老大娘追着车跑，鞋都跑掉了一只。\n\n'
  const last = (text: string) =>
    structure(`${STORY}${text}\n`)
      .page.articles.flatMap((a) => a.blocks)
      .at(-1)
  test.each([
    '编者附记：本报记者昨天到汽车站看过，挂钟已经修好，并派专人每天对时。',
    '更正：本报五月二十一日三版《河滩上的新家》一文，作者应为“闻远”。',
  ])('is a note: %s', (text) => expect(last(text)).toMatchObject({ role: 'note', text }))
})

test('what a notice gives line by line stands line by line', () => {
  const particulars = ['联系人：柳女士', '联系电话：027-81234567', '公司地址：江城市柳湖大道8号']
  const { page } = structure(
    `拍卖公告\n\n受江城市国有资产管理中心委托，我公司定于2022年3月18日上午10时在三楼拍卖厅公开拍卖铁路新村12号门面房。\n\n有意竞买者请于3月17日17时前办理竞买登记手续，缴纳保证金。\n\n${particulars.join('\n')}\n\n江城正大拍卖有限公司\n`,
  )
  const found = page.articles.flatMap((a) => a.blocks).filter((b) => b.role === 'paragraph')
  expect(found.slice(2).map((b) => b.text)).toEqual(particulars)
})

test('comments of readers stand one by one', () => {
  const comments = ['@老槐树：井盖天天响，像敲锣。', '@小满爸爸：能不能装个防坠网？', '@一枚硬币：给街道点赞！']
  const { page } = structure(
    `井盖成了“跷跷板”\n\n家住柳湖小区的老人反映，小区南门三个井盖松动，一脚踩上去就翘起来，差点把人翻进去。\n\n${comments.join('\n')}\n`,
  )
  expect(
    page.articles
      .flatMap((a) => a.blocks)
      .map((b) => `${b.role} ${b.text}`)
      .slice(2),
  ).toEqual(comments.map((comment) => `paragraph ${comment}`))
})

test('a page in Traditional characters is read as the same page in Simplified ones, and keeps its characters', () => {
  const page = `寒潮昨夜抵達本縣

菜農搶收大白菜兩萬擔

——縣供銷社騰出倉庫代為儲存

本報訊（記者　張國華）氣象台昨日發布寒潮警報之後，城關、東壩兩鎮的菜農連夜下地，趕在霜凍以前把白菜收進了窖。縣供銷社騰出倉庫三間，

菜農踴躍交售。（李　偉　攝）

代為儲存，不收分文。

「往年凍壞的，今年都賣成了錢！」東壩鎮菜農歐陽明說。
`
  const blocks = (source: string) =>
    structure(source).page.articles.flatMap((a) => a.blocks.map((b) => [b.role, b.spans, b.marks] as const))
  const [simple, marks] = [simplify(page), /[「」]/g]
  expect(blocks(page)).toEqual(blocks(simple.replace(marks, (m) => (m === '「' ? '“' : '”'))))
  expect(
    structure(page)
      .page.articles[0]?.blocks.map((b) => b.text)
      .join(''),
  ).toContain('李　偉　攝')
})

describe('days', () => {
  const blocks = (source: string) =>
    structure(source).page.articles.flatMap((a) => a.blocks.map((b) => `${b.role} ${b.text}`))
  const STORY = `渡口的最后一班船

本报记者 江 心

昨天傍晚六点，老渡口的最后一班船靠了岸。船工老葛把缆绳盘好，放进木箱，锁上了跟了他三十一年的那把铜锁。

岸上站了四百多人，没有人说话，只听见水拍着船帮。
`
  test('the entries of a chronicle are paragraphs', () => {
    const entries = ['1959年10月1日 渡口开渡', '1983年5月2日 第一艘铁壳船下水', '2011年11月8日 大桥通车，渡口停渡']
    expect(blocks(`${STORY}\n渡口大事记\n\n${entries.join('\n\n')}\n`).slice(-3)).toEqual(
      entries.map((entry) => `paragraph ${entry}`),
    )
  })
  test('a notice is signed with a day in characters', () => {
    const notice = `停渡公告

因大桥建成通车，经县人民政府批准，自十一月八日起，老渡口停止摆渡，原有渡船由交通局统一处理。

特此公告。

云溪县交通局
二〇一一年十一月五日
`
    expect(blocks(`${STORY}\n${notice}`).at(-1)).toBe('byline 云溪县交通局\n二〇一一年十一月五日')
  })
})

test('a row of a table is joined to no other, however cut off it looks', () => {
  const rows = ['| 车次 | 人次 |', '| --- | --- |', '| 12路 | 1,204 |', '| 夜5路 | 89 |']
  const { page } = structure(`# 公交\n\n一段话，正文里还有一段话。\n\n${rows.join('\n')}\n`)
  expect([...walk(page)].slice(2).map(({ block }) => block.text)).toEqual(rows)
})

test('prizes stand over the names of who won them', () => {
  const source =
    '全市“最美家庭”名单揭晓\n\n本报讯（记者 李明）昨天，市妇联公布了今年全市“最美家庭”名单，十户家庭上榜。\n\n一等奖\n\n王小明 李大山 张天一\n\n二等奖（5名）\n\n刘一鸣 陈小红 赵大海 孙立 周全\n\n三等奖\n\n吴江 郑海 冯山 陈水 褚林\n\n优秀奖\n\n卫一 蒋二 沈三 韩四\n'
  const blocks = structure(source).page.articles.flatMap((a) => a.blocks)
  expect(blocks.filter((b) => b.role === 'crosshead').map((b) => b.text)).toEqual([
    '一等奖',
    '二等奖（5名）',
    '三等奖',
    '优秀奖',
  ])
})
