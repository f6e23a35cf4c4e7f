import { expect, test } from 'vitest'
import type { Block, Mark } from '../../page/page.ts'
import { SCRIPTS, dressesOf } from './dress.ts'
import { linesOf } from './paragraph.ts'
import type { Setting } from './setting.ts'
import { dotsOf } from './runs.ts'

const body: Setting = { face: 'song', measure: 10, indent: 0, align: 'left', hang: false }

const block = (text: string, ...marks: readonly Mark[]): Block => ({
  id: 'b1',
  role: 'paragraph',
  text,
  marks: [...marks],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
})
const set = (b: Block, setting: Partial<Setting> = {}) =>
  linesOf(b.text, { ...body, ...setting, changes: dressesOf(b, 'song', 'hei-bold') })
const runs = (b: Block) =>
  set(b).flatMap((l) =>
    l.runs.map((r) => `${r.text} ${r.face}${r.script ? ` ${r.script}` : ''}${r.dotted ? ' ·' : ''}`),
  )

test.each<[string, Block, readonly string[]]>([
  ['no marks', block('海水升温'), ['海水升温 song']],
  ['bold', block('海水升温', { kind: 'bold', start: 2, end: 4 }), ['海水 song', '升温 hei-bold']],
  ['italics are 楷体', block('海水升温', { kind: 'italic', start: 0, end: 2 }), ['海水 kai', '升温 song']],
  ['raised', block('平方m2', { kind: 'superscript', start: 3, end: 4 }), ['平方 song', 'm song', '2 song super']],
  ['lowered', block('CO2', { kind: 'subscript', start: 2, end: 3 }), ['CO song', '2 song sub']],
  [
    'dots under Han characters, not under marks',
    block('必须，保护', { kind: 'emphasis', start: 0, end: 5 }),
    ['必须 song ·', '， song', '保护 song ·'],
  ],
  [
    'one in the other',
    block('海水升温', { kind: 'bold', start: 0, end: 3 }, { kind: 'emphasis', start: 1, end: 2 }),
    ['海 hei-bold', '水 hei-bold ·', '升 hei-bold', '温 song'],
  ],
  [
    'a link looks like its text',
    block('海水', { kind: 'link', start: 0, end: 2, href: 'https://example.org/' }),
    ['海水 song'],
  ],
])('%s', (_, b, expected) => expect(runs(b)).toEqual(expected))

test('what is raised is narrower, close to what it belongs to, and never begins a line', () => {
  const b = block('一二三四五六七八九米2', { kind: 'superscript', start: 10, end: 11 })
  const lines = set(b)
  expect(lines.map((l) => b.text.slice(l.start, l.end))).toEqual(['一二三四五六七八九', '米2'])
  const [han, two] = lines[1]?.runs ?? []
  expect(two?.x).toBe(han?.width)
  const [plain] = linesOf('2', body)
  expect(two?.width).toBeCloseTo((plain?.width ?? 0) * SCRIPTS.super.size)
})

test('a dot stands under the middle of each character, spaced as they are', () => {
  const b = block('必须保护', { kind: 'emphasis', start: 0, end: 4 })
  const at = (track: number) =>
    set(b, { track })[0]?.runs.flatMap((r) => dotsOf(r).map(({ x }) => Number(x.toFixed(3))))
  expect(at(0)).toEqual([0.5, 1.5, 2.5, 3.5])
  expect(at(0.1)).toEqual([0.5, 1.6, 2.7, 3.8])
})
