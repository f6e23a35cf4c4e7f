import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { sql } from '../store/db.ts'
import { freshDb, putPage } from '../store/testing.ts'
import { nextPages } from './waiting.ts'

const state = (...texts: readonly string[]) => page(texts.map((text) => article([block('paragraph', text)])))

test('each page that waits comes with its own articles, in their order; one in the bin or gone with none', () => {
  const db = freshDb()
  const ids = Array.from({ length: 150 }, (_, i) => putPage(db, state(`灯${i}`, `桥${i}`)))
  const [binned = 0, kept = 0] = [ids[3], ids[149]]
  sql(db, 'UPDATE page SET deleted_at = ? WHERE id = ?').run('2026-01-01T00:00:00.000Z', binned)
  sql(db, 'INSERT INTO search_pending (page_id) VALUES (?)').run(99_999)
  const pages = nextPages(db)
  expect(pages.map((p) => p.id)).toEqual([...ids, 99_999])
  expect(pages.find((p) => p.id === kept)?.articles.map((a) => [a.pageId, a.text])).toEqual([
    [kept, '灯149'],
    [kept, '桥149'],
  ])
  for (const p of pages) {
    expect(p.articles).toHaveLength(p.id === binned || p.id === 99_999 ? 0 : 2)
    expect(p.articles.map((a) => a.id)).toEqual(p.articles.map((a) => a.id).toSorted((a, b) => a - b))
  }
  db.close()
})

test.each(['灯', '\ufeff灯\ufeff', '𠮷野家😀', 'Łódź ½', ''])(
  'the text of an article that waits is what was stored: %j',
  (text) => {
    const db = freshDb()
    putPage(db, state(text))
    expect(nextPages(db)[0]?.articles.map((a) => a.text)).toEqual([text])
    db.close()
  },
)
