import { expect, test } from 'vitest'
import { FARTHEST, NO_ADAPTATION } from './adapt.ts'
import { adapt, structure } from './index.ts'
import type { Adaptation } from './index.ts'
import type { Role } from '../page/page.ts'

/** Pages of a paper that signs its stories in corner marks, as a person left them. */
const pages = ['渡口修好了', '桥头换新灯', '老街有新铺'].map((headline, i) => {
  const lines: [Role, string][] = [
    ['headline', headline],
    ['byline', `〔河湾组 ${i + 1} 号〕`],
    ['paragraph', '天还没有亮，摆渡的老葛已经把缆绳理好，等第一拨赶集的人下到码头上来。'],
  ]
  let source = ''
  const blocks = lines.map(([role, text]) => {
    const start = source.length
    source += `${text}\n\n`
    return { role, spans: [[start, start + text.length]] as [number, number][] }
  })
  return { source, known: [{ blocks }] }
})

const roles = (source: string, adaptation?: Adaptation) =>
  structure(source, adaptation ? { adaptation } : {}).page.articles.flatMap((a) => a.blocks.map((b) => b.role))

const learned = pages.slice(0, 2).reduce((a, p) => adapt(a, p.source, p.known), NO_ADAPTATION)

test('a confirmed page is read right afterwards', () =>
  expect(roles(pages[0]!.source, learned)).toEqual(['headline', 'byline', 'paragraph']))
test('and so is the next of that paper', () =>
  expect(roles(pages[2]!.source, learned)).toEqual(['headline', 'byline', 'paragraph']))
test('a page that was right teaches nothing', () => {
  const again = adapt(learned, pages[1]!.source, pages[1]!.known)
  expect({ ...again, pages: 0 }).toEqual({ ...learned, pages: 0 })
})
test('no weight moves far', () => {
  const all = [...Object.values(learned.features).flatMap((row) => Object.values(row)), ...Object.values(learned.edges)]
  expect(all.every((v) => Math.abs(v) <= FARTHEST)).toBe(true)
})
test('it is plain JSON', () => expect(JSON.parse(JSON.stringify(learned))).toEqual(learned))
test('without it everything is as before', () =>
  expect(roles(pages[2]!.source)).toEqual(roles(pages[2]!.source, NO_ADAPTATION)))
test('blocks that no longer cover the page are passed over', () =>
  expect(adapt(learned, '另一页\n\n还有一行', pages[0]!.known)).toBe(learned))
test('the prior is left as it was', () => {
  const before = JSON.stringify(learned)
  adapt(learned, pages[2]!.source, pages[2]!.known)
  expect(JSON.stringify(learned)).toBe(before)
})
