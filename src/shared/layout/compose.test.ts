import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { article, block, page } from '../page/build.ts'
import { ROLES } from '../page/page.ts'
import type { Page } from '../page/page.ts'
import { walk } from '../page/walk.ts'
import { proposeAround } from './around.ts'
import { composeFor } from './choose.ts'
import { compose } from './compose.ts'
import type { Composed } from './compose.ts'
import { findingsOf } from './findings.ts'
import { fitChoices, overOf } from './fit.ts'
import type { TextLine } from './geometry.ts'
import { placeAt, rectOf, rectsOf } from './hit.ts'
import { placementSchema } from './placement.ts'
import type { Frame } from './placement.ts'
import { svgItems, svgOf } from './svg.ts'
import { MM, gridOf, rowY } from './template.ts'
import { TEMPLATES, templateOf } from './templates.ts'

const SENTENCE =
  '潮水退到最低处的时候，滩涂上露出一排旧木桩，老人说那是“六十年前”的码头；如今2026年，新闸门已经立起来了——灯也亮了。'
const paragraph = (n: number) => block('paragraph', Array.from({ length: n }, (_, i) => SENTENCE.slice(i % 7)).join(''))
const story = (title: string, paragraphs: number, extra: Parameters<typeof article>[0] = []) =>
  article([
    block('kicker', '向海而行'),
    block('headline', title),
    block('byline', '本报记者 何知秋'),
    ...extra,
    ...Array.from({ length: paragraphs }, (_, i) => paragraph(1 + (i % 3))),
  ])

const broadsheet = page(
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
const long = page([story('一篇很长很长的稿子', 220)], { number: '02' })

const linesOf = (c: Composed): readonly TextLine[] => c.pages.flatMap((p) => p.items.filter((i) => i.kind === 'line'))
const textOf = (l: TextLine) => l.runs.map((r) => r.text).join('')
/** The text that stands on the sheets, block by block, without blanks. */
function standing(c: Composed): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const l of linesOf(c)) texts.set(l.block, (texts.get(l.block) ?? '') + textOf(l))
  return texts
}
const solid = (s: string) => s.replaceAll(/\s/g, '')

function checkWhole(p: Page, c: Composed) {
  const texts = standing(c)
  for (const { block: b } of walk(p)) expect(texts.get(b.id), `${b.role} ${b.text.slice(0, 12)}`).toBe(solid(b.text))
}

describe('a composed page', () => {
  for (const template of TEMPLATES) {
    it(`${template.id} holds every character of every block in order, inside the sheet`, () => {
      const c = compose(broadsheet, template)
      checkWhole(broadsheet, c)
      for (const l of linesOf(c)) {
        expect(l.x).toBeGreaterThanOrEqual(0)
        expect(l.vertical ? l.x : l.x + l.width).toBeLessThanOrEqual(template.trim.width * MM)
        expect(l.y).toBeLessThanOrEqual((template.area.top + template.area.height) * MM + 1)
      }
    })
    it(`${template.id} lets no two lines of text overlap`, () => {
      const c = compose(broadsheet, template)
      for (const sheet of c.pages) {
        const body = sheet.items.filter((i) => i.kind === 'line').filter((l) => l.size <= 10.5 && !l.vertical)
        const rects = body.map((l) => rectOf({ ...l, width: l.width - l.size }))
        for (const [i, a] of rects.entries()) {
          for (const b of rects.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1
            expect(apart, `${textOf(body[i] as TextLine)}`).toBe(true)
          }
        }
      }
    })
  }
  it('gives a picture to come a proportion that a picture may have, and never most of the sheet', () => {
    for (const t of TEMPLATES) {
      const c = compose(broadsheet, t)
      const photos = c.pages.flatMap((p) => p.items.filter((i) => i.kind === 'photo'))
      expect(photos.length, t.id).toBeGreaterThan(0)
      for (const p of photos) {
        expect(p.height / p.width, t.id).toBeGreaterThan(0.5)
        expect(p.height / p.width, t.id).toBeLessThan(0.86)
        expect(p.height, t.id).toBeLessThan(t.area.height * MM * 0.5)
      }
    }
  })
  it('sets little text larger and wider apart, within the limits, and leaves white at the foot alone', () => {
    const t = templateOf('national-broadsheet')
    const c = compose(page([story('短短一版', 8), story('另一条短稿', 5)], { number: '3' }), t)
    const { leading, size = t.grid.size, frames } = c.placement
    expect(leading).toBeGreaterThan(t.grid.leading)
    expect(leading).toBeLessThanOrEqual(t.limits.leading[1])
    expect(size).toBeLessThanOrEqual(t.limits.size?.[1] ?? 0)
    const feet = new Set(frames.filter((f) => !frames.some((g) => g.row > f.row)).map((f) => f.row + f.rows))
    expect(feet.size).toBe(1)
  })
  it('goes on to the next sheets and says where', () => {
    const c = compose(long, templateOf('national-tabloid'))
    checkWhole(long, c)
    expect(c.pages.length).toBeGreaterThan(1)
    const texts = standing(c)
    expect(texts.get('jump-to')).toContain('（下转第3版）')
    expect(texts.get('jump-from')).toContain('（上接第2版）')
  })
  it('reads in the order of its stories', () => {
    const order = [...walk(broadsheet)].map((p) => p.block.id)
    const seen = [
      ...new Set(linesOf(compose(broadsheet, templateOf('national-broadsheet'))).map((l) => l.block)),
    ].filter((b) => order.includes(b) && b !== order.at(-1))
    expect(seen).toEqual(order.slice(0, -1))
  })
  it('is the same for the same arguments, and its placement is plain data', () => {
    const c = compose(broadsheet, templateOf('city-broadsheet'))
    expect(placementSchema.parse(JSON.parse(JSON.stringify(c.placement)))).toEqual(c.placement)
    expect(compose(broadsheet, templateOf('city-broadsheet'), c.placement)).toEqual(c)
  })
  it('never leaves a heading at a column’s foot', () => {
    for (const t of TEMPLATES) {
      const c = compose(broadsheet, t)
      const cross = linesOf(c)
        .filter((l) => l.block === broadsheet.articles[0]?.blocks[3]?.id)
        .at(-1) as TextLine
      const below = linesOf(c).filter(
        (l) => l.block === broadsheet.articles[0]?.blocks[4]?.id && l.y > cross.y && Math.abs(l.x - cross.x) < 300,
      )
      expect(below.length, t.id).toBeGreaterThanOrEqual(1)
    }
  })
  it('chooses a sheet that holds the page whole', () => expect(composeFor(broadsheet, undefined).pages).toHaveLength(1))
  it('composes a page with nothing on it', () => expect(compose(page([]), templateOf(undefined)).pages).toHaveLength(1))
})

type Placed = Partial<Frame> & { readonly article: string }

const anyBlock = fc.record({
  role: fc.constantFrom(...ROLES),
  length: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.integer({ min: 1, max: 700 })),
})
describe('any page', () => {
  it('stands whole, whatever the roles and lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyBlock, { minLength: 1, maxLength: 8 }), { maxLength: 3 }), (articles) => {
        const text = (n: number) => SENTENCE.repeat(Math.ceil(n / SENTENCE.length)).slice(0, n)
        const p = page(
          articles.map((blocks) => article(blocks.map((b) => block(b.role, text(b.length))))),
          { number: '3' },
        )
        checkWhole(p, compose(p, templateOf('national-tabloid')))
      }),
      { numRuns: 12 },
    )
  })
})

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
    checkWhole(page([]), c)
    expect(
      new Set(
        linesOf(c)
          .filter((l) => l.size === 9)
          .map((l) => Math.round(l.x)),
      ).size,
    ).toBeGreaterThan(2)
  })
})

describe('preview', () => {
  const c = compose(broadsheet, templateOf('national-broadsheet'))
  const [sheet] = c.pages
  if (!sheet) throw new Error('no sheet')
  it('finds the words under a point, and the point of the words', () => {
    for (const b of ['b2', 'b5', 'b12']) {
      for (const offset of [0, 3, 7]) {
        const [rect] = rectsOf(sheet, b, offset, offset + 1)
        if (!rect) throw new Error(`no place for ${b} ${offset}`)
        expect(placeAt(sheet, rect.x + rect.width * 0.3, rect.y + rect.height * 0.3)).toEqual({ block: b, offset })
      }
    }
  })
  it('draws an edit as the few lines that changed', () => {
    const edited = {
      ...broadsheet,
      articles: broadsheet.articles.map((a, i) =>
        i === 1
          ? { ...a, blocks: a.blocks.map((b) => (b.role === 'byline' ? { ...b, text: '本报记者 陆小满' } : b)) }
          : a,
      ),
    }
    const again = compose(edited, c.template, c.placement).pages[0]
    const before = svgItems(sheet)
    const changed = svgItems(again ?? sheet).filter((s, i) => s !== before[i])
    expect(changed).toHaveLength(1)
  })
  it('is a document', () => expect(svgOf(sheet)).toMatch(/^<svg [\s\S]*<\/svg>$/))
})
