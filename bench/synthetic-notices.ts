/** Made-up stories that nobody tells: notices, official documents, tables of results, indexes of the paper. */
import { headingOf } from './synthetic-heads.ts'
import type { Story, Stuff } from './synthetic-material.ts'
import { fresh, part, sentences, titleOf } from './synthetic-parts.ts'
import { picture } from './synthetic-stories.ts'
import { jumpSee, nameOf, officeOf } from './synthetic-words.ts'

export function notices(stuff: Stuff): readonly Story[] {
  const { r } = stuff
  return Array.from({ length: r.int(1, 4) }, () => {
    const { item, clause } = fresh(stuff)
    const lost = `${nameOf(r)}遗失${r.pick(['身份证', '营业执照副本', '公章一枚', '驾驶证'])}，声明作废。`
    return [
      part(
        'headline',
        r.pick([
          `${clause(4, 8)}公告`,
          '遗失声明',
          '通  知',
          '启 事',
          '更正',
          '招标公告',
          '注销公告',
          '停电通知',
          `${officeOf(r)}招聘启事`,
        ]),
      ),
      ...(r.chance(0.4)
        ? [part('paragraph', lost)]
        : item.paragraphs.slice(0, r.int(1, 3)).map((p) => part('paragraph', p))),
      ...(r.chance(0.4) ? [part('paragraph', `联系电话：${r.int(1000000, 9999999)}`)] : []),
      ...(r.chance(0.6)
        ? [
            part(
              'byline',
              officeOf(r),
              ...(r.chance(0.4) ? [`${r.int(2004, 2024)}年${r.int(1, 13)}月${r.int(1, 29)}日`] : []),
            ),
          ]
        : []),
    ]
  })
}

/** An official text: numbered headings, short and long paragraphs. */
export function document(stuff: Stuff): readonly Story[] {
  const { item, clause, r } = stuff
  const parts = [
    part(
      'headline',
      r.pick([`关于${clause(6, 14)}的${r.pick(['意见', '通知', '报告', '决定'])}`, headingOf(item.title, clause, r)]),
    ),
  ]
  if (r.chance(0.4)) parts.push(part('deck', `（${r.int(2002, 2024)}年${r.int(1, 13)}月${r.int(1, 29)}日）`))
  if (r.chance(0.4)) parts.push(part('byline', nameOf(r)))
  const deep = r.chance(0.4)
  ;[...'一二三四五'].slice(0, r.int(2, 5)).forEach((n, i) => {
    parts.push(part('crosshead', `${n}、${clause(4, 14)}`))
    const body = r.pick(stuff.others).paragraphs.slice(0, r.int(1, 4))
    body.forEach((p, k) => {
      if (deep && r.chance(0.5)) parts.push(part('crosshead', `（${[...'一二三四'][k]}）${clause(4, 12)}`))
      parts.push(part('paragraph', (!deep && r.chance(0.2) ? `${k + 1}.` : '') + p))
    })
    if (i === 1 && r.chance(0.2)) picture(stuff, parts)
  })
  return [parts]
}

/** Lines of a table or a list are paragraphs. */
export function results({ item, clause, r }: Stuff): readonly Story[] {
  const row = r.pick([
    () => `${clause(2, 4)}${r.pick([' ', '  ', '　'])}${r.int(0, 120)}:${r.int(0, 120)} ${clause(2, 4)}`,
    () => `${clause(2, 5)}　　${r.int(1, 99)}　　${r.int(1, 99)}`,
    () => `${r.int(1, 9)}.${clause(2, 6)} ${r.int(10, 99)}分`,
    () => `${clause(2, 5)}：${r.int(2, 99)}${r.pick(['元', '万元', '公里', '%', '人'])}`,
    () => `${r.int(6, 23)}:${r.int(10, 59)} ${clause(3, 8)}`,
  ])
  return [
    [
      part(
        'headline',
        r.pick([
          `${clause(3, 8)}${r.pick(['成绩', '积分榜', '行情', '预报', '节目预告', '赛程', '一览'])}`,
          headingOf(item.title, clause, r),
        ]),
      ),
      ...(r.chance(0.4) ? [part('paragraph', item.paragraphs[0]!)] : []),
      ...Array.from({ length: r.int(3, 9) }, () => part('paragraph', row())),
    ],
  ]
}

/** What stands elsewhere in the paper: headlines with a page each. */
export function index(stuff: Stuff): readonly Story[] {
  const { r } = stuff
  const label = r.pick(['导读', '今日导读', '导 读', '本期看点', '今日看点', '要目'])
  const page = r.pick([
    () => jumpSee(r),
    () => `第${r.pick([...'二三四五六七八'])}版`,
    () => `A${r.int(2, 20)}版`,
    () => `→A0${r.int(2, 9)}`,
  ])
  return Array.from({ length: r.int(2, 6) }, (_, i) => [
    ...(i === 0 ? [part('label', label)] : []),
    part('headline', titleOf(fresh(stuff))),
    ...(r.chance(0.3) ? [part('paragraph', sentences(fresh(stuff).item.paragraphs[0]!, 60))] : []),
    part('jump', page()),
  ])
}
