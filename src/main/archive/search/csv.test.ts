import { setImmediate as rest } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { setBinned } from '../store/binning.ts'
import { sql, write } from '../store/db.ts'
import { savePage } from '../store/page.ts'
import { freshDb, putPage } from '../store/testing.ts'
import { cell, csv } from './csv.ts'

const check = (value: string, expected: string) => expect(cell(value)).toBe(expected)

test('a plain text', () => check('渡口的灯', '渡口的灯'))
test('commas', () => check('甲,乙', '"甲,乙"'))
test('quotation marks', () => check('他说"好"', '"他说""好"""'))
test('a heading on two lines', () => check('渡口\n的灯', '"渡口\n的灯"'))
test.for(['=1+1', '+86', '-5', '@a', '＝1+1', '＋86', '\t=1'])('a formula: %s', (value) => check(value, `'${value}`))
test('a formula with a quotation mark', () => check('=A1&","', `"'=A1&"",""${'"'}`))

test('a thousand hits in the order of their pages; what changes meanwhile is written as it is at its turn, what comes is not', async () => {
  const db = freshDb()
  const stories = Array.from({ length: 20 }, (_, a) =>
    article([block('headline', `灯之${a}`), block('paragraph', '渡口的"灯"，亮了')]),
  )
  const meta = { publication: '江城晚报', date: '2022-05-04', number: 'A04' }
  for (let p = 0; p < 50; p++) putPage(db, page(stories, meta))
  const written = csv(db, { query: '渡口' })
  await rest()
  // The first page is written, the others wait.
  write(db, () => setBinned(db, [1, 50], '2026-11-22T00:00:00.000Z'))
  sql(db, 'DELETE FROM page WHERE id = 50').run()
  savePage(db, 40, 1, page([article([block('headline', '桥')]), ...stories.slice(0, 19)], meta), '编辑')
  savePage(db, 39, 1, page([article([block('headline', '渡口')]), ...stories], meta), '编辑')
  savePage(db, 38, 1, page([article([block('headline', '桥')])], meta), '编辑')
  putPage(db, page(stories, meta))
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written)
  const rows = Array.from({ length: 980 }, (_, i) => {
    const [p, a] = [Math.floor(i / 20) + 1, i % 20]
    if (p === 38 || (p === 40 && a === 19)) return []
    const first = p === 39 && a === 0 ? ['江城晚报,2022-05-04,A04,,渡口,,主标题,渡口,39'] : []
    return [...first, `江城晚报,2022-05-04,A04,,灯之${a},,正文,"渡口的""灯""，亮了",${p}`]
  })
  expect(text.split('\r\n')).toEqual(['\ufeff报纸,日期,版次,版名,标题,署名,所在,摘录,版面编号', ...rows.flat(), ''])
})

test('an archive that is closed meanwhile gives no shorter list', async () => {
  const db = freshDb()
  for (let p = 0; p < 300; p++) putPage(db, page([article([block('headline', '渡口')])]))
  const written = csv(db, { query: '渡口' })
  await rest()
  db.close()
  await expect(written).rejects.toMatchObject({ code: 'archive/unavailable' })
})

test('in English its head and the roles are English, what the newspaper prints stays', async () => {
  const db = freshDb()
  putPage(db, page([article([block('headline', '灯'), block('caption', '渡口')])], { publication: '江城晚报' }))
  const [, head, row] =
    /^(.*)\r\n(.*)\r\n$/.exec(new TextDecoder().decode(await csv(db, { query: '渡口' }, 'en'))) ?? []
  expect(head).toBe('Newspaper,Date,Page,Section,Headline,Byline,Found in,Excerpt,Page no.')
  expect(row).toBe('江城晚报,,,,灯,,Caption,渡口,1')
})
