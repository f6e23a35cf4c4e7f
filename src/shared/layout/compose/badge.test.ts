import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import { compose } from '../compose.ts'
import { TEMPLATES } from '../templates.ts'
import { linesOf, paragraph, textOf } from '../testing.ts'

test('a badge in the text stands as the crossheads of its template do: in the middle, or its ground at the column’s edge', () => {
  const section = (name: string) => [block('keyword', name), block('crosshead', '先修屋顶再修门脸'), paragraph(2)]
  const p = page([article([block('headline', '柳叶巷的两年'), paragraph(3), ...section('安居'), ...section('生计')])])
  for (const t of TEMPLATES) {
    const c = compose(p, t)
    const grounds = c.pages.flatMap((s) => s.items.filter((i) => i.kind === 'box' && i.fill === c.template.accent))
    const heads = linesOf(c).filter((l) => textOf(l) === '先修屋顶再修门脸')
    expect([t.id, grounds.length, heads.length]).toEqual([t.id, 2, 2])
    for (const [i, ground] of grounds.entries()) {
      const head = heads[i]
      const left = (head?.x ?? NaN) + (head?.runs[0]?.x ?? NaN) * (head?.size ?? NaN)
      const right = (head?.x ?? NaN) + (head?.width ?? NaN)
      const box = ground.kind === 'box' ? ground : undefined
      const middle = (box?.x ?? NaN) + (box?.width ?? NaN) / 2
      if (t.headline.align === 'left') expect(box?.x, t.id).toBeCloseTo(left, 3)
      else expect(middle, t.id).toBeCloseTo((left + right) / 2, 3)
    }
  }
})
