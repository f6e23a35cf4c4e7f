import { expect, test } from 'vitest'
import { random } from './random.ts'
import { interrupted } from './synthetic-interrupt.ts'
import type { Piece } from './synthetic-flow.ts'

const piece = (key: string, text: string): Piece => ({
  text,
  key,
  role: 'paragraph',
  glued: false,
  gap: 1,
  broken: false,
  indent: '',
  opens: true,
})
const stories = Array.from({ length: 6 }, (_, a) => [piece(`${a}.0`, `第${a}篇`), piece(`${a}.1`, `${a}`.repeat(80))])
const made = Array.from({ length: 20 }, (_, seed) => interrupted(stories, random(seed)))

test('a paragraph falls into two, with another story between them', () => {
  const halves = made.map((pieces) => pieces.filter((p) => !p.opens))
  expect(halves.some((h) => h.length > 0)).toBe(true)
  for (const [n, pieces] of made.entries())
    for (const half of halves[n]!) {
      const [first, second] = pieces.flatMap((p, i) => (p.key === half.key ? [i] : [])) as [number, number] // two halves
      expect(pieces.slice(first + 1, second).every((p) => p.key.split('.')[0] !== half.key.split('.')[0])).toBe(true)
      expect(second).toBeGreaterThan(first + 1)
    }
})

test('nothing is lost and nothing is there twice', () => {
  for (const pieces of made)
    for (const story of stories)
      for (const { key, text } of story)
        expect(
          [...pieces]
            .filter((p) => p.key === key)
            .map((p) => p.text)
            .join(''),
        ).toBe(text)
})
