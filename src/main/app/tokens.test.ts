import { expect, test } from 'vitest'
import { tokenTable } from './tokens.ts'

test('a token names a file, and says nothing about where it lies', () => {
  const tokens = tokenTable()
  const { token, name } = tokens.offer('/secret/place/海湾日报.txt')
  expect(name).toBe('海湾日报.txt')
  expect(token).not.toContain('secret')
  expect(tokens.pathOf(token)).toBe('/secret/place/海湾日报.txt')
})

test('an unknown, used or forgotten token is refused', () => {
  const tokens = tokenTable(1)
  const first = tokens.offer('/a')
  const second = tokens.offer('/b')
  expect(() => tokens.pathOf('nothing')).toThrow('choose it again')
  expect(() => tokens.pathOf(first.token)).toThrow('choose it again')
  tokens.forget(second.token)
  expect(() => tokens.pathOf(second.token)).toThrow('choose it again')
})
