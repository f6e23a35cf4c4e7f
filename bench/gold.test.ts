import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldPages, sampleGold } from './gold-pages.ts'
import { parseGold } from '../e2e/harness/gold.ts'

const head = '%% kind: 日报    quality: clean    marks: yes\n'

/** A page in one line a block: `article role: text`, the text read back through its spans. */
function shown(file: string): string[] {
  const { text, gold } = parseGold(head + file)
  return gold.articles.flatMap((a, i) =>
    a.blocks.map((b) => `${i + 1} ${b.role}: ${b.spans.map(([s, e]) => text.slice(s, e)).join('|')}`),
  )
}

const check = (file: string, expected: string[]) => expect(shown(file)).toEqual(expected)
const refuse = (file: string, message: RegExp) => expect(() => parseGold(file)).toThrow(message)

describe('parseGold', () => {
  test('text is the file without head and tags', () =>
    expect(parseGold(`${head}\n# [1.1 headline]海上有灯\n\n[1.2 paragraph]夜里。 [1.3 note]（完）\n`).text).toBe(
      '\n# 海上有灯\n\n夜里。 （完）\n',
    ))
  test('head', () =>
    expect(parseGold('%% kind: 地方 日报  quality: noisy\n%% marks: no\n[1.1 paragraph]一')).toMatchObject({
      kind: '地方 日报',
      quality: 'noisy',
      marks: false,
    }))
  test('marks are no text', () => check('## [1.1 kicker]引题', ['1 kicker: 引题']))
  test('blanks round a piece are no text', () => check('  [1.1 kicker] 引 题  ', ['1 kicker: 引 题']))
  test('a block goes on', () => check('[1.1 paragraph]一\n\n[1.1]二', ['1 paragraph: 一|二']))
  test('glued pieces', () =>
    check('[1.1 paragraph]甲\n[1.2 caption]图[1.1]乙', ['1 paragraph: 甲|乙', '1 caption: 图']))
  test('order is by number', () => check('[2.1 headline]后\n[1.1 headline]先', ['1 headline: 先', '2 headline: 后']))
  test('other brackets are text', () => check('[1.1 paragraph]［注］[一] [x]', ['1 paragraph: ［注］[一] [x]']))
  test('headings keep lines', () =>
    expect(parseGold(`${head}[1.1 headline]上\n[1.1]下`).gold.articles[0]?.blocks[0]?.text).toBe('上\n下'))
  test('paragraphs join', () =>
    expect(parseGold(`${head}[1.1 paragraph]用 Node\n[1.1]js 写\n[1.1]成`).gold.articles[0]?.blocks[0]?.text).toBe(
      '用 Node js 写成',
    ))
})

describe('errors name the line', () => {
  test('no tag', () => refuse(`${head}\n没有标记`, /line 3: text without a tag/))
  test('text before a tag', () => refuse(`${head}甲[1.1 paragraph]乙`, /line 2: text without a tag/))
  test('unknown role', () => refuse(`${head}[1.1 title]甲`, /line 2: .*no role "title"/))
  test('never opened', () => refuse(`${head}[1.1]甲`, /line 2: .*never opened/))
  test('opened twice', () => refuse(`${head}[1.1 kicker]甲\n[1.1 kicker]乙`, /line 3: .*second time/))
  test('empty piece', () => refuse(`${head}[1.1 kicker] \n`, /line 2: .*no text/))
  test('no kind', () => refuse('[1.1 kicker]甲', /kind/))
  test('quality', () => refuse('%% kind: a quality: fine marks: no\n', /quality/))
  test('mark where none may be', () => refuse('%% kind: a quality: clean marks: no\n# [1.1 kicker]甲', /line 2: a #/))
  test('folio among others', () => refuse(`${head}[1.1 folio]甲\n[1.2 kicker]乙`, /article 1: a folio/))
})

describe.each([
  ['train', () => goldPages('train')],
  ['held', () => goldPages('held')],
  ['samples', sampleGold],
])('%s', (_set, pages) => {
  test('every page parses and covers its text', () => {
    for (const { name, text, gold } of pages()) {
      const seen = new Uint8Array(text.length)
      for (const b of gold.articles.flatMap((a) => a.blocks))
        for (const [start, end] of b.spans) for (let i = start; i < end; i++) seen[i]! += 1
      const bare = text.replace(/^#{1,6}(?=\s)/gm, (mark) => ' '.repeat(mark.length))
      for (let i = 0; i < text.length; i++) if (/\S/.test(bare[i]!)) expect([name, i, seen[i]]).toEqual([name, i, 1])
    }
  })
})

describe('sample pages', () => {
  const folder = new URL('../resources/samples/', import.meta.url)
  const files = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md')
  const gold = new Map(sampleGold().map((page) => [page.name, page]))
  test('a gold file for each', () =>
    expect(files.map((f) => f.replace(/\.\w+$/, '')).toSorted()).toEqual([...gold.keys()]))
  test.each(files)('%s is its gold without tags', (file) => {
    const bytes = readFileSync(new URL(file, folder))
    const page = gold.get(file.replace(/\.\w+$/, ''))
    const readings = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes))
    expect(readings).toContain(page?.text)
  })
})
