import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STORY, commandLine } from './testing.ts'

const { banxin, stopped, check, at } = commandLine({ 'a.txt': STORY })

test('import, search, stats, export, backup, check, restore, salvage', async () => {
  mkdirSync(at('b'))
  writeFileSync(at('b', 'a.txt'), STORY)
  writeFileSync(at('c.txt'), STORY.replaceAll('灯', '桥'))
  const imported = await banxin(
    'import',
    'a.txt',
    'b',
    'gone.txt',
    '--archive',
    'a.db',
    '--publication',
    '江城晚报',
    '--json',
  )
  expect(imported.code).toBe(1)
  expect(imported.err.match(/^3\/3 /gm)).toHaveLength(1)
  expect(JSON.parse(imported.out)).toMatchObject({
    files: 3,
    pages: 1,
    duplicates: 1,
    failed: [{ path: 'gone.txt', code: 'file/missing' }],
  })
  const none = await banxin('import', '/dev/null', '--archive', 'a.db', '--json')
  expect(JSON.parse(none.out)).toMatchObject({ files: 1, failed: [{ path: '/dev/null', code: 'file/unreadable' }] })
  const found = await banxin('search', '老街', '--archive', 'a.db', '--json')
  expect(JSON.parse(found.out)).toMatchObject({
    query: '老街',
    total: 1,
    pages: 1,
    hits: [{ page: 1, publication: '江城晚报' }],
  })
  const stats = await banxin('stats', '--archive', 'a.db', '--json')
  const told = JSON.parse(stats.out) as Record<string, unknown>
  expect(told).toMatchObject({ pages: 1, integrity: 'ok' })
  expect(Object.keys(told)).toEqual(['pages', 'articles', 'characters', 'bytes', 'integrity'])
  await check(['export', '--all', '--archive', 'a.db', '--to', 'json', '--out', 'exported'], 0, /a-1\.page\.json/)
  await banxin('import', 'c.txt', '--archive', 'a.db')
  const without = await banxin('search', '-桥', '--archive', 'a.db', '--json')
  expect(JSON.parse(without.out)).toMatchObject({ query: '-桥', total: 1, hits: [{ page: 1 }] })
  await check(
    ['search', '老街', '日期:20x2..abc', '--archive', 'a.db'],
    0,
    /2 篇，2 版[^]*“日期:20x2\.\.abc”里的日期看不懂，没有用它。/,
  )
  await check(['search', '标题:(', '--archive', 'a.db'], 0, /0 篇[^]*“标题:”后面还没有内容，只按原文查了。/)
  await check(['search', '"老街', '--archive', 'a.db'], 0, /2 篇[^]*引号没有成对，已当作 "老街"。/)
  await check(
    ['search', '老街', '岭头', '--archive', 'a.db'],
    0,
    /0 篇，0 版\n可以这样试试：\n {2}banxin search 老街 {3}2 篇\n/,
  )
  await check(['search', '-n', '--archive', 'a.db'], 2, /没有 -n 这个选项/)
  await check(['search', '灯'.repeat(2001), '--archive', 'a.db'], 2, /QUERY \(2001 > 2000\) 太长/)
  const site = ['export', '1', '77', '2', '--archive', 'a.db', '--to', 'site', '--out', 'web']
  await check([...site, '--site-url', 'paper.example.cn'], 2, /--site-url paper\.example\.cn/)
  await check([...site, '--site-url', 'https://paper.example.cn/e'], 1, /edition\.site[^]*77: 找不到这个版面/)
  expect(readdirSync(at('web/edition.site/pages'))).toHaveLength(2)
  expect(readFileSync(at('web/edition.site/sitemap.xml'), 'utf8')).toContain('https://paper.example.cn/e/')
  await check(site, 1, /--force/)
  const missing = await banxin('export', '77', '--archive', 'a.db', '--to', 'json,txt', '--out', 'exported', '--json')
  expect(missing.code).toBe(1)
  expect(JSON.parse(missing.out)).toMatchObject({ written: [], failed: [{ path: '77', code: 'page/missing' }] })
  expect(missing.err).toContain('找不到这个版面')
  await check(['backup', '--archive', 'a.db', '--to', 'b.db'], 0, /2 版/)
  await check(['check', '--archive', 'a.db'], 0, /完好/)
  truncateSync(at('a.db'), 20_000)
  await check(['check', '--archive', 'a.db'], 1, /salvage/)
  await check(['backup', '--archive', 'a.db', '--to', 'c.db'], 1, /档案库已损坏.*banxin restore/)
  expect(existsSync(at('c.db'))).toBe(false)
  await check(['salvage', '--archive', 'a.db', '--to', 'new.db'], 1, /./)
  await check(['salvage', '--archive', 'b.db', '--to', 'b.db'], 1, /已有 b\.db。请换一个名字/)
  await check(['restore', 'b', '--archive', 'a.db'], 1, /这是文件夹/)
  await check(['restore', 'b.db', '--archive', 'a.db'], 0, /已恢复/)
  await check(['check', '--archive', 'a.db'], 0, /完好/)
  await check(['restore', 'a.txt', '--archive', 'a.db'], 1, /备份不能用/)
  await check(['dump', '--archive', 'a.db', '--to', 'all.jsonl'], 0, /2 版/)
  await check(['load', 'all.jsonl', '--archive', 'again.db'], 0, /读入 2 版/)
  expect(readFileSync(at('all.jsonl'), 'utf8').split('\n').length).toBe(4)
  expect(existsSync(at('a.db-wal'))).toBe(false)
})

test('what failed is named as it was given; an empty path is none; the archive is not written over', async () => {
  mkdirSync(at('in'))
  writeFileSync(at('in', 'nul.txt'), new Uint8Array(10))
  writeFileSync(at('in', 'x.pdf'), STORY)
  const failed = async (...paths: string[]) => {
    const { code, out } = await banxin('import', ...paths, '--archive', 'a.db', '--json')
    expect(code).toBe(1)
    return (JSON.parse(out) as { failed: { path: string }[] }).failed.map((f) => f.path)
  }
  expect(await failed('a.txt', 'no/1.txt', 'no/2.txt')).toEqual(['no/1.txt', 'no/2.txt'])
  expect(await failed('no/1.txt', 'no/2.txt')).toEqual(['no/1.txt', 'no/2.txt'])
  expect(await failed('no')).toEqual(['no'])
  expect(await failed('in')).toEqual(['in/nul.txt'])
  await check(['import', 'in', '--archive', 'a.db'], 1, /^另有 1 个文件不能读入，已略过：pdf 1。$/m)
  await check(['import', '', '--archive', 'a.db'], 2, /缺少 PATH/)
  await check(['dump', '--archive', 'a.db', '--to', 'a.db', '--force'], 1, /a\.db 就是档案库本身/)
  await check(['dump', '--archive', 'a.db', '--to', 'a.txt/all.jsonl'], 1, /写不了文件：all\.jsonl（E[A-Z]+）/)
  await check(['salvage', '--archive', 'a.txt', '--to', 'new.db'], 1, /从 .*a\.txt 里读不出任何内容/)
  await check(['check', '--archive', 'a.db'], 0, /完好，共 1 版/)
})

test('an empty file is no archive, and what failed leaves none behind', async () => {
  writeFileSync(at('empty.db'), '')
  writeFileSync(at('nul.txt'), new Uint8Array(10))
  writeFileSync(at('no.jsonl'), 'nonsense')
  await check(['stats', '--archive', at('empty.db')], 1, /这不是版心的档案库/)
  expect(readFileSync(at('empty.db')).length).toBe(0)
  await check(['import', at('nul.txt'), '--archive', at('a.db')], 1, /nul\.txt: /)
  await check(['load', at('no.jsonl'), '--archive', at('b.db')], 1, /no\.jsonl 的第 1 行读不懂/)
  expect(readdirSync(at()).toSorted()).toEqual(['a.txt', 'empty.db', 'no.jsonl', 'nul.txt'])
})

test('an archive that may not be written is searched all the same, and takes nothing in', async () => {
  await banxin('import', 'a.txt', '--archive', 'a.db')
  chmodSync(at('a.db'), 0o444)
  await check(['search', '老街', '--archive', 'a.db'], 0, /1 篇，1 版/)
  await check(['import', 'a.txt', '--archive', 'a.db'], 1, /档案库不能写入/)
})

test('an import that is stopped says what is left, and the same command goes on', async () => {
  mkdirSync(at('b'))
  const count = 3000
  for (let i = 0; i < count; i++) writeFileSync(at('b', `${i}.txt`), `${STORY}\n第${i}盏。\n`)
  const ran = await stopped(/^\d+\/3000/m, 'import', 'b', '--archive', 'a.db', '--json')
  expect(ran.code, ran.err).toBe(1)
  expect(ran.err).toMatch(/停下了：还有 \d+ 个文件没有读/)
  const { pages } = JSON.parse(ran.out) as { pages: number }
  const again = await banxin('import', 'b', '--archive', 'a.db', '--json')
  expect(again.code, again.err).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ files: count, pages: count - pages, duplicates: pages, failed: [] })
})
