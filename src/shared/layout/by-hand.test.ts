import { describe, expect, it } from 'vitest'
import { article, block, page } from '../page/build.ts'
import { proposeAround } from './around.ts'
import { compose } from './compose.ts'
import type { Composed } from './compose.ts'
import { findingsOf } from './findings.ts'
import { fitChoices, overOf } from './fit.ts'
import type { Frame } from './placement.ts'
import { gridOf, rowY } from './template.ts'
import { templateOf } from './templates.ts'
import { broadsheet, checkWhole, linesOf, paragraph, solid, standing, story } from './testing.ts'

type Placed = Partial<Frame> & { readonly article: string }

describe('placement by hand', () => {
  const t = templateOf('national-broadsheet')
  const grid = gridOf(t)
  const base: Omit<Frame, 'article'> = {
    page: 0,
    column: 0,
    span: 4,
    row: 0,
    rows: 60,
    rank: 'lead',
    head: 'over',
    boxed: false,
    pinned: true,
    air: 0,
    insets: [],
  }
  const place = (...frames: readonly Placed[]) => ({
    template: t.id,
    leading: t.grid.leading,
    frames: frames.map((f) => ({ ...base, ...f })),
  })
  const codes = (...frames: readonly Placed[]) => {
    const c = compose(broadsheet, t, place(...frames))
    return findingsOf(broadsheet, c).map((f) => `${f.code} ${f.article ?? ''}`.trim())
  }
  it('threads a story through two frames', () => {
    const c = compose(
      broadsheet,
      t,
      place({ article: 'a1', rows: 30 }, { article: 'a1', column: 4, span: 2, rows: grid.rows }),
    )
    expect(standing(c).get('b5')).toBe(solid(broadsheet.articles[0]?.blocks[4]?.text ?? ''))
    expect(c.pages[0]?.stories.map((s) => s.over > 0)).toEqual([false, false])
  })
  it('says overset in lines', () => expect(codes({ article: 'a1', rows: 20 })).toContain('overset a1'))
  it('says what has no frame', () => expect(codes({ article: 'a1' })).toContain('unplaced a2'))
  it('says 碰题', () =>
    expect(codes({ article: 'a1', span: 3 }, { article: 'a2', column: 3, span: 3 })).toContain('bump a2'))
  it('says 断版', () =>
    expect(codes({ article: 'a1', span: 6, rows: 40 }, { article: 'a2', span: 6, row: 42, rows: 30 })).toContain('cut'))
  it('says overlap', () => expect(codes({ article: 'a1' }, { article: 'a2', column: 2 })).toContain('overlap a2'))
  it('says 超 N 字', () => expect(codes({ article: 'a1', rank: 'lead', span: 1 })).toContain('headline-long a1'))
  it('shows ways to fit before they are done', () => {
    const tight = place({ article: 'a2', rank: 'story', span: 3, rows: 26 })
    const now = overOf(compose(broadsheet, t, tight), 'a2') ?? 0
    expect(now, JSON.stringify(compose(broadsheet, t, tight).pages[0]?.stories)).toBeGreaterThan(0)
    for (const choice of fitChoices(broadsheet, t, tight, 'a2')) {
      expect(choice.over).toBeLessThan(now)
      expect(overOf(compose(broadsheet, t, choice.placement), 'a2')).toBe(choice.over)
    }
    expect(fitChoices(broadsheet, t, tight, 'a2').length).toBeGreaterThan(0)
  })
  const verticalEnds = (c: Composed) =>
    linesOf(c)
      .filter((l) => l.vertical)
      .map((l) => l.y + l.width)
  const picture = (block: string, column: number, row: number) => ({
    kind: 'picture' as const,
    block,
    column,
    span: 1,
    row,
    rows: 14,
  })
  it('keeps a vertical headline within its frame, beside its pictures, or lays it over the columns', () => {
    const insets = [picture(broadsheet.articles[1]?.blocks[3]?.id ?? '', 3, 0)]
    const tall = compose(broadsheet, t, place({ article: 'a2', head: 'vertical', rows: 40, insets }))
    const end = (rows: number) => rowY(grid, rows)
    expect(verticalEnds(tall).length).toBeGreaterThan(0)
    for (const y of verticalEnds(tall)) expect(y).toBeLessThanOrEqual(end(40))
    const [photo] = tall.pages[0]?.items.filter((i) => i.kind === 'photo') ?? []
    const head = linesOf(tall).filter((l) => l.vertical)
    if (!photo) throw new Error('no photo')
    for (const l of head) expect(photo.x + photo.width).toBeLessThanOrEqual(l.x - l.size / 2)
    for (const b of broadsheet.articles[1]?.blocks ?? []) expect(standing(tall).get(b.id), b.text).toBe(solid(b.text))
    const low = compose(broadsheet, t, place({ article: 'a2', head: 'vertical', rows: 12 }))
    expect(verticalEnds(low)).toEqual([])
    expect(findingsOf(broadsheet, low).map((f) => f.code)).toContain('vertical-high')
  })
  it('keeps pictures within a frame that was made lower', () => {
    const insets = [picture(broadsheet.articles[1]?.blocks[3]?.id ?? '', 2, 30)]
    for (const rows of [40, 24, 16, 12]) {
      const c = compose(broadsheet, t, place({ article: 'a2', rows, insets }))
      const [photo] = c.pages[0]?.items.filter((i) => i.kind === 'photo') ?? []
      if (!photo) throw new Error('no photo')
      expect(photo.height, `${rows}`).toBeGreaterThan(0)
      expect(photo.y + photo.height, `${rows}`).toBeLessThan(rowY(grid, rows))
    }
  })
  it('keeps the pictures of a frame that was made lower apart, and each above its words', () => {
    const long = '塔下的市集从清早到黄昏都有人，'.repeat(8)
    const p = page(
      [article([block('headline', '塔'), block('caption', long), block('caption', '古塔。'), paragraph(3)])],
      {
        number: '2',
      },
    )
    const [story] = p.articles
    if (!story) throw new Error('no story')
    const insets = [picture(story.blocks[1]?.id ?? '', 2, 0), picture(story.blocks[2]?.id ?? '', 2, 26)]
    for (const rows of [40, 30, 26, 24]) {
      const c = compose(p, t, place({ article: story.id, rows, insets }))
      const [a, b] = c.pages[0]?.items.filter((i) => i.kind === 'photo') ?? []
      if (!a || !b) throw new Error('no photo')
      expect(a.height, `${rows}`).toBeGreaterThan(0)
      expect(b.height, `${rows}`).toBeGreaterThan(0)
      expect(a.y + a.height, `${rows}`).toBeLessThan(b.y)
    }
  })
  it('lets no two of many pictures stand on each other, however low their frame, and says which have no place', () => {
    const captions = Array.from({ length: 8 }, (_, i) => [
      block('caption', `图${i + 1}。`),
      block('credit', '何知秋摄'),
    ])
    const p = page([article([block('headline', '塔'), ...captions.flat(), paragraph(3)])], { number: '2' })
    const { placement } = compose(p, t)
    for (const rows of [40, 24, 16, 12, 8]) {
      const frames = placement.frames.map((f) => ({ ...f, rows: Math.min(f.rows, rows) }))
      const c = compose(p, t, { ...placement, frames })
      const items = c.pages[0]?.items ?? []
      const photos = items.filter((i) => i.kind === 'photo')
      const words = c.pages[0]?.areas.filter((a) => a.kind === 'words') ?? []
      const all = [...photos, ...words].map((a) => ({ ...a, y: a.y + 0.1, height: a.height - 0.2 }))
      const isOn = (a: (typeof all)[number], b: (typeof all)[number]) =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
      expect(
        all.filter((a, i) => all.slice(i + 1).some((b) => isOn(a, b))),
        `${rows}`,
      ).toEqual([])
      const told = findingsOf(p, c).filter((f) => f.code === 'stray-picture')
      expect(photos.length + told.length, `${rows}`).toBe(8)
    }
  })
  it('leaves no hole where a picture stood that is gone', () => {
    const p = page([story('渔港三成渔获上岸前就有了买主', 8)], { number: '2' })
    const { placement } = compose(p, t)
    const gone = { kind: 'picture', block: 'gone', column: 0, span: 1, row: 0, rows: 9 } as const
    const frames = placement.frames.map((f) => ({ ...f, insets: [gone] }))
    expect(compose(p, t, { ...placement, frames }).pages[0]?.items).toEqual(compose(p, t, placement).pages[0]?.items)
  })
  it('loses no word of a boxed section that has grown or become narrower', () => {
    const section = [block('keyword', '关键词 讲价'), paragraph(2)]
    const p = page([article([...story('渔港三成渔获上岸前就有了买主', 8).blocks, ...section])], { number: '2' })
    const { placement } = compose(p, t)
    const [kinds] = placement.frames.map((f) => f.insets.map((i) => i.kind))
    expect(kinds).toEqual(['box'])
    const last = p.articles[0]?.blocks.at(-1)?.id
    for (const times of [1, 3])
      for (const span of [2, 1]) {
        const blocks =
          p.articles[0]?.blocks.map((b) => (b.id === last ? { ...b, text: b.text.repeat(times) } : b)) ?? []
        const grown = { ...p, articles: p.articles.map((a) => ({ ...a, blocks })) }
        const frames = placement.frames.map((f) => ({
          ...f,
          rows: f.rows + 40,
          insets: f.insets.map((i) => ({ ...i, span })),
        }))
        checkWhole(grown, compose(grown, t, { ...placement, frames }))
      }
  })
  it('says how much of a picture is cropped, and that it is coarse', () => {
    const sha256 = 'a'.repeat(64)
    const told = (width: number, height: number) => {
      const picture = { sha256, width, height }
      const p = page([story('高塔', 12, [{ ...block('caption', '古塔。'), picture }])], { number: '2' })
      return findingsOf(p, compose(p, t))
        .filter((f) => f.code.endsWith('picture'))
        .map((f) => [f.code, f.params['percent'] ?? f.params['dpi']])
    }
    expect(told(3000, 2000)).toEqual([])
    expect(told(3000, 24_000)).toEqual([['cropped-picture', 81]])
    expect(told(30, 20)[0]?.[0]).toBe('coarse-picture')
  })
  it('loses no caption of a picture without a place, and says so', () => {
    const c = compose(broadsheet, t, place({ article: 'a2', rank: 'story', rows: 60 }))
    for (const b of broadsheet.articles[1]?.blocks ?? []) expect(standing(c).get(b.id), b.text).toBe(solid(b.text))
    expect(findingsOf(broadsheet, c).map((f) => f.code)).toContain('stray-picture')
    const boxed = compose(broadsheet, t, place({ article: 'a3', rank: 'story', rows: 60 }))
    for (const b of broadsheet.articles[2]?.blocks ?? []) expect(standing(boxed).get(b.id), b.text).toBe(solid(b.text))
  })
  it('proposes around what is pinned', () => {
    const picture = {
      kind: 'picture' as const,
      block: broadsheet.articles[1]?.blocks[3]?.id ?? '',
      column: 2,
      span: 2,
      row: 0,
      rows: 14,
    }
    const pinned = place({ article: 'a2', column: 2, span: 4, row: 30, rows: 40, rank: 'story', insets: [picture] })
    const loose = { ...base, article: 'a1', pinned: false, row: 70, rows: 10 }
    const made = proposeAround(broadsheet, t, { ...pinned, frames: [...pinned.frames, loose] })
    expect(made.frames[0]).toEqual(pinned.frames[0])
    const c = compose(broadsheet, t, made)
    expect(
      findingsOf(broadsheet, c).filter((f) => ['overlap', 'outside', 'unplaced', 'overset'].includes(f.code)),
    ).toEqual([])
    checkWhole(broadsheet, c)
  })
  it('sets a frame in columns of its own', () => {
    const c = compose(broadsheet, t, place({ article: 'a4', span: 4, columns: 3, rows: 40 }))
    expect(
      new Set(
        linesOf(c)
          .filter((l) => l.size === 9)
          .map((l) => Math.round(l.x)),
      ).size,
    ).toBeGreaterThan(2)
  })
})
