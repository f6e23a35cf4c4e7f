import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { loadWords, resetWords } from './words.ts'

type Tagger = {
  readonly tag: (text: string) => { word: string; tag: string }[]
  readonly cut: (text: string, unknown: boolean) => string[]
}

const plain = async (): Promise<Tagger> => {
  const { default: nodejieba } = (await import('nodejieba')) as unknown as { default: Tagger } // its types lack it
  return nodejieba
}
const samples = new URL('../../../resources/samples/', import.meta.url)
const lines = readdirSync(samples)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, samples), 'utf8').split('\n'))

afterEach(resetWords)

test('the tags of words are those that nodejieba gives, in lines and in their first and last characters', async () => {
  const [words, nodejieba] = [await loadWords(), await plain()]
  const texts = lines.flatMap((line) =>
    [line, line.slice(0, 8), line.slice(-8), line.slice(3, 12)].map((t) => t.replaceAll(/\p{Cs}/gu, '')),
  )
  expect(texts.length).toBeGreaterThan(400)
  for (const text of [...texts, '', ' ', '\0', '😀好', '好😀😀', '𠮷野家', 'ABC123', '３．１４％'])
    expect([text, words.tag(text)]).toEqual([text, nodejieba.tag(text)])
})

const halves = fc.array(
  fc.constantFrom(
    ...lines.flatMap((line) => [line.slice(0, 9), line.slice(-7), line].map((t) => t.replaceAll(/\p{Cs}/gu, ''))),
  ),
)
const signs = fc.string({
  unit: fc.constantFrom('一', '的', '龘', 'a', 'Z', '7', '.', '%', ' ', '，', '。', '\t', '\n', 'é', '😀', '３'),
})

test('any text is cut as nodejieba cuts it', async () => {
  const [words, nodejieba] = [await loadWords(), await plain()]
  fc.assert(
    fc.property(
      fc.oneof(
        halves.map((parts) => parts.join('')),
        fc
          .array(
            fc.oneof(
              signs,
              halves.map(([a = '']) => a),
            ),
          )
          .map((parts) => parts.join('')),
      ),
      (text) => {
        expect(words.cut(text)).toEqual(nodejieba.cut(text, true))
      },
    ),
  )
})

test.each(['\ud800', '山\ud800水', '\udc00路灯', '老街\ud83d'])(
  'half a character is lost nowhere: %j',
  async (text) => {
    const words = await loadWords()
    expect(words.cut(text).join('')).toBe(text)
    expect(
      words
        .tag(text)
        .map(({ word }) => word)
        .join(''),
    ).toBe(text)
  },
)

test.each([
  ['路灯', 1],
  ['的', 1000],
  ['灯火阅报社', 0],
  ['', 0],
])('how often a word is seen: %s', async (word, least) => {
  const words = await loadWords()
  expect(words.frequency(word)).toBeGreaterThanOrEqual(least)
  if (least === 0) expect(words.frequency(word)).toBe(0)
})

test('a word that is learned has its tag from then on', async () => {
  const words = await loadWords()
  const text = '灯火阅报社今天开张'
  const before = words.tag(text)
  expect(before.map((w) => w.word)).not.toContain('灯火阅报社')
  words.learn('灯火阅报社', 'nt')
  expect(words.tag(text)).toContainEqual({ word: '灯火阅报社', tag: 'nt' })
})
