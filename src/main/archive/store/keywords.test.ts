import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { derive } from '../derive.ts'
import { textKeywords } from './article.ts'
import { savePage } from './page.ts'
import { freshDb, putPage } from './testing.ts'

const state = (text: string) => page([article([block('headline', '灯'), block('paragraph', text)])])

test.each([
  ['a word that still stands there', '渡口的老街点灯了。', ['老街', '渡口']],
  ['not one that is gone', '老街点灯了。', ['老街']],
  ['none where nothing stands', '', []],
])('a save keeps the keywords of the text: %s', (_, text, kept) => {
  const db = freshDb()
  const before = state('渡口的老街修灯。')
  const derived = derive(before)
  const id = putPage(db, before, {
    ...derived,
    articles: derived.articles.map((a) => ({
      ...a,
      keywords: [
        ['老街', 8.1],
        ['渡口', 7],
      ],
    })),
  })
  savePage(db, id, 1, state(text), '编辑')
  expect([...textKeywords(db, id).values()].flat().map(([word]) => word)).toEqual(kept)
  db.close()
})
