import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS } from './commands/index.ts'
import { STORY, commandLine } from './testing.ts'

const { banxin, check, at } = commandLine({ 'a.txt': STORY })

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
  await check(['export', '1', 'x', '-', '--archive', 'none.db', '--to', 'json', '--out', 'o'], 2, /不认得 x -\n/)
  await check(['search', 'x', '--archive', 'none.db', '--limit', '-3'], 2, /不认得 --limit -3\n/)
  await check(['convert', 'x.txt', '--to', 'pdf', '--out', 'o', '--template', 'nope'], 2, /nope \(national-broadsheet/)
  expect(readdirSync(at())).toEqual(['a.txt'])
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
  writeFileSync(at('nul.txt'), new Uint8Array(50))
  await check(['structure', 'nul.txt'], 1, /不是文本文件/)
})

test('convert writes whole files, numbers equal names, and overwrites nothing unasked', async () => {
  mkdirSync(at('b'))
  writeFileSync(at('b', 'a.txt'), STORY)
  await check(['convert', 'a.txt', 'b/a.txt', 'gone.txt', '--to', 'json,html', '--out', 'out'], 1, /gone\.txt/)
  expect(readdirSync(at('out')).toSorted()).toEqual(['a-2.html', 'a-2.page.json', 'a.html', 'a.page.json'])
  await check(['convert', 'a.txt', '--to', 'json', '--out', 'out'], 1, /--force/)
  await check(['convert', 'a.txt', '--to', 'json', '--out', 'out', '--force'], 0, /a\.page\.json/)
})

test('a folder that cannot be one is told once, before anything is made for it', async () => {
  for (const out of ['a.txt', 'a.txt/in'])
    await check(
      ['convert', 'a.txt', 'gone.txt', '--to', 'json', '--out', out],
      1,
      new RegExp(`^写不了文件：[^\\n]*ENOTDIR[^\\n]*\\n$`),
    )
})
