import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { COMMANDS } from './commands/index.ts'
import { temporaryFolder } from '../archive/testing.ts'

const ENTRY = path.join(path.dirname(fileURLToPath(import.meta.url)), 'index.ts')
const STORY =
  '海曙旧街新灯\n\n本报记者 林一舟\n\n入夜以后，老街的灯一盏一盏亮起来。\n\n修灯的人说，灯亮了，路就短了。\n'

// Every command is a process of its own that loads the whole workstation.
vi.setConfig({ testTimeout: 240_000 })

let folder = ''
let remove = () => {}
beforeAll(() => ({ folder, remove } = temporaryFolder()))
afterAll(() => remove())

type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs `banxin` as npm does: in another folder than the person stands in. */
const banxin = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { cwd: path.dirname(ENTRY), env: { ...process.env, INIT_CWD: folder } }
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', ENTRY, ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

const check = async (args: readonly string[], code: number, says: RegExp) => {
  const ran = await banxin(...args)
  expect(ran.code, ran.err).toBe(code)
  expect(ran.out + ran.err).toMatch(says)
  expect(ran.out + ran.err).not.toMatch(/\n\s+at .*\.ts:/)
}

test('wrong use exits 2 with the usage line', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /banxin structure FILE/],
    [['nonsense'], /没有这个命令/],
    [['structure'], /用法: banxin structure FILE/],
    [['structure', '--nope', 'x'], /用法/],
    [['import', 'x'], /--archive/],
    [['search', 'x', '--archive', 'none.db'], /没有档案库/],
    [['check', '--archive', 'none.db', '--lang', 'en'], /no archive/],
    [['convert', 'x.txt', '--to', 'nonsense', '--out', 'o'], /没有这种格式/],
  ]
  await Promise.all(cases.map(([args, says]) => check(args, 2, says)))
  await check(['--lang', 'en', 'structure', '--bogus', 'x'], 2, /There is no option --bogus\nUsage: banxin structure/)
  await check(['structure', 'x', '--lang'], 2, /--lang 后面缺少值/)
  await check(['structure', 'x', '--lang', 'fr'], 2, /不认得 --lang fr/)
  await check(['structure', 'x', 'y'], 2, /多出了 y/)
  await check(['search', ' ', '--archive', 'none.db'], 2, /缺少 QUERY/)
  await check(['export', '1', '--all', '--archive', 'none.db', '--to', 'json', '--out', 'o'], 2, /只能用一样/)
  await check(['convert', 'x.txt', '--to', 'pdf', '--out', 'o', '--template', 'nope'], 2, /nope \(national-broadsheet/)
  expect(readdirSync(folder)).toEqual([])
})

test('--help on every command', async () => {
  await check(['structure', '--help', '--lang', 'en'], 0, /banxin structure FILE/)
  const { out } = await banxin('--help')
  for (const name of Object.keys(COMMANDS)) {
    const { usage, about } = await COMMANDS[name]!()
    expect(usage).toMatch(new RegExp(`^banxin ${name}\\b`))
    expect(out).toContain(usage)
    expect(out).toContain(about.zh)
  }
})

test('structure says what stands on a page', async () => {
  writeFileSync(path.join(folder, 'a.txt'), STORY)
  const { code, out } = await banxin('structure', 'a.txt', '--json')
  const page = JSON.parse(out) as {
    source: string
    encoding: string
    articles: { blocks: { text: string; spans: [number, number][] }[] }[]
  }
  expect([code, page.source, page.encoding]).toEqual([0, STORY, 'utf-8'])
  const covered = page.articles
    .flatMap((a) => a.blocks.flatMap((b) => b.spans.map(([s, e]) => STORY.slice(s, e))))
    .join('')
  expect(covered.replace(/\s/g, '')).toBe(STORY.replace(/\s/g, ''))
  writeFileSync(path.join(folder, 'nul.txt'), new Uint8Array(50))
  await check(['structure', 'nul.txt'], 1, /不是文本文件/)
})

test('convert writes whole files, numbers equal names, and overwrites nothing unasked', async () => {
  mkdirSync(path.join(folder, 'b'))
  writeFileSync(path.join(folder, 'b', 'a.txt'), STORY)
  await check(['convert', 'a.txt', 'b/a.txt', 'gone.txt', '--to', 'json,html', '--out', 'out'], 1, /gone\.txt/)
  expect(readdirSync(path.join(folder, 'out')).toSorted()).toEqual([
    'a-2.html',
    'a-2.page.json',
    'a.html',
    'a.page.json',
  ])
  await check(['convert', 'a.txt', '--to', 'json', '--out', 'out'], 1, /--force/)
  await check(['convert', 'a.txt', '--to', 'json', '--out', 'out', '--force'], 0, /a\.page\.json/)
})

test('import, search, stats, export, backup, check, restore, salvage', async () => {
  writeFileSync(path.join(folder, 'c.txt'), STORY.replaceAll('灯', '桥'))
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
  expect(JSON.parse(imported.out)).toMatchObject({
    files: 3,
    pages: 1,
    duplicates: 1,
    failed: [{ path: 'gone.txt', code: 'file/missing' }],
  })
  const found = await banxin('search', '老街', '--archive', 'a.db', '--json')
  expect(JSON.parse(found.out)).toMatchObject({
    query: '老街',
    total: 1,
    pages: 1,
    hits: [{ page: 1, publication: '江城晚报' }],
  })
  const stats = await banxin('stats', '--archive', 'a.db', '--json')
  expect(JSON.parse(stats.out)).toMatchObject({ pages: 1, integrity: 'ok' })
  await check(['export', '--all', '--archive', 'a.db', '--to', 'json', '--out', 'exported'], 0, /a-1\.page\.json/)
  await banxin('import', 'c.txt', '--archive', 'a.db')
  const site = ['export', '1', '77', '2', '--archive', 'a.db', '--to', 'site', '--out', 'web']
  await check([...site, '--site-url', 'paper.example.cn'], 2, /--site-url paper\.example\.cn/)
  await check([...site, '--site-url', 'https://paper.example.cn/e'], 1, /edition\.site[^]*77: 找不到这个版面/)
  expect(readdirSync(path.join(folder, 'web/edition.site/pages'))).toHaveLength(2)
  expect(readFileSync(path.join(folder, 'web/edition.site/sitemap.xml'), 'utf8')).toContain(
    'https://paper.example.cn/e/',
  )
  await check(site, 1, /--force/)
  await check(['export', '77', '--archive', 'a.db', '--to', 'json', '--out', 'exported'], 1, /找不到这个版面/)
  await check(['backup', '--archive', 'a.db', '--to', 'b.db'], 0, /2 版/)
  await check(['check', '--archive', 'a.db'], 0, /完好/)
  truncateSync(path.join(folder, 'a.db'), 20_000)
  await check(['check', '--archive', 'a.db'], 1, /salvage/)
  await check(['backup', '--archive', 'a.db', '--to', 'c.db'], 1, /档案库已损坏.*banxin restore/)
  expect(existsSync(path.join(folder, 'c.db'))).toBe(false)
  await check(['salvage', '--archive', 'a.db', '--to', 'new.db'], 1, /./)
  await check(['salvage', '--archive', 'b.db', '--to', 'b.db'], 1, /已有 b\.db。请换一个名字/)
  await check(['restore', 'b', '--archive', 'a.db'], 1, /这是文件夹/)
  await check(['restore', 'b.db', '--archive', 'a.db'], 0, /已恢复/)
  await check(['check', '--archive', 'a.db'], 0, /完好/)
  await check(['restore', 'a.txt', '--archive', 'a.db'], 1, /备份不能用/)
  await check(['dump', '--archive', 'a.db', '--to', 'all.jsonl'], 0, /2 版/)
  await check(['load', 'all.jsonl', '--archive', 'again.db'], 0, /读入 2 版/)
  expect(readFileSync(path.join(folder, 'all.jsonl'), 'utf8').split('\n').length).toBe(4)
  expect(existsSync(path.join(folder, 'a.db-wal'))).toBe(false)
})

test('an empty file is no archive, and what failed leaves none behind', async () => {
  const own = temporaryFolder()
  const at = (name: string) => path.join(own.folder, name)
  try {
    writeFileSync(at('empty.db'), '')
    writeFileSync(at('nul.txt'), new Uint8Array(10))
    writeFileSync(at('no.jsonl'), 'nonsense')
    await check(['stats', '--archive', at('empty.db')], 1, /这不是版心的档案库/)
    expect(readFileSync(at('empty.db')).length).toBe(0)
    await check(['import', at('nul.txt'), '--archive', at('a.db')], 1, /nul\.txt: /)
    await check(['load', at('no.jsonl'), '--archive', at('b.db')], 1, /no\.jsonl 的第 1 行读不懂/)
    expect(readdirSync(own.folder).toSorted()).toEqual(['empty.db', 'no.jsonl', 'nul.txt'])
  } finally {
    own.remove()
  }
})
