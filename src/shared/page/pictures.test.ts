import { expect, test } from 'vitest'
import { pictureHashes } from './pictures.ts'
import type { Block, Page, Role } from './page.ts'

const SHA = 'a'.repeat(64)
const block = (role: Role, sha256?: string): Block => ({
  id: `${role}${Math.abs(role.length)}`,
  role,
  text: '',
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
  ...(sha256 && { picture: { sha256, width: 1, height: 1 } }),
})
const page = (...blocks: Block[]): Page => ({ version: 1, meta: {}, articles: [{ id: 'a', blocks }], proposals: [] })
const check = (p: Page, expected: readonly (string | undefined)[]) => expect(pictureHashes(p)).toEqual(expected)

test('a caption with its credit is one picture', () =>
  check(page(block('paragraph'), block('caption'), block('credit')), [undefined]))
test('two captions are two pictures', () =>
  check(page(block('caption'), block('credit'), block('caption')), [undefined, undefined]))
test('a credit alone is one too', () => check(page(block('paragraph'), block('credit')), [undefined]))
test('a picture with its bytes is known by them', () => check(page(block('caption', SHA), block('credit')), [SHA]))
test('no pictures', () => check(page(block('headline'), block('paragraph')), []))
