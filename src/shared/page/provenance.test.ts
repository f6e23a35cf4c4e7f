import { expect, test } from 'vitest'
import { joinSpans, sourceOffset } from './provenance.ts'
import type { Role, Span } from './page.ts'

const source = '上句\n\n图说\n\n下句。\nUse Node\njs here'
const check = (role: Role, spans: readonly Span[], expected: string) =>
  expect(joinSpans(source, spans, role)).toBe(expected)
test('a paragraph joins with nothing', () =>
  check(
    'paragraph',
    [
      [0, 2],
      [8, 11],
    ],
    '上句下句。',
  ))
test('two Latin words with a blank', () =>
  check(
    'paragraph',
    [
      [12, 20],
      [21, 28],
    ],
    'Use Node js here',
  ))
test('a headline keeps its lines', () =>
  check(
    'headline',
    [
      [0, 2],
      [8, 11],
    ],
    '上句\n下句。',
  ))
test('a caption joins with nothing', () =>
  check(
    'caption',
    [
      [0, 2],
      [4, 6],
    ],
    '上句图说',
  ))

const at = (role: Role, spans: readonly Span[], offset: number, expected: number | undefined) => {
  const block = { role, spans, text: joinSpans(source, spans, role) }
  expect(sourceOffset(source, block, offset)).toBe(expected)
}
test('in the first span', () =>
  at(
    'paragraph',
    [
      [0, 2],
      [8, 11],
    ],
    1,
    1,
  ))
test('in the second span', () =>
  at(
    'paragraph',
    [
      [0, 2],
      [8, 11],
    ],
    2,
    8,
  ))
test('at the end', () =>
  at(
    'paragraph',
    [
      [0, 2],
      [8, 11],
    ],
    5,
    11,
  ))
test('between lines', () =>
  at(
    'headline',
    [
      [0, 2],
      [8, 11],
    ],
    2,
    undefined,
  ))
test('behind the seam', () =>
  at(
    'headline',
    [
      [0, 2],
      [8, 11],
    ],
    3,
    8,
  ))
test('past the end', () => at('paragraph', [[0, 2]], 9, undefined))
test('an edited block', () =>
  expect(sourceOffset(source, { role: 'paragraph', spans: [[0, 2]], text: '改过' }, 0)).toBeUndefined())
