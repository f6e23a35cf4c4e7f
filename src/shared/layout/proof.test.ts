import { expect, test } from 'vitest'
import { compose } from './compose.ts'
import { proofOf } from './proof.ts'
import { templateOf } from './templates.ts'
import { broadsheet, textOf } from './testing.ts'

const check = (lang: 'zh' | 'en', names: string) =>
  test(`who signs a proof has a line for it over the page, apart from what explains the marks: ${lang}`, () => {
    const { pages } = proofOf(broadsheet, compose(broadsheet, templateOf('national-broadsheet')), { lang })
    for (const { items, width } of pages) {
      const lines = items.filter((i) => i.kind === 'line')
      const [head] = lines.filter((l) => l.block === 'proof-head')
      const signs = lines.filter((l) => l.block === 'proof-sign').toSorted((a, b) => a.x - b.x)
      const rules = items
        .filter((i) => i.kind === 'rule')
        .filter((r) => r.y1 < (head?.y ?? 0) + 3)
        .toSorted((a, b) => a.x1 - b.x1)
      expect([signs.map(textOf).join(), rules.length]).toEqual([names, 3])
      const places = rules.flatMap((r, i) => [signs[i]?.x, (signs[i]?.x ?? NaN) + (signs[i]?.width ?? NaN), r.x1, r.x2])
      const across = [(head?.x ?? NaN) + (head?.width ?? NaN), ...places.map((x) => x ?? NaN), width]
      expect(across).toEqual(across.toSorted((a, b) => a - b))
    }
  })
check('zh', '编辑,校对,签发')
check('en', 'Editor,Proofreader,Approved')
