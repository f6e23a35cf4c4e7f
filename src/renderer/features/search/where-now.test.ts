import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { whereNow } from './where-now.ts'

/** The hit was 老街 in the second block, `亮，老街`. */
const HIT = { article: 'a1', block: 'b2', start: 2, end: 4 }

const check = (texts: readonly string[], expected: string | undefined, needles = ['老街']) => {
  const now = page([article(texts.map((t) => block('paragraph', t)))])
  const place = whereNow(now, HIT, needles)
  const text = now.articles.flatMap((a) => a.blocks).find((b) => b.id === place?.block)?.text ?? ''
  expect(place && `${place.block} ${place.start} ${text.slice(place.start, place.end)}`).toBe(expected)
}

test('where the words of a hit stand now', () => {
  check(['灯', '亮，老街'], 'b2 2 老街')
  check(['灯', '灯都亮，老街'], 'b2 4 老街')
  check(['灯', '老街亮，老街'], 'b2 0 老街')
  check(['灯', '老街老街'], 'b2 2 老街')
  check(['老街的灯', '亮，新街'], 'b1 0 老街')
  check(['灯', '亮，新街'], 'b2 2 新街')
  check(['灯', '亮'], 'b2 1 ')
  check(['灯', '亮，新街'], 'b2 2 新街', [])
  check(['灯'], undefined)
})
