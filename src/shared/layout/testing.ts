/** For tests of the composed page: a page of a newspaper, and what stands on its sheets. */
import { expect } from 'vitest'
import { article, block, page } from '../page/build.ts'
import type { Page } from '../page/page.ts'
import { walk } from '../page/walk.ts'
import type { Composed } from './compose.ts'
import type { TextLine } from './geometry.ts'

export const SENTENCE =
  '潮水退到最低处的时候，滩涂上露出一排旧木桩，老人说那是“六十年前”的码头；如今2026年，新闸门已经立起来了——灯也亮了。'
export const paragraph = (n: number) =>
  block('paragraph', Array.from({ length: n }, (_, i) => SENTENCE.slice(i % 7)).join(''))
export const story = (title: string, paragraphs: number, extra: Parameters<typeof article>[0] = []) =>
  article([
    block('kicker', '向海而行'),
    block('headline', title),
    block('byline', '本报记者 何知秋'),
    ...extra,
    ...Array.from({ length: paragraphs }, (_, i) => paragraph(1 + (i % 3))),
  ])

export const broadsheet = page(
  [
    story('青浦湾点亮第一盏“潮汐灯”', 30, [block('crosshead', '等一个潮\n等了十一年')]),
    story('下月起坐公交可以先下车后付钱', 14, [
      block('caption', '渔港码头上，冷藏车等候渔船靠岸。'),
      block('credit', '通讯员供图'),
    ]),
    article([...story('渔港三成渔获上岸前就有了买主', 8).blocks, block('keyword', '关键词 讲价'), paragraph(3)]),
    story('老井水可以寄一瓶给远方', 2),
    article([block('folio', '本版责编 周砚')]),
  ],
  { publication: '海湾日报', date: '2026-03-18', number: 'A04', section: '要闻' },
)

export const linesOf = (c: Composed): readonly TextLine[] =>
  c.pages.flatMap((p) => p.items.filter((i) => i.kind === 'line'))
export const textOf = (l: TextLine) => l.runs.map((r) => r.text).join('')
/** The text that stands on the sheets, block by block, without blanks. */
export function standing(c: Composed): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const l of linesOf(c)) texts.set(l.block, (texts.get(l.block) ?? '') + textOf(l))
  return texts
}
export const solid = (s: string) => s.replaceAll(/\s/g, '')

export function checkWhole(p: Page, c: Composed) {
  const texts = standing(c)
  for (const { block: b } of walk(p)) expect(texts.get(b.id), `${b.role} ${b.text.slice(0, 12)}`).toBe(solid(b.text))
}
