/** What stands over a page's text, by what the page says of itself; what stays together in its columns. */
import { describe, expect, it } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import type { Page, PageMeta } from '../../page/page.ts'
import { compose } from '../compose.ts'
import { findingsOf } from '../findings.ts'
import type { Composed } from '../compose.ts'
import type { TextLine } from '../geometry.ts'
import { MM, gridOf } from '../template.ts'
import { templateOf } from '../templates.ts'
import { fill } from './fill.ts'
import { flowOf } from './flow.ts'

const t = templateOf('feature-tabloid')
const story = () =>
  article([block('headline', '江口新桥今晨通车'), block('paragraph', '桥上风很大，老人们等了二十年。'.repeat(30))])
const pageOf = (meta: PageMeta, folio?: string): Page =>
  page([...(folio ? [article([block('folio', folio)])] : []), story()], meta)
const linesOf = (c: Composed, said: string): readonly TextLine[] =>
  (c.pages[0]?.items ?? []).filter(
    (i): i is TextLine =>
      i.kind === 'line' &&
      i.runs
        .map((r) => r.text)
        .join('')
        .includes(said),
  )
const rulesOver = (c: Composed) =>
  (c.pages[0]?.items ?? []).filter((i) => i.kind === 'rule' && i.y1 === i.y2 && i.y1 < (c.pages[0]?.grid.top ?? 0))

describe('what stands over a page', () => {
  it('is nothing where it has no name: the text begins at the head of the type area', () => {
    const nameless = compose(pageOf({}), t)
    expect(nameless.pages[0]?.grid.top).toBeCloseTo(t.area.top * MM)
    expect(rulesOver(nameless)).toEqual([])
    const named = compose(pageOf({ number: '4' }), t)
    expect(named.pages[0]?.grid.top).toBeCloseTo((t.area.top + t.folio.height) * MM)
    expect(rulesOver(named).length).toBeGreaterThan(0)
    expect(named.pages[0]?.grid.rows).toBeLessThan(nameless.pages[0]?.grid.rows ?? 0)
  })
  it('is the strip where only a folio line names it, and no line of it is lost', () => {
    expect(linesOf(compose(pageOf({}, '本版责编 周砚'), t), '周砚')).toHaveLength(1)
  })
  const front: PageMeta = { publication: '海湾日报', date: '2026-03-18', number: 'A01' }
  it('has who made a front page beside its date, under the masthead', () => {
    const c = compose(pageOf(front, '本版责编 汪砚'), t)
    const [made] = linesOf(c, '汪砚')
    const [date] = linesOf(c, '2026')
    expect(made?.y).toBe(date?.y)
    expect((made?.x ?? 0) + (made?.width ?? 0)).toBeLessThan(date?.x ?? 0)
  })
  it('has it over the masthead where it is too long for that', () => {
    const c = compose(pageOf(front, `本版责编 ${'汪砚、'.repeat(60)}`), t)
    expect(linesOf(c, '汪砚').every((l) => l.y <= t.area.top * MM)).toBe(true)
  })
  it('leaves so much less of a front page, and a frame beyond it is found', () => {
    const p = pageOf(front)
    const rows = gridOf(t, t.grid.leading, 'strip').rows
    const frame = { page: 0, column: 0, span: 4, row: 0, rows, rank: 'lead', head: 'over', boxed: false } as const
    const placed = {
      template: t.id,
      leading: t.grid.leading,
      frames: [{ ...frame, article: p.articles[0]?.id ?? '', pinned: true, air: 0, insets: [] }],
    }
    expect(findingsOf(p, compose(p, t, placed)).map((f) => f.code)).toContain('outside')
    const inside = { ...p, meta: { ...front, number: 'A02' } }
    expect(findingsOf(inside, compose(inside, t, placed)).map((f) => f.code)).not.toContain('outside')
  })
})

it('names under a story stand together, wherever its columns end', () => {
  const names = block('byline', '记者 范予宁\n通讯员 车小芹\n本报记者 龙桂生')
  const flow = { template: t, row: t.grid.leading, width: t.grid.characters * t.grid.size }
  const lines = flowOf([block('paragraph', '桥上风很大，老人们等了二十年。'.repeat(14)), names], flow)
  const stands = lines.filter((l) => l.set.block.role === 'byline')
  expect(stands).toHaveLength(3)
  for (let rows = 4; rows < lines.length; rows++) {
    const { placed } = fill(lines, 0, { columns: 9, rows, insets: [] })
    const columns = placed.filter((p) => p.line.set.block.role === 'byline').map((p) => p.column)
    expect(columns).toHaveLength(3)
    expect(new Set(columns).size, `${rows} rows`).toBe(1)
  }
})
