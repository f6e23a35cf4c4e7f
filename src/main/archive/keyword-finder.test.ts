import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { forgetKeywords, keywordFinder, learnKeyword } from './keyword-finder.ts'
import { article, block, page } from '../../shared/page/build.ts'
import { loadWords } from './words.ts'

const TEXT =
  '入夜以后，老街的路灯一盏一盏亮起来。渡口的轮渡停航已经三年，修复老街的工程今年动工，街道办事处说，路灯用的是旧灯柱。' +
  '我们在渡口遇见摄影师林一舟，他为老街拍照，也为轮渡拍照。'

const words = (text: string, most = 10) => (keywordFinder()?.(text, most) ?? []).map((k) => k.word)

test('says what the text is about, most first', () => {
  expect(words(TEXT, 5)).toEqual(expect.arrayContaining(['渡口', '老街', '轮渡', '路灯']))
  expect(words(TEXT, 3)[0]).toBe('老街')
})

test('not what stands in every text', () => {
  for (const common of ['我们', '的', '也', '，']) expect(words(TEXT, 50)).not.toContain(common)
})

test.each(['', '，。', '\ud800', '\0', 'CPI'])('finds no Chinese word in %j', (text) => {
  expect(words(text).filter((w) => /\p{Script=Han}/u.test(w))).toEqual([])
})

test('a word of the newsroom', () => {
  const text = '灯火阅报社今天开张，灯火阅报社在老街。'
  expect(words(text)).not.toContain('灯火阅报社')
  learnKeyword('灯火阅报社', 'nt')
  expect(words(text)[0]).toBe('灯火阅报社')
  forgetKeywords()
  expect(words(text)).not.toContain('灯火阅报社')
})

test('about what nodejieba finds, and as heavy', async () => {
  const segmenter = await loadWords()
  const { default: nodejieba } = (await import('nodejieba')) as unknown as {
    default: { extract: (text: string, most: number) => { word: string; weight: number }[] }
  }
  const before = new Map(nodejieba.extract(TEXT, 10).map((k) => [k.word, k.weight]))
  const now = segmenter.keywords(TEXT, 10)
  const both = now.filter((k) => before.has(k.word))
  expect(both.length).toBeGreaterThanOrEqual(7)
  for (const { word, weight } of both) {
    const ratio = weight / (before.get(word) ?? 0)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  }
})

test('a word of the text weighs less than one that is printed as a keyword', async () => {
  const segmenter = await loadWords()
  const long = page([article([block('keyword', '渡口'), block('paragraph', '轮渡老街。'.repeat(400))])])
  const weights = derive(long, segmenter).articles[0]?.keywords ?? []
  expect(weights[0]).toEqual(['渡口', 100])
  expect(weights.length).toBeGreaterThan(1)
  for (const [, weight] of weights.slice(1)) expect(weight).toBeLessThan(100)
})
