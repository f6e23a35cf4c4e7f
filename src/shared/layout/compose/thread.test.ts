import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import { gridOf } from '../template.ts'
import { templateOf } from '../templates.ts'
import { columnsOf } from './room.ts'
import { storyOf } from './story.ts'
import { thread } from './thread.ts'

const t = templateOf('national-broadsheet')
const desk = { t, grid: gridOf(t) }

/** Stories of more and more paragraphs of three lines, the last one half full so that no spacing wins or fills it, in three columns. */
const threaded = (rows: number) =>
  Array.from({ length: 12 }, (_, i) => {
    const text = '一二三四五六七八九十'.repeat(9).slice(0, Math.round(t.grid.characters * 2.5) - t.body.indent)
    const blocks = Array.from({ length: i + 2 }, () => block('paragraph', text))
    const [own] = page([article(blocks)]).articles
    if (!own) throw new Error('no story')
    const columns = columnsOf({ column: 0, span: 3, boxed: false }, desk)
    return thread(storyOf(own, 'story'), columns, desk, undefined, { columns: 3, rows, insets: [] })
  })

test('where there is room no line stands alone at a column’s head', () =>
  expect(threaded(40).flatMap(({ filled }) => filled.lonely)).toEqual([]))
test('all lines stand, the columns as even as before', () => {
  for (const { lines, filled } of threaded(40)) {
    expect(filled.next).toBe(lines.length)
    expect(filled.depth).toBeLessThanOrEqual(Math.ceil(lines.length / 3) + 1)
  }
})
