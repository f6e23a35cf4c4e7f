import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { derive } from '../derive.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { textKeywords } from './article.ts'
import { openDb } from './db.ts'
import { insertPage, savePage } from './page.ts'
import { putSource } from './source.ts'

const state = (text: string) => page([article([block('headline', '灯'), block('paragraph', text)])])

test.each([
  ['a word that still stands there', '渡口的老街点灯了。', ['老街', '渡口']],
  ['not one that is gone', '老街点灯了。', ['老街']],
  ['none where nothing stands', '', []],
])('a save keeps the keywords of the text: %s', (_, text, kept) => {
  const db = openDb(':memory:', { create: true })
  for (const m of MIGRATIONS) db.exec(m)
  const before = state('渡口的老街修灯。')
  const derived = derive(before)
  const id = insertPage(db, {
    name: '灯',
    sourceId: putSource(db, Uint8Array.of(1)),
    reader: 'text',
    encoding: 'utf-8',
    notices: [],
    meta: {},
    json: JSON.stringify(before),
    derived: {
      ...derived,
      articles: derived.articles.map((a) => ({
        ...a,
        keywords: [
          ['老街', 8.1],
          ['渡口', 7],
        ],
      })),
    },
    who: '编辑',
  })
  savePage(db, id, 1, state(text), '编辑')
  expect([...textKeywords(db, id).values()].flat().map(([word]) => word)).toEqual(kept)
  db.close()
})
