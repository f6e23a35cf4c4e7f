/** Made-up small things that papers draw: cartoons and works of art with their names, boxes of figures. */
import type { Story, Stuff } from './synthetic-material.ts'
import { part } from './synthetic-parts.ts'
import { nameOf } from './synthetic-words.ts'

/** A cartoon or a work of art: its name, what is said in it, who made it. */
export function cartoon({ clause, r }: Stuff): readonly Story[] {
  const said = `“${clause(5, 16)}${r.pick(['。', '！', '？', ''])}”${r.chance(0.4) ? `“${clause(4, 14)}。”` : ''}`
  const by = part(
    'credit',
    r.pick([
      `${nameOf(r)}作`,
      `${nameOf(r)} 作`,
      `${nameOf(r)} 画`,
      `漫画/${nameOf(r)}`,
      `漫画：${nameOf(r)}`,
      `作者：${nameOf(r)}`,
      `${nameOf(r)}作（新华社发）`,
    ]),
  )
  const art = r.pick(['漫画', '国画', '中国画', '书法', '木刻', '剪纸', '版画', '水彩', '篆刻'])
  return [
    r.pick<() => Story>([
      () => [part('label', r.pick(['漫画', '新闻漫画', '漫画角', '漫话', '幽默画廊'])), part('caption', said), by],
      () => [part('headline', `漫画：${clause(3, 8)}`), part('caption', said), by],
      () => [part('headline', clause(3, 8)), by],
      () => [part('caption', `${clause(3, 8)}（${art}）`), by],
      () => [part('caption', `${art}：${clause(3, 8)}`), by],
    ])(),
  ]
}

/** A box of figures: each, and under it what it is of. */
export function figures({ clause, r }: Stuff): readonly Story[] {
  const figure = () =>
    `${r.pick(['', '', '约', '近', '超'])}${r.chance(0.4) ? `${r.int(1, 99)}.${r.int(1, 9)}` : r.int(2, 9900)}${r.pick(['%', '％', '人', '万人', '亿元', '万元', '个', '万吨', '公里', '栋', '万辆', '倍', '场', '年'])}`
  const pairs = Array.from({ length: r.int(2, 7) }, () => [figure(), clause(4, 12)])
  const above = r.chance(0.75)
  return [
    [
      part(
        'headline',
        r.pick(['数读', '数说', '数字', '数据', '关键数字', '新闻数字', '数据新闻', `数说${clause(2, 4)}`]),
      ),
      ...pairs.flatMap(([n, of]) => (above ? [n!, of!] : [of!, n!])).map((line) => part('paragraph', line)),
    ],
  ]
}
