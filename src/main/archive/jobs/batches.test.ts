/** How many files go to a thread at once: what came of them is told when all of them are ready. */
import { expect, test } from 'vitest'
import { STORY, jobsOf, withFolder } from './testing.ts'

/** The batches in which `count` files with so many paragraphs each are read. */
const check = (count: number, paragraphs: number, expected: readonly number[]) =>
  withFolder(
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, STORY(i).repeat(paragraphs)])),
    async (folder) => {
      const batches: number[] = []
      const { jobs } = jobsOf(folder, (bench) => (name, input, options) => {
        if (name === 'page' && input && 'files' in input && input.files.length > 0) batches.push(input.files.length)
        return bench(name, input, options)
      })
      const id = await jobs.create([folder], {})
      jobs.start(id)
      await jobs.wait(id)
      expect(batches).toEqual(expected)
    },
  )

test('of small files two dozen go at first', () => check(60, 1, [24, 24, 12]))
test('long pages are few from the first on', () => check(5, 700, [2, 2, 1]))
test('a file larger than a batch goes alone', () => check(3, 2000, [1, 1, 1]))
