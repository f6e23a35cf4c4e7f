import { expect, test } from 'vitest'
import { joinSpans } from './provenance.ts'
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
