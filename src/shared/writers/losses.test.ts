import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WRITERS } from './index.ts'
import { heldTable } from './losses-table.ts'
import { heldBy, PROBES } from './losses.ts'

const lost = async (id: string) => {
  const writer = WRITERS.find((w) => w.id === id)
  const held = writer ? await heldBy(writer) : []
  expect(held.length).toBe(PROBES.length)
  return held.filter((h) => h.told < h.of).map((h) => h.probe.id)
}
const PAGE_ONLY = ['spans', 'confidence', 'joins', 'confirmed', 'proposals']

test('JSON loses nothing', async () => expect(await lost('json')).toEqual([]))
test('Markdown loses what only Banxin knows, and what is no text', async () =>
  expect(await lost('markdown')).toEqual(['controls', 'halves', ...PAGE_ONLY]))
test('Word keeps stories, roles and marks', async () =>
  expect(await lost('docx')).toEqual(['placeholder', 'title', 'controls', 'halves', ...PAGE_ONLY]))
test('a web page keeps stories, roles and marks', async () =>
  expect(await lost('html')).toEqual(['placeholder', 'title', 'controls', 'halves', ...PAGE_ONLY]))
test('WeChat drops addresses', async () => expect(await lost('wechat')).toContain('link'))
test('the README says of every format what it holds', async () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const [, section = ''] = readme.split('## What each format holds')
  const rows = (section.split('### ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((c) => c.trim()),
    )
  expect(rows).toEqual(await heldTable('en'))
})
