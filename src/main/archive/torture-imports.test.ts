import { expect, test } from 'vitest'
import { tortureImports } from '../../../scripts/torture.mts'

// It ends by its ten kills, however slow the machine; the time is there for one that hangs.
test('ten killed imports leave whole archives', { timeout: 900_000 }, async () => {
  const { kills, problems } = await tortureImports(10)
  expect({ kills, problems }).toEqual({ kills: 10, problems: [] })
})
