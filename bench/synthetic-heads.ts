/** Headings for made-up stories, in the shapes that papers give them, from clauses of running text. */
import type { Random } from './random.ts'
import { nameOf, placeOf } from './synthetic-words.ts'
import type { Clause } from './synthetic-words.ts'

/** A headline of one line. */
export function headingOf(title: string, clause: Clause, r: Random): string {
  const spaced = title.replace(/[，,]/g, () => (r.chance(0.5) ? ' ' : '，'))
  // what a desk wrote says more of how headlines are worded than any clause does
  if (r.chance(0.55)) return spaced
  return r.pick([
    () => spaced,
    () => `${clause(4, 8)} ${clause(4, 8)}`,
    () => evenly(3, clause, r),
    () => `${clause(2, 5)}：${clause(6, 14)}`,
    () => `${clause(2, 6)} ${clause(2, 6)}：${clause(6, 12)}`,
    () => `“${clause(4, 10)}”`,
    () => `“${clause(2, 5)}”${clause(3, 8)}`,
    () => `${clause(4, 9)}“${clause(2, 5)}”`,
    () => clause(2, 6),
    () => clause(4, 12),
    () => `${clause(4, 8)}，${clause(5, 10)}`,
    () => `${clause(4, 12)}${r.pick(['？', '！', '……', '——'])}`,
    () => `${placeOf(r)}${clause(5, 12)}`,
    () => `${placeOf(r)} ${clause(5, 12)}`,
    () => officialOf(clause, r),
  ])()
}

/** What an official headline says on three lines of print, as one line: who said what where, or what met, who spoke and who presided. */
const officialOf = (clause: Clause, r: Random): string =>
  r.pick([
    () => `${saidOf(clause, r)} ${clause(8, 16)}${r.chance(0.5) ? ` ${clause(8, 16)}` : ''}`,
    () =>
      `${clause(8, 20)}${r.pick(['在', '在', '于'])}${placeOf(r)}${r.pick(['召开', '举行', '开幕', '闭幕'])} ${nameOf(r)}${r.pick(['讲话', '出席并讲话', '主持会议', '作报告'])}${r.chance(0.5) ? ` ${nameOf(r)}${r.pick(['主持', '出席'])}` : ''}`,
    () => `${clause(14, 30)}`,
  ])()

/** Clauses of one length, as headings set them side by side. */
function evenly(count: number, clause: Clause, r: Random): string {
  const size = r.int(4, 9)
  return Array.from({ length: count }, () => clause(size, size)).join(' ')
}

/** A badge in brackets that stays in the headline. */
export const badgeOf = (clause: Clause, r: Random): string =>
  `（${r.pick(['新春走基层', '经济新方位', '一线见闻', '记者观察', '高质量发展调研行', '奋进新征程', '今日谈', '深度观察', '走进乡村看小康', '大数据观察', '文化只眼'])}${r.chance(0.3) ? `·${clause(3, 6)}` : ''}）`

export function kickerOf(clause: Clause, r: Random): string {
  return r.pick([
    () => `${r.chance(0.5) ? `${clause(5, 12)}，` : ''}${clause(6, 16)}——`,
    () => `${clause(6, 14)}——`,
    () => clause(8, 18),
    () => clause(5, 12),
    () => evenly(2, clause, r),
    () => evenly(2, clause, r),
    () => `${clause(5, 9)} ${clause(5, 9)}`,
    () => evenly(3, clause, r),
    () => saidOf(clause, r),
    () => saidOf(clause, r),
    () => `${clause(5, 12)}，${clause(5, 12)}`,
    () => `从“${clause(2, 5)}”到“${clause(2, 5)}”`,
    () => `${clause(3, 8)}${r.pick(['调查', '追踪', '系列报道之一', '系列报道（三）', '专访'])}`,
  ])()
}

/** 某某在……时强调: what official news puts over its headline. */
const saidOf = (clause: Clause, r: Random): string =>
  `${nameOf(r)}${r.pick(['在', '在出席', '到', '在主持', '同'])}${clause(4, 16)}${r.pick(['时', '上', '会议时', '调研时', '时', ''])}${r.pick(['强调', '强调', '指出', '要求', '表示', '说'])}`

export function deckOf(clause: Clause, r: Random): readonly string[] {
  const dash = () => r.pick(['——', '——', '—', '──', '一一', '－－'])
  const kind = () => r.pick(['侧记', '纪实', '综述', '调查', '见闻', '述评', '掠影', '小记', '启示', '札记'])
  return r.pick([
    () => [`${dash()}${r.chance(0.5) ? clause(4, 10) : ''}${clause(6, 14)}${kind()}`],
    () => [`${dash()}${r.pick(['记', '访', '评', '读', '写在'])}${clause(6, 14)}`],
    () => [clause(10, 24), clause(8, 16)],
    () => [
      `${nameOf(r)}${r.pick(['发表重要讲话', '出席并讲话', '作工作报告', '致辞'])}`,
      `${nameOf(r)}${nameOf(r)}出席 ${nameOf(r)}主持`,
    ],
    () => [`${nameOf(r)}${r.pick(['发表重要讲话', '出席并讲话', '作出批示', '表示祝贺'])}`],
    () => [
      `代表${clause(4, 10)}，向${clause(8, 20)}${r.pick(['致以诚挚的问候', '表示热烈祝贺', '致以节日祝福'])}`,
      `${nameOf(r)}${nameOf(r)}出席`,
    ],
    () => [clause(12, 30)],
    () => [`${clause(8, 18)} ${clause(6, 14)}`],
    () => [
      `${nameOf(r)}${r.pick(['主持', '出席', '讲话', '出席并讲话'])} ${nameOf(r)}${nameOf(r)}${r.pick(['出席', '参加'])}`,
    ],
  ])()
}

/** A crosshead of one line or two. */
export type Crosshead = (clause: Clause, r: Random) => readonly string[]

/** How a story shapes its crossheads: they are mostly alike. */
export const crossheadShape = (r: Random): Crosshead => r.pick(SHAPES)

const pair: Crosshead = (c) => [c(5, 11), c(5, 12)]
const couplet: Crosshead = (c) => [`${c(4, 9)}，${c(4, 9)}`]
const quoted: Crosshead = (c, r) => [
  `${c(2, 6)}“${c(2, 4)}”`,
  r.chance(0.7) ? `${c(2, 7)}“${c(2, 4)}”` : `“${c(2, 4)}”${c(3, 7)}`,
]
const SHAPES: readonly Crosshead[] = [
  couplet,
  couplet,
  couplet,
  (c) => [`${c(5, 8)}，${c(5, 8)}`],
  (c) => [c(5, 16)],
  (c) => [c(5, 16)],
  (c) => [c(4, 9)],
  (c) => [c(2, 5)],
  (c) => [`“${c(4, 8)}”${c(3, 8)}`],
  (c) => [`“${c(4, 12)}”`],
  (c) => [`${c(4, 8)}“${c(2, 5)}”`],
  pair,
  pair,
  pair,
  quoted,
  quoted,
  (c) => [`${c(2, 6)}：${c(5, 12)}`],
  (c) => [`${c(4, 9)} ${c(4, 9)}`],
  (c, r) => [
    c(2, 2)
      .split('')
      .join(r.pick([' ', '　', '  '])),
  ],
  (c, r) => [`${c(6, 14)}${r.pick(['——', '？', '！'])}`],
  (c) => [`【${c(3, 10)}】`],
  (c) => [`${c(4, 10)}，${c(4, 9)}？`],
  (c, r) => [`${r.pick(['■', '●', '▶', '◆', '□'])}${r.pick(['', ' '])}${c(4, 12)}`],
  (c) => [`${c(4, 8)}、${c(4, 8)}`],
  (c, r) => [`${r.pick([...'一二三四'])}问：${c(4, 10)}`],
  (_, r) => [r.pick(['新闻背景', '相关链接', '延伸阅读', '链接', '专家观点', '记者手记', '小贴士', '结语', '尾声'])],
]

/** Columns' and sections' badges. */
export const labelOf = (clause: Clause, r: Random): string =>
  r.chance(0.55)
    ? r.pick(LABELS)
    : r.chance(0.5)
      ? r.pick(THEMES) + r.pick(KINDS)
      : r.chance(0.3)
        ? `${r.pick(['■', '●', '【', '★'])}${r.pick(LABELS)}`.replace(/^【.*/, (t) => `${t}】`)
        : r.chance(0.5)
          ? `${r.pick(THEMES)}${r.pick(['·', ' ', '•'])}${r.pick(LABELS)}`
          : clause(3, 5)

const LABELS = [
  '短新闻 今日关注 基层速递 记者观察 一线调查 民生热线 读者来信 时评 积极行动 图片新闻 简讯 会议现场 今日谈 新语 声音 特写 现场 人物 聚焦 视线 微评 快评',
  '新闻眼 保供稳价 开局之年 走基层 对话 导读 短波 百姓身边事 有话直说 大家谈 城事 纵深',
].flatMap((line) => line.split(' '))
const THEMES = [
  '春耕',
  '民生',
  '基层',
  '经济',
  '文化',
  '环球',
  '法治',
  '校园',
  '乡村',
  '社区',
  '健康',
  '科技',
  '学术',
  '平安',
]
const KINDS = [
  '观察',
  '速递',
  '论坛',
  '视点',
  '一线',
  '广角',
  '快讯',
  '纵横',
  '之窗',
  '故事',
  '简报',
  '行动',
  '连线',
  '周刊',
]
