import { expect, test } from 'vitest'
import { closedWith, tabAfterClosing, tabBeside, withoutTab, withTab } from './tabs.ts'

const [a, b, c] = [1, 2, 3].map((id) => ({ id, title: `第${id}版` })) as [
  { id: number; title: string },
  { id: number; title: string },
  { id: number; title: string },
]
const all = [a, b, c]

test('a page opens once, and its title follows it', () => {
  expect(withTab([a], b)).toEqual([a, b])
  expect(withTab(all, b)).toBe(all)
  expect(withTab([a, b], { id: 1, title: '新题' })).toEqual([{ id: 1, title: '新题' }, b])
})

test('next and previous go round', () => {
  expect(tabBeside(all, 3, 1)).toBe(a)
  expect(tabBeside(all, 1, -1)).toBe(c)
  expect(tabBeside(all, undefined, 1)).toBe(a)
  expect(tabBeside([], 1, 1)).toBeUndefined()
})

test('closing shows the neighbour, and what was closed last comes back first', () => {
  expect(tabAfterClosing(all, 2)).toBe(c)
  expect(tabAfterClosing(all, 3)).toBe(b)
  expect(tabAfterClosing([a], 1)).toBeUndefined()
  expect(withoutTab(all, 2)).toEqual([a, c])
  expect(closedWith(closedWith([a], b), a)).toEqual([b, a])
})
