import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { sql } from './db.ts'
import { keywords, mergePeople, people } from './people.ts'
import { freshDb, putPage } from './testing.ts'

function library() {
  const db = freshDb()
  for (const [name, keyword] of [
    ['呂布', '舊街'],
    ['林一舟', 'CPI數據'],
    ['沈砚秋', '渡口'],
  ] as const)
    putPage(
      db,
      page([
        article([block('headline', '灯'), block('byline', `记者 ${name}`), block('keyword', `关键词 ${keyword}`)]),
      ]),
    )
  return db
}

test.each([
  ['吕', '呂布'],
  ['呂', '呂布'],
  [' 吕布 ', '呂布'],
  ['LV', '呂布'],
  ['lü', '呂布'],
  ['lb', '呂布'],
  ['ＬＹＺ', '林一舟'],
  ['沈砚', '沈砚秋'],
  ['沈硯秋', '沈砚秋'],
])('people are listed however they are typed: %s', (typed, name) =>
  expect(people(library(), typed, 0, 10)).toMatchObject({ total: 1, people: [{ name }] }),
)

test('by another spelling of the same person', () => {
  const db = library()
  const id = (name: string) => sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?').get(name)?.id ?? 0
  mergePeople(db, id('林一舟'), [id('呂布')])
  expect(people(db, '吕', 0, 10).people.map((p) => p.name)).toEqual(['林一舟'])
})

test.each([
  ['旧', ['舊街']],
  ['cpi', ['CPI數據']],
  ['数据', ['CPI數據']],
  ['', ['CPI數據', '渡口', '舊街']],
])('keywords are listed however they are typed: %s', (typed, words) =>
  expect(keywords(library(), typed, 10).map((k) => k.word)).toEqual(words),
)
