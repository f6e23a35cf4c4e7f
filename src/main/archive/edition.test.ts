import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { benchPage } from '../../../e2e/harness/web-pages.ts'
import { BanxinError } from '../../shared/errors.ts'
import { writeEdition } from './edition.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'banxin-edition-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const pages = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    meta: benchPage(n, 300).meta,
    load: () => Promise.resolve({ page: benchPage(n, 300) }),
  }))
const fresh = { picture: () => undefined, replace: false }

test('the pages of a day are an edition of that day', async () => {
  expect(await writeEdition(folder, pages(3), fresh)).toBe('2024-01-01.site')
  expect(readFileSync(path.join(folder, '2024-01-01.site/index.html'), 'utf8')).toContain('第01版')
  expect(existsSync(path.join(folder, '2024-01-01.site/pages/2024-01-01-03.html'))).toBe(true)
})
test('pages of many days are one edition', async () =>
  expect(await writeEdition(folder, pages(12), fresh)).toBe('edition.site'))
test('an edition that is there is replaced only when asked, and whole', async () => {
  await writeEdition(folder, pages(3), fresh)
  await expect(writeEdition(folder, pages(1), fresh)).rejects.toThrow(BanxinError)
  await writeEdition(folder, pages(1), { ...fresh, replace: true })
  expect(readdirSync(path.join(folder, '2024-01-01.site/pages'))).toEqual(['2024-01-01-01.html'])
})
test('nothing is left of an edition that failed', async () => {
  const broken = [...pages(2), { meta: {}, load: () => Promise.reject(new BanxinError('page/missing')) }]
  await expect(writeEdition(folder, broken, fresh)).rejects.toThrow(BanxinError)
  expect(readdirSync(folder)).toEqual([])
})
test('an edition that is stopped leaves nothing', async () => {
  let loaded = 0
  const counted = pages(30).map((p) => ({ ...p, load: () => (loaded++, p.load()) }))
  expect(await writeEdition(folder, counted, { ...fresh, stopped: () => loaded > 9 })).toBe(undefined)
  expect(readdirSync(folder)).toEqual([])
  expect(loaded).toBeLessThan(30)
})
