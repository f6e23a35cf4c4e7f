import { expect, test } from 'vitest'
import { fitsOf } from './fits.ts'

const fit = (article: string, available: number, used: number, over: number, frame = 0) => ({
  article,
  frame,
  available,
  used,
  over,
  lonely: [],
})

test('a story in one frame is said as it is', () => {
  expect(fitsOf([{ stories: [fit('a', 40, 44, 4)] }])).toEqual([
    { article: 'a', frame: 0, sheet: 0, available: 40, used: 44, over: 4 },
  ])
})

test('a story threaded through two frames counts both, and is over by its last', () => {
  expect(fitsOf([{ stories: [fit('a', 40, 70, 0)] }, { stories: [fit('a', 20, 30, 10, 3)] }])).toEqual([
    { article: 'a', frame: 0, sheet: 0, available: 60, used: 70, over: 10 },
  ])
})
