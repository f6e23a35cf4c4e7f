/** Stories put together from running news text with invented names: headings, bylines, crossheads, pictures, as papers have them. */
import type { Role } from '../src/shared/page/page.ts'
import type { Random } from './random.ts'
import { badgeOf, crossheadShape, deckOf, headingOf, kickerOf, labelOf } from './synthetic-heads.ts'
import { clauseOf } from './synthetic-material.ts'
import type { Item, Part, Story, Stuff } from './synthetic-material.ts'
import {
  bylineOf,
  creditOf,
  datelineOf,
  jumpFrom,
  jumpSee,
  jumpTo,
  nameOf,
  officeOf,
  signOf,
} from './synthetic-words.ts'
import type { Clause } from './synthetic-words.ts'

/** How a page signs its stories: each as it happens, none at all, all with a byline at the head, at the tail, or with a dateline only. */
export type Manner = 'any' | 'unsigned' | 'head' | 'tail' | 'dateline'

/** A story around a news item: headings, bylines, crossheads, pictures, boxes, as papers have them. */
export function dress(stuff: Stuff, manner: Manner = 'any'): Story {
  const unsigned = manner === 'unsigned'
  const { item, others, clause, r } = stuff
  const parts: Part[] = []
  const line = (role: Role, ...lines: string[]) => parts.push({ role, lines })
  const kind = r.pick(
    unsigned
      ? (['news', 'news', 'news', 'feature', 'short'] as const)
      : (['news', 'news', 'news', 'feature', 'feature', 'short', 'continued'] as const),
  )
  if (kind === 'continued') {
    opening(stuff, parts)
  } else headings(stuff, parts)
  const tail = !unsigned && r.chance(manner === 'any' ? 0.25 : manner === 'tail' ? 0.95 : 0)
  const byHead = manner === 'any' ? 0.6 : manner === 'head' ? 0.95 : 0
  const signed = !unsigned && !tail && kind !== 'short' && kind !== 'continued' && r.chance(byHead)
  if (signed) line('byline', bylineOf(r))
  if (kind === 'feature' && r.chance(0.06))
    line(
      'note',
      `${r.pick(['编者按：', '编者按　', '【编者按】', '开栏的话：', '编者的话 '])}${r.pick(r.pick(others).paragraphs).slice(0, 150)}`,
    )
  const count = kind === 'short' ? r.int(1, 3) : kind === 'continued' ? r.int(2, 9) : r.int(3, 14)
  const body = kind === 'continued' ? item.paragraphs.slice(1, count + 1) : item.paragraphs.slice(0, count)
  const boxed = r.chance(0.15)
  const sections = (kind === 'feature' || (kind === 'continued' && r.chance(0.3))) && body.length > 2 ? r.int(2, 4) : 0
  // some features are told in single sentences, each a paragraph
  const terse = kind === 'feature' && r.chance(0.2)
  const opens = new Set(
    Array.from({ length: sections }, (_, i) => Math.floor(((i + 1) * body.length) / (sections + 1))),
  )
  const numbering = r.chance(0.12)
    ? r.pick([
        ['一、', '二、', '三、'],
        ['（一）', '（二）', '（三）'],
        ['1.', '2.', '3.'],
        ['一', '二', '三'],
      ])
    : undefined
  const shape = crossheadShape(r)
  // ■ points under the headline are paragraphs without a full stop
  if (r.chance(0.06))
    for (let k = r.int(2, 4), mark = r.pick(['■ ', '■', '■　', '● ', '▶']); k > 0; k--)
      line('paragraph', mark + bare(r.pick(r.pick(others).paragraphs)).slice(0, 160))
  let n = 0
  body.forEach((p, i) => {
    if (opens.has(i)) {
      if (boxed)
        line(
          'keyword',
          `关键词${r.pick([' ', '　', '：'])}${r.pick(['经济', '生态', '民生', '项目', '智治', '服务', '文化', '创新'])}`,
        )
      const heads = (r.chance(0.8) ? shape : crossheadShape(r))(clause, r)
      const number = numbering?.[n++ % 3]
      if (number?.length === 1) line('crosshead', number)
      else line('crosshead', ...heads.map((t, k) => (k === 0 ? (number ?? '') + t : t)))
    }
    const dated = !unsigned && i === 0 && kind !== 'continued' && r.chance(signed ? 0.15 : tail ? 0.4 : 0.85)
    const full = r.chance(0.03)
      ? `（${r.pick(['讲话', '致辞', '贺信', '公报', '决定', '条例', '名单'])}全文见第${r.pick([...'二三四五六'])}版）`
      : ''
    const told = terse && !dated ? p.split(/(?<=[。！？]”?)(?!”)/).slice(0, 4) : [p]
    told.forEach((t, k) =>
      line('paragraph', (dated && k === 0 ? datelineOf(r) : '') + t + (k + 1 === told.length ? full : '')),
    )
    if (r.chance(kind === 'short' ? 0.05 : 0.1)) picture(stuff, parts)
  })
  if (tail)
    line(
      'byline',
      ...r.pick<() => string[]>([
        () => [`记者 ${nameOf(r)}`, `通讯员 ${nameOf(r)} ${nameOf(r)}`],
        () => [nameOf(r)],
        () => [`${nameOf(r)}  ${nameOf(r)}${r.chance(0.4) ? `  ${nameOf(r)}` : ''}`],
        () => [`${r.pick(['记者', '本报记者', '通讯员'])} ${nameOf(r)}`],
        () => [bylineOf(r)],
        () => [`${officeOf(r)} ${nameOf(r)}`],
      ])(),
    )
  else if (!unsigned && r.chance(kind === 'short' ? 0.5 : 0.1)) line('byline', signOf(r))
  if (r.chance(0.05))
    line(
      'credit',
      r.pick([`（图片由${clause(4, 9)}提供）`, `本版图片均由${nameOf(r)}摄`, `（本组图片由${officeOf(r)}提供）`]),
    )
  if (r.chance(0.1)) line('note', noteOf(clause, r))
  if (r.chance(0.06)) line('jump', r.chance(0.7) ? jumpTo(r) : jumpSee(r))
  return parts
}

/** A story as wires and briefs have it: the headline and its paragraphs, seldom a line more. */
export function bareStory({ item, clause, r }: Stuff): Story {
  const body = item.paragraphs.slice(0, r.pick([1, 1, 2, 3, 4, 6, 8]))
  const shape = crossheadShape(r)
  const opens = body.length > 3 && r.chance(0.35) ? r.int(1, 3) : body.length
  return [
    ...(r.chance(0.06) ? [{ role: 'kicker' as const, lines: [kickerOf(clause, r)] }] : []),
    { role: 'headline', lines: [(r.chance(0.5) ? item.badge : '') + item.title] },
    ...(r.chance(0.06) ? [{ role: 'deck' as const, lines: deckOf(clause, r) }] : []),
    ...body.flatMap((p, i): Part[] => [
      ...(i > 0 && i % opens === 0 ? [{ role: 'crosshead' as const, lines: shape(clause, r) }] : []),
      { role: 'paragraph', lines: [p] },
    ]),
  ]
}

/** A story that goes on from another page: its line, sometimes under a short headline, and the rest of a sentence. */
function opening({ item, clause, r }: Stuff, parts: Part[]): void {
  const heading = r.chance(0.6) ? headingOf(item.title, clause, r) : undefined
  const jump: Part = { role: 'jump', lines: [jumpFrom(r)] }
  const above = r.chance(0.15)
  if (above) parts.push(jump)
  if (heading !== undefined) parts.push({ role: 'headline', lines: [heading] })
  if (!above) parts.push(jump)
  const first = item.paragraphs[0]!
  parts.push({
    role: 'paragraph',
    lines: [r.chance(0.6) ? first.slice(r.int(4, Math.max(5, first.length - 12))) : first],
  })
}

/** Label, kicker, headline, deck, standfirst: a story seldom has more than three of them. */
function headings({ item, clause, r, others }: Stuff, parts: Part[]): void {
  const line = (role: Role, ...lines: string[]) => parts.push({ role, lines })
  if (r.chance(0.17)) line('label', labelOf(clause, r))
  if (r.chance(0.02)) line('label', labelOf(clause, r))
  const front = item.badge !== '' && r.chance(0.4)
  const heading =
    (front ? item.badge : '') + headingOf(item.title, clause, r) + (!front && r.chance(0.12) ? badgeOf(clause, r) : '')
  const [before, after] = partsOf(item.title)
  if (after !== '' && !front && r.chance(SAYS.test(before) ? 0.7 : 0.3)) {
    // who said it, and what: two lines in print; or the news and what else there is
    const led = SAYS.test(before) || r.chance(0.6)
    line(led ? 'kicker' : 'headline', before)
    line(led ? 'headline' : 'deck', after)
    return
  }
  const kicker = r.chance(0.3)
  if (kicker) line('kicker', kickerOf(clause, r))
  const two = heading.length > 12 && r.chance(0.07)
  const half = two ? Math.max(4, heading.indexOf(' ') > 3 ? heading.indexOf(' ') : heading.length >> 1) : heading.length
  line('headline', ...[heading.slice(0, half), heading.slice(half).trim()].filter(Boolean))
  if (r.chance(kicker ? 0.1 : 0.28)) line('deck', ...deckOf(clause, r))
  if (r.chance(0.03))
    line(
      'standfirst',
      `${r.pick(['核心提示：', '提要：', '阅读提示 ', '内容提要　', '核心阅读：', '导语：'])}${r.pick(r.pick(others).paragraphs).slice(0, 130)}`,
    )
}

const SAYS = /(?:强调|指出|表示|要求|说|致辞|讲话|批示)[:：]?$/

/** A title's two parts where one blank or comma parts it, neither of them short. */
function partsOf(title: string): readonly [before: string, after: string] {
  const [a = '', b = '', c] = title.split(/[\s，,]+/)
  return c === undefined && a.length > 5 && b.length > 5 ? [a.replace(/[:：]$/, ''), b] : ['', '']
}

/** A caption and mostly its credit. */
export function picture({ item, others, r }: Stuff, parts: Part[]): void {
  const caption = captionOf(r.chance(0.5) ? item : r.pick(others), r)
  parts.push({ role: 'caption', lines: [caption] })
  if (r.chance(caption.endsWith('。') ? 0.85 : 0.5)) parts.push({ role: 'credit', lines: [creditOf(r)] })
}

const noteOf = (clause: Clause, r: Random): string =>
  r.pick([
    () => '（作者为本报评论员）',
    () => `（作者为${clause(4, 9)}${r.pick(['研究员', '教授', '主任', '代表'])}）`,
    () => `（作者系${clause(4, 9)}）`,
    () => '（本报记者参与采写）',
    () => `（${r.pick(['通讯员', '实习生', '本报记者', '记者'])}${r.pick(['', ' '])}${nameOf(r)}参与采写）`,
    () => `（${nameOf(r)}、${nameOf(r)}参与采写）`,
    () => `（作者单位：${clause(4, 8)}）`,
    () => `数据来源：${clause(4, 7)}`,
    () => `（据新华社${r.pick(['', '北京'])}电）`,
    () => `（本报${clause(2, 4)}${r.int(1, 13)}月${r.int(1, 29)}日电）`,
    () => `（文中${nameOf(r)}为化名）`,
    () => `（原载${clause(2, 5)}，有删节）`,
    () => `欢迎${r.pick(['投稿', '来稿', '读者来信', '提供线索'])}，邮箱：${r.pick(['ab', 'xw', 'zk'])}@example.cn`,
    () => `（本栏目由${clause(4, 8)}协办）`,
  ])()

const bare = (t: string): string => t.replace(/[。！？”]+$/, '')

export function captionOf(item: Item, r: Random): string {
  const sentence =
    item.paragraphs.flatMap((p) => p.split(/(?<=。)/)).find((s) => s.length > 10 && s.length < 60) ?? item.title
  const day = `${r.int(1, 13)}月${r.int(1, 29)}日`
  const date = r.pick(['', '', `${day}，`, `${day}，`, `${day}晚，`, '日前，', '昨日，', '近日，', '本报讯 '])
  const text = bare(sentence.replace(/^[^，]{1,8}，/, '').replace(/[“”]/g, ''))
  const stop = r.chance(0.75) ? '。' : ''
  const short = () => clauseOf(item, 4, 14, r) || item.title
  return r.pick([
    () => `${date}${text}${stop}`,
    () => `${date}${text}${stop}`,
    () => `${date}${text}。图为${short()}${stop}`,
    () => `图为${text}${stop}`,
    () => `${r.pick(['图①：', '图②：', '①', '▲', '上图：', '左图：', '图一：', '▼', '图１ '])}${text}${stop}`,
    () => short() + r.pick(['全貌', '一角', '', '夜景', '现场', '外景']),
    () => `${short()}。`,
    () => `${nameOf(r)}${r.pick(['（左）', '（右二）', '', '（中）'])}在${short()}${stop}`,
    () => `${nameOf(r)}${r.pick(['近照', '在工作中', '和学生在一起', '（资料照片）'])}${stop}`,
  ])()
}
