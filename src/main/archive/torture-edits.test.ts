import { expect, test } from 'vitest'
import { tortureEdits } from '../../../scripts/torture.mts'

test('ten killed editors lose no acknowledged save', { timeout: 180_000 }, async () => {
  const { kills, problems } = await tortureEdits(10, Date.now() + 170_000)
  expect({ kills, problems }).toEqual({ kills: 10, problems: [] })
})
