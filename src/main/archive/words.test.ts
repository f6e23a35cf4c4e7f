import { readFileSync, readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { readingOf } from '../../shared/structure/reading.ts'
import { loadWords, resetWords } from './words.ts'

type Tagger = { readonly tag: (text: string) => { word: string; tag: string }[] }

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
  const texts = lines.flatMap((line) => [line, line.slice(0, 8), line.slice(-8), line.slice(3, 12)])
  expect(texts.length).toBeGreaterThan(400)
  for (const text of [...texts, '', ' ', '\0', '\ud800', '山\ud800水', '😀好', 'ABC123', '３．１４％'])
    expect([text, words.tag(text)]).toEqual([text, nodejieba.tag(text)])
})

test('what the structure engine asks together is answered as when it is asked alone', async () => {
  const words = await loadWords()
  const texts = [...lines, '', ' ', '\0', '\ud800', '山\ud800水', '😀好', '好😀', '两\n行', 'ABC123', '３．１４％']
  for (let i = 0; i < texts.length; i += 5) {
    const some = texts.slice(i, i + 5)
    const together = readingOf(words)
    together.readTags(some)
    together.readAcross(texts[i]!, some)
    const alone = readingOf(words)
    const answers = (reading: typeof alone) =>
      some.map((text) => [reading.tags(text), reading.lastTag(text), reading.across(texts[i]!, text)])
    expect([some, answers(together)]).toEqual([some, answers(alone)])
  }
})

test('a word that is learned has its tag from then on', async () => {
  const words = await loadWords()
  const text = '灯火阅报社今天开张'
  const before = words.tag(text)
  expect(before.map((w) => w.word)).not.toContain('灯火阅报社')
  words.learn('灯火阅报社', 'nt')
  expect(words.tag(text)).toContainEqual({ word: '灯火阅报社', tag: 'nt' })
})
