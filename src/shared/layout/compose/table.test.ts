import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import { compose } from '../compose.ts'
import type { Composed } from '../compose.ts'
import { findingsOf } from '../findings.ts'
import type { TextLine } from '../geometry.ts'
import type { Frame } from '../placement.ts'
import { rowY } from '../template.ts'
import { templateOf } from '../templates.ts'
import { linesOf, paragraph, solid, textOf } from '../testing.ts'

const NARROW = ['代码', '名称', '收盘'] as const
const WIDE = ['车次', '始发站', '终到站', '开点', '到点', '票价'] as const
const rowsOf = (heads: readonly string[], count: number): readonly string[] => [
  `| ${heads.join(' | ')} |`,
  `|${heads.map(() => '---').join('|')}|`,
  ...Array.from({ length: count }, (_, i) => `| ${heads.map((h, k) => `${h.slice(0, 2)}${i}${k}`).join(' | ')} |`),
]
const withTable = (heads: readonly string[], count: number, paragraphs = 4) =>
  page([
    article([
      block('headline', '下月起列车运行图调整'),
      paragraph(2),
      ...rowsOf(heads, count).map((row) => block('paragraph', row)),
      ...Array.from({ length: paragraphs }, () => paragraph(2)),
    ]),
  ])
const set = (heads: readonly string[], count: number, template = 'national-broadsheet') =>
  compose(withTable(heads, count), templateOf(template))
/** The words of a block on the sheets, left to right and down, once. */
const cellLines = (c: Composed, word: string): readonly TextLine[] => linesOf(c).filter((l) => textOf(l) === word)
const rules = (c: Composed) => c.pages.flatMap((p) => p.items.filter((i) => i.kind === 'rule'))

test('cells stand in columns, without their bars', () => {
  const c = set(NARROW, 3)
  expect(linesOf(c).some((l) => textOf(l).includes('|') || textOf(l).includes('---'))).toBe(false)
  for (const row of rowsOf(NARROW, 3).filter((_, i) => i !== 1)) {
    const lines = row
      .split('|')
      .map((w) => w.trim())
      .filter(Boolean)
      .map((w) => cellLines(c, w)[0])
    expect(new Set(lines.map((l) => l?.y)).size).toBe(1)
    expect(lines.map((l) => l?.x)).toEqual(lines.map((l) => l?.x).toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  }
})
test('a short name is not broken where a longer cell can give', () => {
  const rows = ['玩法|期号|号码', '---|---|---', '双色球|2026063|02 07 11 19 24 31', '七乐彩|2026063|03 08 12 15 21 26']
  const p = page([article([block('headline', '彩票开奖'), ...rows.map((row) => block('paragraph', `|${row}|`))])])
  for (const id of ['city-tabloid', 'national-broadsheet'])
    expect(cellLines(compose(p, templateOf(id)), '双色球'), id).toHaveLength(1)
})
test('rules stand between rows and columns', () => {
  const [first, second] = [cellLines(set(NARROW, 3), '代码00')[0], cellLines(set(NARROW, 3), '代码10')[0]]
  const between = rules(set(NARROW, 3)).filter(
    (r) => r.y1 === r.y2 && r.y1 > (first?.y ?? 0) && r.y1 < (second?.y ?? 0),
  )
  expect(between).toHaveLength(1)
})
test('the head stands again over each column that a long table goes on in', () => {
  const c = set(NARROW, 90)
  const heads = cellLines(c, '代码')
  const columns = new Set(linesOf(c).flatMap((l) => (/^代码\d/.test(textOf(l)) ? [Math.round(l.x / 60)] : [])))
  expect(columns.size).toBeGreaterThan(1)
  expect(heads).toHaveLength(columns.size)
  expect(cellLines(c, '收盘892')).toHaveLength(1)
})
test('a table a little too wide for its column is set smaller, and no name in it is torn', () => {
  const rows = ['| 名次 | 队伍 | 成绩 | 舵手 |', '|---|---|---|---|', '| 1 | 老街队 | 2分11秒4 | 蒋明月 |']
  const c = compose(
    page([
      article([block('headline', '龙舟赛'), paragraph(2), ...rows.map((r) => block('paragraph', r)), paragraph(2)]),
    ]),
    templateOf('feature-tabloid'),
  )
  for (const word of ['名次', '老街队', '2分11秒4', '蒋明月']) expect(cellLines(c, word)).toHaveLength(1)
})
test('the last row of a table never stands alone over a column', () => {
  for (let count = 3; count < 60; count++) {
    const c = set(NARROW, count, 'feature-tabloid')
    const [last, before] = [cellLines(c, `代码${count - 1}0`)[0], cellLines(c, `代码${count - 2}0`)[0]]
    expect([count, last?.x]).toEqual([count, before?.x])
  }
})
test('a wide table stands over columns, each of its rows on one line', () => {
  const c = set(WIDE, 6)
  const [left, right] = [cellLines(c, '车次00')[0], cellLines(c, '票价05')[0]]
  const { column } = c.pages[0]?.grid ?? { column: NaN }
  expect(left?.y).toBe(right?.y)
  expect((right?.x ?? 0) - (left?.x ?? 0)).toBeGreaterThan(column)
})
test('a table without text beside it takes the whole width of its story', () => {
  const rows = rowsOf(WIDE, 8).map((row) => block('paragraph', row))
  const c = compose(page([article([block('headline', '列车时刻'), ...rows])]), templateOf('national-broadsheet'))
  const [frame] = c.placement.frames
  expect(frame?.insets.map((i) => [i.kind, i.column, i.span])).toEqual([['table', 0, frame?.span]])
})
test('a long wide table is set in parts side by side', () => {
  const c = set(WIDE, 60)
  expect(cellLines(c, '车次').length).toBeGreaterThan(1)
  expect(cellLines(c, '票价595')).toHaveLength(1)
})
test('a cell can be found, where it stands in the text', () => {
  const p = withTable(WIDE, 2)
  const texts = new Map(p.articles.flatMap((a) => a.blocks.map((b) => [b.id, b.text])))
  for (const l of linesOf(compose(p, templateOf('city-tabloid'))))
    if (texts.has(l.block)) expect(solid(texts.get(l.block)?.slice(l.start, l.end) ?? '')).toBe(textOf(l))
})
test.each(['national-broadsheet', 'feature-tabloid', 'city-tabloid'])(
  'no row of any table is lost on %s',
  (template) => {
    for (const [heads, count] of [
      [NARROW, 200],
      [WIDE, 5],
      [WIDE, 300],
      [[...WIDE, ...WIDE, ...WIDE, ...WIDE], 4],
    ] as const) {
      const found = new Set(linesOf(set(heads, count, template)).map((l) => l.block))
      const wanted = withTable(heads, count).articles.flatMap((a) => a.blocks.filter((b) => !b.text.includes('---')))
      expect(wanted.filter((b) => !found.has(b.id))).toEqual([])
    }
  },
)
test('with its place gone by hand it stands in the text', () => {
  const p = withTable(WIDE, 6)
  const t = templateOf('national-broadsheet')
  const { placement } = compose(p, t)
  const frames = placement.frames.map((f) => ({ ...f, rows: f.rows + 10, insets: [] }))
  const c = compose(p, t, { ...placement, frames })
  expect(placement.frames[0]?.insets.map((i) => i.kind)).toEqual(['table'])
  const found = new Set(linesOf(c).map((l) => l.block))
  const rows = p.articles.flatMap((a) => a.blocks.filter((b) => /\|.*[^-|]/.test(b.text)))
  expect(rows.map((b) => found.has(b.id))).toEqual(rows.map(() => true))
})
const byHand = (heads: readonly string[], count: number, change: (f: Frame) => Frame) => {
  const p = withTable(heads, count)
  const t = templateOf('national-broadsheet')
  const { placement } = compose(p, t)
  const c = compose(p, t, { ...placement, frames: placement.frames.map(change) })
  const [sheet] = c.pages
  const [frame] = c.placement.frames
  const foot = sheet && frame ? rowY(sheet.grid, frame.row + frame.rows) : NaN
  const found = new Set(linesOf(c).map((l) => l.block))
  return {
    lost: p.articles.flatMap((a) => a.blocks.filter((b) => !b.text.includes('---') && !found.has(b.id))).length,
    overset: findingsOf(p, c).some((f) => f.code === 'overset'),
    below: linesOf(c).filter((l) => p.articles[0]?.blocks.some((b) => b.id === l.block) && l.y > foot).length,
  }
}
test('in columns too few for its cells it stands in the text, and what has no room there is told', () => {
  const narrowed = byHand([...WIDE, ...WIDE], 20, (f) => ({
    ...f,
    insets: f.insets.map((i) => ({ ...i, column: 0, span: 1 })),
  }))
  expect(narrowed.lost === 0 || narrowed.overset).toBe(true)
})
test('a row that began as a line of a narrow frame goes on as one in a wider frame', () => {
  const p = withTable([...WIDE, ...WIDE], 3, 0)
  const t = templateOf('national-broadsheet')
  const { placement } = compose(p, t)
  for (let rows = 9; rows < 30; rows++) {
    const frames = placement.frames.flatMap((f): readonly Frame[] => [
      { ...f, span: 1, row: 0, rows, insets: [] },
      { ...f, span: 4, columns: 1, column: 1, row: 0, rows: 60, insets: [] },
    ])
    const c = compose(p, t, { ...placement, frames })
    const standing = new Set(
      linesOf(c).flatMap((l) => Array.from({ length: l.end - l.start }, (_, i) => `${l.block} ${l.start + i}`)),
    )
    const blocks = p.articles.flatMap((a) => a.blocks.filter((b) => !b.text.includes('---')))
    const lost = blocks.filter((b) =>
      Array.from(b.text.matchAll(/[^\s|]/g)).some((m) => !standing.has(`${b.id} ${m.index}`)),
    )
    expect([rows, lost.map((b) => b.text)]).toEqual([rows, []])
  }
})
test('a frame too low for it has no row of it below its foot', () => {
  const { below, overset } = byHand(WIDE, 60, (f) => ({ ...f, rows: 24 }))
  expect({ below, overset }).toEqual({ below: 0, overset: true })
})
test('figures stand under each other by their last ones, and the longest under the middle of its column’s name', () => {
  const rows = ['| 球队 | 进球 | 积分 |', '|---|---|---|', '| 海湾 | 131 | 39 |', '| 临川 | 29 | 6 |']
  const p = page([article([block('headline', '积分榜'), ...rows.map((r) => block('paragraph', r))])])
  const c = compose(p, templateOf('national-broadsheet'))
  const of = (word: string) => cellLines(c, word)[0]
  const right = (word: string) => (of(word)?.x ?? NaN) + (of(word)?.width ?? NaN)
  const left = (word: string) => (of(word)?.x ?? NaN) + (of(word)?.runs[0]?.x ?? NaN) * (of(word)?.size ?? NaN)
  const middle = (word: string) => (left(word) + right(word)) / 2
  expect(right('29')).toBeCloseTo(right('131'), 1)
  expect(right('6')).toBeCloseTo(right('39'), 1)
  expect(middle('131')).toBeCloseTo(middle('进球'), 0)
})

test('a table in a boxed section stands in its box', () => {
  const section = [
    block('keyword', '关键词 讲价'),
    paragraph(2),
    ...rowsOf(NARROW, 3).map((row) => block('paragraph', row)),
  ]
  const p = page([
    article([
      block('headline', '渔港三成渔获上岸前就有了买主'),
      ...Array.from({ length: 8 }, () => paragraph(2)),
      ...section,
    ]),
  ])
  const c = compose(p, templateOf('national-broadsheet'))
  const box = c.pages[0]?.items.find((i) => i.kind === 'box' && i.fill === c.template.tint)
  const cells = linesOf(c).filter((l) => /^(?:代码|名称|收盘)/.test(textOf(l)))
  expect(cells.map(textOf)).toEqual([...NARROW, ...[0, 1, 2].flatMap((i) => NARROW.map((h, k) => `${h}${i}${k}`))])
  const within = (l: TextLine) => box?.kind === 'box' && l.y > box.y && l.y < box.y + box.height
  expect(cells.every(within)).toBe(true)
})
