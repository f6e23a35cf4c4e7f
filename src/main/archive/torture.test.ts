import { expect, test } from 'vitest'
import { tortureEdits, tortureImports } from '../../../scripts/torture.mts'

const check = async (torture: typeof tortureEdits) => {
  const { kills, problems } = await torture(10, Date.now() + 170_000)
  expect({ kills, problems }).toEqual({ kills: 10, problems: [] })
}

test('ten killed imports leave whole archives', { timeout: 180_000 }, () => check(tortureImports))
test('ten killed editors lose no acknowledged save', { timeout: 180_000 }, () => check(tortureEdits))
