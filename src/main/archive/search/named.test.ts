import { expect, test } from 'vitest'
import { normalise } from '../../../shared/search/normalise.ts'
import { article, block, page } from '../../../shared/page/build.ts'
import { setBinned } from '../store/binning.ts'
import { noteRelearned } from '../store/change.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { savePage } from '../store/page.ts'
import { mergePeople } from '../store/people.ts'
import { freshDb, putPage } from '../store/testing.ts'
import { facets } from './facets.ts'
import { namedNow } from './named.ts'
import { tally } from './naming.ts'
import { readNames } from './read-names.ts'
import { countSearch } from './service.ts'
import { suggest } from './suggest.ts'

const story = (byline: string, keyword: string) =>
  article([block('headline', '渡口的灯'), block('byline', byline), block('keyword', `关键词 ${keyword}`)])

const pageOf = (...stories: readonly (readonly [string, string])[]) => page(stories.map(([b, k]) => story(b, k)))

const TABLES = { people: ['article_person', 'person_id'], keywords: ['article_keyword', 'keyword_id'] } as const

/** What is held, over all articles and over those of the first page, is what the tables say. */
function check(db: Db) {
  for (const kind of ['people', 'keywords'] as const) {
    const [table, column] = TABLES[kind]
    const truth = (where: string) =>
      sql<{ id: number; n: number }>(
        db,
        `SELECT ${column} AS id, count(DISTINCT article_id) AS n FROM ${table} JOIN article ON article.id = article_id
          JOIN page ON page.id = page_id WHERE deleted_at IS NULL AND ${where} GROUP BY 1 ORDER BY 1`,
      ).all()
    const counted = (counts: ArrayLike<number | undefined>) =>
      Array.from(counts, (n, id) => ({ id, n: n ?? 0 })).filter(({ n }) => n > 0)
    const named = namedNow(db)[kind]
    expect(counted(named.counts)).toEqual(truth('1'))
    const ids = sql<{ id: number }>(db, 'SELECT article.id FROM article WHERE page_id = 1')
      .all()
      .map((a) => a.id)
    const tallied = tally(
      named,
      Float64Array.from(ids),
      Float64Array.from(ids, () => 1),
    )
    expect(counted(tallied)).toEqual(truth('page_id = 1'))
  }
}

const library = () => {
  const db = freshDb()
  putPage(db, pageOf(['记者 林一舟 通讯员 沈砚秋', '老街'], ['记者 林一舟', '渡口'], ['本报讯', '老街']))
  putPage(db, pageOf(['林一舟 文 林一舟 摄', '老街'], ['沈砚秋', '新桥']))
  putPage(db, pageOf(['钱望山', '渡口']))
  return db
}
const BINNED = '2026-11-22T00:00:00.000Z'

test.each<readonly [string, (db: Db) => unknown]>([
  ['nothing', () => 0],
  ['a page came', (db) => putPage(db, pageOf(['欧阳海曙', '新桥']))],
  ['a page was changed', (db) => savePage(db, 1, 1, pageOf(['欧阳海曙', '新桥']), '编辑')],
  ['a page went into the bin', (db) => write(db, () => setBinned(db, [2], BINNED))],
  [
    'and came out of it',
    (db) => {
      write(db, () => setBinned(db, [2, 3], BINNED))
      check(db)
      write(db, () => setBinned(db, [3], null))
    },
  ],
  [
    'a page went into the bin and out of the archive at once',
    (db) => {
      write(db, () => setBinned(db, [2], BINNED))
      db.exec('DELETE FROM page WHERE id = 2')
    },
  ],
  [
    'the same, and another page came',
    (db) => {
      write(db, () => setBinned(db, [2], BINNED))
      db.exec('DELETE FROM page WHERE id = 2')
      putPage(db, pageOf(['欧阳海曙', '新桥']))
    },
  ],
  [
    'a word of the dictionary gave a story another keyword',
    (db) => {
      db.exec('DELETE FROM article_keyword WHERE article_id IN (SELECT id FROM article WHERE page_id = 3)')
      noteRelearned(db)
    },
  ],
])('what is named is held as it is: %s', async (_, change) => {
  const db = library()
  check(db)
  change(db)
  check(db)
  const again = library()
  change(again)
  await readNames(again)
  check(again)
})

test('people are told as the ones they are spellings of, once a story', async () => {
  const db = library()
  const told = async () => (await facets(db, { query: '渡口' })).people.map((p) => `${p.value} ${p.count}`)
  expect(await told()).toEqual(['林一舟 3', '沈砚秋 2', '钱望山 1'])
  const id = (name: string) => sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?').get(name)?.id ?? 0
  mergePeople(db, id('林一舟'), [id('沈砚秋')])
  expect(await told()).toEqual(['林一舟 4', '钱望山 1'])
})

test('a word that comes later is suggested too', () => {
  const db = library()
  const values = (typed: string) => suggest(db, typed).map((s) => `${s.value} ${s.count}`)
  expect(values('laoj')).toEqual(['老街 3'])
  putPage(db, pageOf(['记者 林望山', '老屋']))
  expect(values('linw')).toEqual(['林望山 1'])
  expect(values('lao')).toEqual(['老街 3', '老屋 1'])
  expect(values('老')).toEqual(['老街 3', '老屋 1'])
})

test.each(['旧', '舊', 'ＣＰＩ', 'cpi', 'Cpi数'])(
  'a keyword is suggested in whatever script, width and case: %s',
  (typed) => {
    const db = freshDb()
    putPage(db, pageOf(['林一舟', '舊街'], ['林一舟', 'CPI數據']))
    expect(suggest(db, normalise(typed)).map((s) => s.value)).toEqual([/旧|舊/.test(typed) ? '舊街' : 'CPI數據'])
  },
)

test('a newspaper and a person too', () => {
  const db = freshDb()
  putPage(db, page([story('呂海', '老街')], { publication: '海曙Ｄaily報' }))
  const values = (typed: string) => suggest(db, normalise(typed)).map((s) => s.value)
  expect(['DAILY报', 'ＤＡＩＬＹ報'].map(values)).toEqual([['海曙Ｄaily報'], ['海曙Ｄaily報']])
  expect(['吕', '呂海'].map(values)).toEqual([['呂海'], ['呂海']])
})

test.each([
  ['关键词:老街', 3],
  ['关键词:街', 3],
  ['keyword:老街 署名:沈砚秋', 1],
  ['-关键词:老街', 3],
  ['关键词:舊', 0],
])('stories are found by a keyword of theirs: %s', (query, articles) =>
  expect(countSearch(library(), { query }).articles).toBe(articles),
)

test('a keyword is found in whatever script, width and case', () => {
  const db = freshDb()
  putPage(db, pageOf(['林一舟', '舊街'], ['林一舟', 'CPI數據']))
  const found = ['旧街', '舊街', 'ｃｐｉ', '数据'].map((word) => countSearch(db, { query: `关键词:${word}` }).articles)
  expect(found).toEqual([1, 1, 1, 1])
  expect(countSearch(db, { query: '', keywords: ['舊街'] }).articles).toBe(1)
})

test.each([
  ['署名:lin', ['署名:林一舟']],
  ['署名：林', ['署名:林一舟']],
  ['Byline:沈', ['byline:沈砚秋']],
  ['作者:lao', []],
  ['关键词:lao', ['关键词:老街']],
  ['报纸:hs', ['报纸:海曙日报', '报纸:"海曙 新报"']],
  ['报纸:', []],
  ['日期:2022', []],
  ['标题:老', []],
  ['无此:老', []],
])('after the name of a field what that has is suggested: %s', (typed, inserts) => {
  const db = library()
  for (const publication of ['海曙日报', '海曙日报', '海曙 新报'])
    putPage(db, page([article([block('headline', '灯')])], { publication, date: '2022-05-04', number: '1' }))
  expect(suggest(db, normalise(typed)).map((s) => s.insert)).toEqual(inserts)
})
