import { expect, test } from 'vitest'
import { tortureEdits } from '../../../scripts/torture.mts'

// It ends by its ten kills, however slow the machine; the time is there for one that hangs.
test('ten killed editors lose no acknowledged save', { timeout: 900_000 }, async () => {
  const { kills, problems } = await tortureEdits(10)
  expect({ kills, problems }).toEqual({ kills: 10, problems: [] })
})
