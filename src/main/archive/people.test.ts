import { expect, test } from 'vitest'
import { article, block, page } from '../../shared/page/build.ts'
import { alikePeople, people } from './people.ts'
import { setBinned } from './store/binning.ts'
import { sql, write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { mergePeople } from './store/people.ts'
import { freshDb, putPage } from './store/testing.ts'

function library() {
  const db = freshDb()
  for (const name of ['呂布', '林一舟', '沈砚秋'])
    putPage(db, page([article([block('headline', '灯'), block('byline', `记者 ${name}`)])]))
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
])('people are listed however they are typed: %s', async (typed, name) =>
  expect(await people(library(), typed, 0, 10)).toMatchObject({ total: 1, people: [{ name }] }),
)

const idOf = (db: Db, name: string) =>
  sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?').get(name)?.id ?? 0

test('by another spelling of the same person', async () => {
  const db = library()
  mergePeople(db, idOf(db, '林一舟'), [idOf(db, '呂布')])
  expect((await people(db, '吕', 0, 10)).people.map((p) => p.name)).toEqual(['林一舟'])
})

const story = (...bylines: readonly string[]) =>
  article([block('headline', '灯'), ...bylines.map((text) => block('byline', text))])

test('a person counts once a story however spelt there, as what they are outside the bin, most stories first', async () => {
  const db = freshDb()
  putPage(db, page([story('记者 林一舟', '通讯员 林一洲'), story('通讯员 林一洲'), story('记者 沈砚秋')]))
  putPage(db, page([story('记者 沈砚秋'), story('记者 沈砚秋'), story('记者 杜若')]))
  putPage(db, page([story('摄影 沈砚秋 杜若', '记者 周行')]))
  write(db, () => setBinned(db, [3], '2026-11-22T00:00:00.000Z'))
  mergePeople(db, idOf(db, '林一舟'), [idOf(db, '林一洲')])
  const listed = await people(db, '', 0, 10)
  expect(listed.total).toBe(3)
  expect(listed.people.map((p) => [p.name, p.articles, p.kinds.join(), p.variants.join()])).toEqual([
    ['沈砚秋', 3, 'reporter', ''],
    ['林一舟', 2, 'correspondent,reporter', '林一洲'],
    ['杜若', 1, 'reporter', ''],
  ])
  expect((await people(db, '', 1, 1)).people.map((p) => p.name)).toEqual(['林一舟'])
})

test('names of one sound and names one character apart may be one person', async () => {
  const db = freshDb()
  putPage(db, page(['林一舟', '林一洲', '沈砚秋', '沈研秋', '沈砚球', '杜若'].map((name) => story(`记者 ${name}`))))
  const groups = await alikePeople(db, 10)
  expect(groups.map((g) => g.map((p) => p.name).toSorted())).toEqual([
    ['林一洲', '林一舟'],
    ['沈研秋', '沈砚球', '沈砚秋'],
  ])
  expect(await alikePeople(db, 1)).toHaveLength(1)
})
