import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { article, block, page } from '../page/build.ts'
import { ROLES } from '../page/page.ts'
import { walk } from '../page/walk.ts'
import { composeFor } from './choose.ts'
import { compose } from './compose.ts'
import { partsOf } from './compose/parts.ts'
import type { TextLine } from './geometry.ts'
import { placeAt, rectOf, rectsOf } from './hit.ts'
import { placementSchema } from './placement.ts'
import { svgItems, svgOf } from './svg.ts'
import { MM, columnX, gridOf, rowY } from './template.ts'
import { TEMPLATES, templateOf } from './templates.ts'
import { SENTENCE, broadsheet, checkWhole, linesOf, paragraph, standing, story, textOf } from './testing.ts'

const long = page([story('一篇很长很长的稿子', 220)], { number: '02' })

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
  it('gives a picture story its whole frame, and lets a page of pictures be read in their order', () => {
    const captions = Array.from({ length: 5 }, (_, i) =>
      block('caption', `图${'①②③④⑤'[i] ?? ''}：老街的第${i + 1}景。`),
    )
    const gallery = article([block('headline', '老街新生'), paragraph(1), ...captions])
    const alone = article([block('label', '图片新闻'), block('caption', '渔港码头上，冷藏车等候渔船靠岸。')])
    const p = page([gallery, alone, story('渔港三成渔获上岸前就有了买主', 8)], { number: '5' })
    for (const t of TEMPLATES) {
      const c = compose(p, t)
      const photos = c.pages.flatMap((s) => s.items.filter((i) => i.kind === 'photo'))
      const insets = c.placement.frames.flatMap((f) => f.insets.map((inset) => ({ frame: f, inset })))
      const lonely = insets.find(({ inset }) => inset.block === alone.blocks[1]?.id)
      expect(lonely?.inset.span, t.id).toBe(lonely?.frame.columns ?? lonely?.frame.span)
      const tops = captions.map((b) => photos.find((i) => i.block === b.id)?.y ?? 0)
      expect(tops, t.id).toEqual(tops.toSorted((a, b) => a - b))
    }
  })
  it('has no picture for words about all pictures', () => {
    const all = block('credit', '（本组图片由文化馆提供）')
    const p = page([article([block('headline', '梨花深处'), paragraph(2), all])], { number: '5' })
    const c = compose(p, templateOf('national-tabloid'))
    expect(c.pages.flatMap((s) => s.items.filter((i) => i.kind === 'photo'))).toEqual([])
    checkWhole(p, c)
  })
  it('keeps the headline over a story that begins with words about all pictures', () => {
    const all = block('credit', '（本组图片由文化馆提供）')
    const { head, body } = partsOf(article([all, block('headline', '梨花深处'), paragraph(2)]))
    expect([head, body].map((blocks) => blocks.map((b) => b.role))).toEqual([['headline'], ['credit', 'paragraph']])
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
  it('closes a box under its text, whatever stands beside it', () => {
    const boxed = article([block('label', '积极行动'), ...story('老井水可以寄一瓶给远方', 6).blocks])
    const p = page([story('青浦湾点亮第一盏“潮汐灯”', 14), boxed], { number: '02' })
    for (const template of TEMPLATES) {
      const c = compose(p, template)
      const frames = c.placement.frames.filter((f) => f.boxed)
      for (const f of frames) {
        const grid = c.pages[f.page]?.grid
        const blocks = new Set(p.articles[1]?.blocks.map((b) => b.id))
        const last = Math.max(...linesOf(c).flatMap((l) => (blocks.has(l.block) ? [l.y] : [])))
        expect(grid && (rowY(grid, f.row + f.rows) - last) / grid.row, template.id).toBeLessThan(4)
      }
    }
  })
  it('gives a poem no more columns than stanzas', () => {
    const stanzas = ['风把码头吹得很薄\n薄得像一张旧船票\n船还没有来', '卖鱼的人\n收起了秤\n一言不发']
    const poem = article([block('headline', '等船'), ...stanzas.map((s) => block('paragraph', s))])
    const p = page([story('青浦湾点亮第一盏“潮汐灯”', 30), poem], { number: '08' })
    for (const t of TEMPLATES) {
      const c = compose(p, t)
      checkWhole(p, c)
      const [frame] = c.placement.frames.filter((f) => f.article === p.articles[1]?.id)
      expect(frame && (frame.columns ?? frame.span), t.id).toBeLessThanOrEqual(2)
    }
  })
  it('gives a badge of two lines one ground', () => {
    const box = [block('keyword', '关键词\n返乡'), paragraph(9), block('keyword', '关键词\n留在岛上的人'), paragraph(9)]
    const p = page([article([...story('青浦湾点亮第一盏“潮汐灯”', 9).blocks, ...box])], { number: '05' })
    for (const t of TEMPLATES) {
      const items = compose(p, t).pages.flatMap((s) => s.items)
      const grounds = items.flatMap((i) => (i.kind === 'box' && i.fill && i.x > 0 && i.height < 40 ? [i] : []))
      const own = new Set(box.map((b) => b.text.split('\n')).flatMap((l) => l))
      const lines = items.filter((i) => i.kind === 'line').filter((l) => own.has(textOf(l)))
      expect(lines.length, t.id).toBe(4)
      const behind = lines.map((l) => grounds.find((g) => g.y < l.y && l.y < g.y + g.height && g.x < l.x + l.width))
      for (const k of [0, 2]) {
        expect(behind[k]?.x, t.id).toBeCloseTo(behind[k + 1]?.x ?? NaN)
        expect(behind[k]?.width, t.id).toBeCloseTo(behind[k + 1]?.width ?? NaN)
        expect(behind[k]?.width, t.id).toBeGreaterThan(0)
      }
    }
  })
  it('lets no notice lead a page of notices', () => {
    const notices = ['遗失声明', '停电通知'].map((h) => article([block('headline', h), block('paragraph', SENTENCE)]))
    const p = page(notices, { number: '07' })
    const { frames } = compose(p, templateOf('city-broadsheet')).placement
    expect(frames.map((f) => f.rank)).toEqual(['brief', 'brief'])
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

it('sets a story of a few lines in no more columns than have two of them, from its edge on', () => {
  const items = ['户数：61户', '海拔：1870米', '通车：2020年'].map((text) => block('paragraph', text))
  const p = page([story('桥通了', 9), article([block('headline', '溜索村档案'), ...items])])
  const c = compose(p, templateOf('feature-tabloid'))
  const frame = c.placement.frames.find((f) => f.article === p.articles[1]?.id)
  const [head, ...lines] = linesOf(c).filter((l) => p.articles[1]?.blocks.some((b) => b.id === l.block))
  expect(frame?.span).toBeGreaterThan(1)
  expect(head?.x).toBeCloseTo(columnX(c.pages[0]?.grid ?? gridOf(c.template), frame?.column ?? NaN))
  expect(new Set(lines.map((l) => l.x)).size).toBe(1)
  expect(lines.map(textOf)).toEqual(items.map((b) => b.text))
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
