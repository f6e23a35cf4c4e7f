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
  const odd = ['', ' ', '\0', '\ud800', '山\ud800水', '😀好', 'ABC123', '３．１４％']
  // the second time most words are known
  for (const text of [...texts, ...odd, ...texts, ...odd])
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

test('what stands beyond a comma, a full stop or a blank changes no answer about words', async () => {
  const words = await loadWords()
  const reading = readingOf(words)
  const whole = (tail: string, head: string): boolean => {
    let at = 0
    return !words.cut(tail + head).some((word) => (at += word.length) === tail.length)
  }
  const texts = [...lines, '，', '山，', '，水', '我们。', ' 春天'].filter((line) => line !== '')
  expect(texts.filter((text) => /[ ，。]/u.test(text)).length).toBeGreaterThan(60)
  texts.forEach((text, i) => {
    const tags = [words.tag(text.slice(0, 8))[0]?.tag, words.tag(text.slice(-8)).at(-1)?.tag]
    expect([text, reading.firstTag(text), reading.lastTag(text)]).toEqual([text, ...tags])
    expect([text, reading.tags(text)]).toEqual([text, words.tag(text).map(({ tag }) => tag)])
    expect([text, reading.tagBefore(text, 9)]).toEqual([text, words.tag(text.slice(0, 9)).at(-1)?.tag])
    for (const [tail, head] of [
      [texts.at(i - 1)!.slice(-6), text.slice(0, 6)],
      [text.slice(2, 8), text.slice(8, 14)],
    ] as const)
      if (tail !== '' && head !== '')
        expect([tail, head, reading.across(tail, head)]).toEqual([tail, head, whole(tail, head)])
  })
})

test('a word that is learned has its tag from then on', async () => {
  const words = await loadWords()
  const text = '灯火阅报社今天开张'
  const before = words.tag(text)
  expect(before.map((w) => w.word)).not.toContain('灯火阅报社')
  words.learn('灯火阅报社', 'nt')
  expect(words.tag(text)).toContainEqual({ word: '灯火阅报社', tag: 'nt' })
})
