import { expect, test } from 'vitest'
import { meanOf } from './train-mean.ts'

test('the mean of tables counts what one lacks as nothing, and leaves out what is slight', () => {
  const a = { features: { 'size=4': { headline: 1, byline: 0.06 }, gone: { deck: 0.04 } }, edges: { 'x>end': 0.5 } }
  const b = { features: { 'size=4': { headline: 0.5 }, 'line=top': { folio: -0.4 } }, edges: { 'y>end': 0.03 } }
  expect(meanOf([a, b], 0.05)).toEqual({
    features: { 'size=4': { headline: 0.75 }, 'line=top': { folio: -0.2 } },
    edges: { 'x>end': 0.25 },
  })
})
