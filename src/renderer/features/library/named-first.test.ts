import { expect, test } from 'vitest'
import { namedFirst } from './named-first.ts'

test('what has no name stands last, the others as they were', () => {
  const papers = ['', '江口晚报', '海曙日报'].map((name) => ({ name }))
  expect(namedFirst(papers).map(({ name }) => name)).toEqual(['江口晚报', '海曙日报', ''])
})
