/** Everything that the window says stands in both tables, and nothing is said beside them. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { EN } from './en.ts'
import { startLanguages } from './languages.ts'
import { ZH } from './zh.ts'

const renderer = path.resolve(import.meta.dirname, '..')

/** Where the Chinese is not speech but the language of queries and of patterns for file names, the same for everyone. */
const SYNTAX = ['features/search/SearchStart.tsx', 'features/people/People.tsx', 'features/imports/Patterns.tsx']

test('both languages have the same texts with the same places in them', () => {
  expect(Object.keys(EN).toSorted()).toEqual(Object.keys(ZH).toSorted())
  const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted()
  for (const [key, text] of Object.entries<string>(ZH))
    expect([key, places(text)]).toEqual([key, places((EN as Record<string, string>)[key] ?? '')])
})

test('a title that has quotation marks has single ones in a sentence that quotes it', () => {
  startLanguages()
  expect(i18next.t('toast.removed', { title: '点亮“潮汐灯”' })).toBe('已删除“点亮‘潮汐灯’”')
})

test('English has no Chinese but the name of the program', () => {
  const chinese = Object.entries<string>(EN).filter(([, text]) => /\p{Script=Han}/u.test(text))
  expect(chinese.filter(([, text]) => !text.includes('版心')).map(([key]) => key)).toEqual([])
})

test('nothing stands in the tables that nobody says', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: renderer }).filter(
    (file) => !/(?:^|[\\/])(?:zh|en|texts(?:-zh|-en)?)\.ts$|\.test\.ts$/.test(file),
  )
  const code = files.map((file) => readFileSync(path.join(renderer, file), 'utf8')).join('\n')
  // Where the end of a key is worked out, its beginning is written.
  const beginnings = [...code.matchAll(/`((?:[\w-]+\.)+)\$\{/g)].map(([, beginning = '']) => beginning)
  const isSaid = (key: string) => code.includes(`'${key}'`) || beginnings.some((b) => key.startsWith(b))
  const keys = Object.keys(ZH).map((key) => key.replace(/_(?:one|other)$/, ''))
  expect(keys.filter((key) => !isSaid(key))).toEqual([])
})

test('no component says anything beside the tables', () => {
  const files = globSync('**/*.tsx', { cwd: renderer }).filter((file) => !SYNTAX.includes(file.replaceAll('\\', '/')))
  const said = files.flatMap((file) => {
    const code = readFileSync(path.join(renderer, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, '')
    const chinese = code.match(/\p{Script=Han}+/gu) ?? []
    const attributes = code.match(/\b(?:title|aria-label|placeholder|alt)="[^"]*\p{L}[^"]*"/gu) ?? []
    return [...chinese, ...attributes].map((text) => `${file}: ${text}`)
  })
  expect(said).toEqual([])
})

test('English nouns follow their numbers, written with or without separators', () => {
  startLanguages()
  const said = (key: string, n: number | string) => i18next.t(key, { lng: 'en', n })
  expect([0, 1, 2].map((n) => said('status.doubts', n))).toEqual(['0 doubts (F8)', '1 doubt (F8)', '2 doubts (F8)'])
  expect([said('library.stories', 1), said('library.stories', 9)]).toEqual(['1 story', '9 stories'])
  expect([said('library.characters', '1'), said('library.characters', '2,014')]).toEqual([
    '1 character',
    '2,014 characters',
  ])
})

test('no English text has a number before a noun that is always many', () => {
  const many = Object.entries<string>(EN).filter(
    ([key, text]) =>
      !key.endsWith('_other') && /\}\} (?:pages|blocks|doubts|stories|files|chars|characters|lines)\b/.test(text),
  )
  expect(many).toEqual([])
})
