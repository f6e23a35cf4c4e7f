import { expect, test } from 'vitest'
import { freshDb } from './testing.ts'
import { inOrder, writeRows } from './rows.ts'

test.each([
  ['nothing', [], []],
  ['one', [7], [0]],
  ['several', [3, 1, 2], [1, 2, 0]],
  ['equals as they come', [2, 1, 2, 1], [1, 3, 0, 2]],
  ['large ones', [2 ** 52, 0, 2 ** 51], [1, 2, 0]],
  ['large ones that are nearly the same', [2 ** 52 + 1, 2 ** 52, 1], [2, 0, 1]],
])('places in the order of their keys: %s', (_, keys, places) => expect(inOrder(keys)).toEqual(places))

test.each([0, 1, 255, 256, 257, 1000])('%i rows are written, each once', (count) => {
  const db = freshDb()
  const values = Array.from({ length: count }, (_, i) => [i + 1, `词${i}`]).flat()
  writeRows(db, 2, values, (v) => `INSERT INTO keyword (id, word) VALUES ${v}`)
  expect(db.prepare('SELECT id, word FROM keyword ORDER BY id').raw().all().flat()).toEqual(values)
  db.close()
})
