import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { migrate } from '../migrations/index.ts'
import { openDb, sql, write } from './db.ts'
import type { Db } from './db.ts'
import { keywordIds } from './keyword.ts'
import { putPage } from './testing.ts'

const put = (db: Db, ...words: string[]) => write(db, () => idsOf(db, words))

function idsOf(db: Db, words: readonly string[]): readonly (number | undefined)[] {
  const ids = keywordIds(db, new Set(words))
  return words.map((word) => ids.get(word))
}

const kept = (db: Db, ...words: string[]) =>
  words.map((word) => sql<{ id: number }>(db, 'SELECT id FROM keyword WHERE word = ?').get(word)?.id)

/** Two connections to one archive. */
function two(): readonly [Db, Db] {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-keyword-'))
  const file = path.join(folder, 'a.banxin')
  const dbs = [openDb(file, { create: true }), openDb(file, { create: true })] as const
  migrate(dbs[0])
  onTestFinished(() => {
    for (const db of dbs) db.close()
    rmSync(folder, { recursive: true })
  })
  return dbs
}

test('a word has one number, whoever asks', () => {
  const [a, b] = two()
  const first = put(a, '渡口', '老街')
  expect(put(a, '老街', '渡口', '新桥')).toEqual([first[1], first[0], 3])
  expect(put(b, '渡口', '老街')).toEqual(first)
  expect(kept(a, '渡口', '老街', '新桥')).toEqual([...first, 3])
})

test('words that were taken back are put in again', () => {
  const [db] = two()
  put(db, '渡口')
  const failing = () =>
    write(db, () => {
      idsOf(db, ['老街', '新桥'])
      throw new RangeError('taken back')
    })
  expect(failing).toThrow('taken back')
  const ids = put(db, '渡口', '新桥')
  expect(ids).toEqual(kept(db, '渡口', '新桥'))
  expect(kept(db, '老街')).toEqual([undefined])
})

test('what another connection put in the place of words that were taken back', () => {
  const [a, b] = two()
  expect(() =>
    write(a, () => {
      idsOf(a, ['老街'])
      throw new RangeError('taken back')
    }),
  ).toThrow('taken back')
  put(b, '新桥')
  expect(put(a, '老街', '新桥')).toEqual(kept(b, '老街', '新桥'))
})

test('a long printed keyword is cut between characters, so that another connection knows it again', () => {
  const boxed = page([article([block('headline', '渡口'), block('keyword', `${'灯'.repeat(39)}😀老街`)])])
  const dbs = two()
  expect(dbs.map((db) => putPage(db, boxed))).toEqual([1, 2])
  expect(kept(dbs[0], `${'灯'.repeat(39)}😀`)).toEqual([1])
})
