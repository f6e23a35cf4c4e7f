/** Page furniture for made-up pages: name strip, date, page number, editors, telephone, at the head and at the foot. */
import type { Random } from './random.ts'
import { nameOf, placeName } from './synthetic-words.ts'

/** Strips of one page: those at its head and those at its foot. */
export type Folios = { readonly head: readonly string[]; readonly foot: readonly string[] }

export function foliosOf(r: Random): Folios {
  const lines = stripsOf(r)
  const foot = r.chance(0.35) ? lines.splice(r.int(0, lines.length)) : []
  return { head: lines, foot }
}

function stripsOf(r: Random): string[] {
  const blank = r.pick([' ', '　', '  ', '   ', ' | '])
  const year = r.pick([1982, 1987, 1996, 2003, 2008, 2012, 2016, 2019, 2022, 2024])
  const [month, date] = [r.int(1, 13), r.int(1, 29)]
  const day = r.pick([
    `${year}年${month}月${date}日`,
    `${year}年${month}月${date}日`,
    `${year}年${String(month).padStart(2, '0')}月${String(date).padStart(2, '0')}日`,
    `${year}.${month}.${date}`,
    `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  ])
  const weekday = `星期${r.pick([...'一二三四五六日'])}`
  const number = r.pick(['01版', '第2版', 'A04', '03', '第四版', '第 2 版', '5', 'A05版', '第三版', '07'])
  const section = r.pick(SECTIONS)
  const name = [...placeName(r), ...r.pick(KINDS)]
  const paper = name.join(r.chance(0.2) ? ' ' : '')
  const strip = (...parts: readonly string[]) => parts.join(blank)
  const lines = r.pick<() => string[]>([
    () => [strip(...r.shuffled([day, weekday, section, number]))],
    () => [strip(...r.shuffled([day, weekday, section, number, paper]))],
    () => [paper, section, strip(day, weekday), number],
    () => [number, strip(day, weekday), section],
    () => [strip(number, section), strip(day, weekday)],
    () => [strip(section, number), paper],
    () => [strip(day, weekday, number), strip(paper, section)],
    () => [strip(number, section), strip(...staffOf(r, blank))],
    () => [section, strip(number, day, weekday), paper],
    () => [
      paper,
      strip(
        `${day} ${weekday}`,
        `农历${r.pick([...'甲乙丙丁'])}${r.pick([...'子丑寅卯'])}年${r.pick([...'正二三四'])}月初${r.pick([...'一二三四五'])}`,
      ),
    ],
    () => [section],
    () => [strip(day, weekday)],
    () => [number],
  ])()
  if (r.chance(0.45)) lines.splice(r.chance(0.5) ? 0 : lines.length, 0, ...staffOf(r, blank))
  if (r.chance(0.12))
    lines.push(r.pick(['国内统一刊号CN00-0000', '邮发代号00-00', `今日${r.int(4, 25)}版`, `总第${r.int(100, 9999)}期`]))
  if (r.chance(0.12))
    lines.push(
      r.pick([
        `新闻热线：${r.int(1000000, 9999999)}`,
        `电话：(0${r.int(100, 999)})${r.int(1000000, 9999999)}`,
        `E-mail:${r.pick(['zbs', 'xw', 'news'])}@example.cn`,
        'http://www.example.cn',
        '本报地址：长安路1号',
      ]),
    )
  return lines
}

function staffOf(r: Random, blank: string): readonly string[] {
  const colon = r.pick(['：', '：', ':', ' ', '/'])
  const posts = r.shuffled([
    r.pick(['责任编辑', '本版责编', '本版编辑', '编辑', '责编', '主编']),
    r.pick(['版式设计', '美编', '版式', '视觉', '版式制作']),
    r.pick(['校对', '检校', '组版']),
  ])
  const said = posts.slice(0, r.int(1, 4)).map((p) => `${p}${colon}${nameOf(r)}`)
  return r.chance(0.75) ? [said.join(blank)] : said
}

const KINDS = [
  '日报',
  '晚报',
  '时报',
  '晨报',
  '商报',
  '农报',
  '都市报',
  '周刊',
  '报',
  '法治报',
  '青年报',
  '工人报',
  '教育报',
]
const SECTIONS = [
  '要闻 综合 经济 地方新闻 要闻·综合 民生·社会 国际新闻 文化周刊 时政 教育·科技 县区新闻 评论 理论 体育 副刊 视觉 特别报道 专题 广告 生态 健康 党建',
  '深度 大地 国际 文化',
].flatMap((line) => line.split(' '))
