/** Stories that a full sheet sends on: what is planned for the sheet stands on it, and what goes on is worth turning for. */
import { describe, expect, it } from 'vitest'
import { block, page } from '../page/build.ts'
import { compose } from './compose.ts'
import { drawFrame } from './compose/frame.ts'
import { columnsOf } from './compose/room.ts'
import type { Desk } from './compose/room.ts'
import { linesOfStory, needsOf, storyOf } from './compose/story.ts'
import type { Frame } from './placement.ts'
import { gridOf } from './template.ts'
import { TEMPLATES, templateOf } from './templates.ts'
import { checkWhole, linesOf, paragraph, story } from './testing.ts'

/** With a heading of two lines before every second paragraph, as a long report has them. */
const report = (title: string, paragraphs: number) =>
  story(
    title,
    0,
    Array.from({ length: paragraphs }, (_, i) => [
      ...(i % 2 === 1 ? [block('crosshead', '等一个潮\n等了十一年')] : []),
      paragraph(1 + (i % 3)),
    ]).flat(),
  )

describe('a story that goes on', () => {
  it('has as many lines in its first frame as are planned for it, wherever a heading stands', () => {
    const t = templateOf('national-broadsheet')
    const desk: Desk = { t, grid: gridOf(t) }
    const own = storyOf(report('电站少惊一只鸟', 12), 'story')
    const wish = { wide: 1, others: 1, scale: 1, reserved: 0 }
    const shape = { span: 2, head: 'over', boxed: false, wish } as const
    const at = { page: 0, column: 0, row: 0, span: 2, air: 0 }
    const place = { ...at, rank: 'story', head: 'over', boxed: false, pinned: false } as const
    const lines = linesOfStory(own, columnsOf({ ...shape, column: 0 }, desk), desk)
    const total = lines.reduce((sum, l) => sum + l.rows, 0)
    for (let most = 8; most < lines.length; most++) {
      const needs = needsOf(own, shape, desk, most)
      if (!needs) throw new Error('no shape')
      const frame: Frame = { ...place, article: own.article.id, rows: needs.rows, insets: needs.insets }
      const { over } = drawFrame(own, frame, desk, { to: '（下转第2版）' })
      const promised = lines.slice(0, most).reduce((sum, l) => sum + l.rows, 0)
      expect(total - over, `${most} lines`).toBeGreaterThanOrEqual(promised)
    }
  })
  it('takes one frame of each sheet, and no sheet for a few lines', () => {
    let sentOn = 0
    for (const t of TEMPLATES)
      for (let length = 4; length < 12; length++) {
        const p = page(
          [
            report('青浦湾点亮第一盏“潮汐灯”', t.sheet === 'broadsheet' ? 40 : 12),
            report('渔港三成渔获上岸前就有了买主', length),
            report('电站少惊一只鸟', 22),
          ],
          { number: '3' },
        )
        const c = compose(p, t)
        checkWhole(p, c)
        for (const a of p.articles) {
          const frames = c.placement.frames.filter((f) => f.article === a.id)
          expect(new Set(frames.map((f) => f.page)).size, t.id).toBe(frames.length)
          const body = new Set(a.blocks.flatMap((b) => (b.role === 'paragraph' ? [b.id] : [])))
          for (const { page: sheet } of frames.slice(1)) {
            sentOn++
            const lines = linesOf({ ...c, pages: c.pages.slice(sheet, sheet + 1) }).filter((l) => body.has(l.block))
            expect(lines.length, `${t.id}, ${length} paragraphs`).toBeGreaterThan(8)
          }
        }
      }
    expect(sentOn).toBeGreaterThan(8)
  })
  it('has its pictures beside the text that they belong to, on whichever sheet that stands', () => {
    const pictures = Array.from({ length: 6 }, (_, i) => [
      ...Array.from({ length: 8 }, () => paragraph(2)),
      block('caption', `图${i}：江边的老码头上，渡船在等人。`),
    ])
    const p = page([story('一条江的二十年', 1, pictures.flat())], { number: '3' })
    const c = compose(p, templateOf('feature-tabloid'))
    const photos = c.pages.map((sheet) => sheet.items.flatMap((i) => (i.kind === 'photo' ? [i.block] : [])))
    const captions = p.articles.flatMap((a) => a.blocks.flatMap((b) => (b.role === 'caption' ? [b.id] : [])))
    expect(photos.length).toBeGreaterThan(1)
    expect(photos.map((on) => on.length)).not.toContain(0)
    expect(photos.map((on) => on.toSorted()).flat()).toEqual(captions.toSorted())
    checkWhole(p, c)
  })
  it('says in its last frame what a picture shows that has no place', () => {
    const p = page([story('一条江的二十年', 9, [block('caption', '江边的老码头上，渡船在等人。')])], { number: '3' })
    const t = templateOf('national-tabloid')
    const frame = {
      article: 'a1',
      page: 0,
      column: 0,
      span: 2,
      row: 0,
      rank: 'lead',
      head: 'over',
      boxed: false,
    } as const
    const rest = { pinned: true, air: 0, insets: [] }
    for (const rows of [30, 50]) {
      const frames = [
        { ...frame, ...rest, rows },
        { ...frame, ...rest, column: 2, rows: 50 },
      ]
      checkWhole(p, compose(p, t, { template: t.id, leading: t.grid.leading, frames }))
    }
  })
  it('says who wrote it behind a vertical headline that takes its whole frame', () => {
    const p = page([story('一条江的二十年', 3)], { number: '3' })
    const t = templateOf('national-tabloid')
    const at = {
      article: 'a1',
      page: 0,
      span: 1,
      row: 0,
      rank: 'lead',
      boxed: false,
      pinned: true,
      air: 0,
      insets: [],
    } as const
    for (let rows = 12; rows < 32; rows++) {
      const frames = [
        { ...at, head: 'vertical', column: 0, rows },
        { ...at, head: 'over', column: 1, span: 3, rows: 60 },
      ] as const
      checkWhole(p, compose(p, t, { template: t.id, leading: t.grid.leading, frames: [...frames] }))
    }
  })
})
