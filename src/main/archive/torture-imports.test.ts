import { expect, test } from 'vitest'
import { tortureImports } from '../../../scripts/torture.mts'

test('ten killed imports leave whole archives', { timeout: 180_000 }, async () => {
  const { kills, problems } = await tortureImports(10, Date.now() + 170_000)
  expect({ kills, problems }).toEqual({ kills: 10, problems: [] })
})
