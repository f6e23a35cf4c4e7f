import { expect, test } from 'vitest'
import { chosenFrom } from './settings-schema.ts'
import { isKept, UNSET } from './settings.ts'

test('what holds where nothing was set is what the schema gives', () => expect(chosenFrom({})).toEqual(UNSET))

test('a copy of the settings is told from one that the archive knows better', () => {
  const stored = { theme: 'dark', tabs: [{ id: 1, title: '一版' }], 'page.last': 1, 'session.running': true }
  expect(isKept(chosenFrom(stored), stored)).toBe(true)
  expect(isKept(UNSET, {})).toBe(true)
  expect(isKept(UNSET, stored)).toBe(false)
  expect(isKept(chosenFrom(stored), { ...stored, 'page.last': 2 })).toBe(false)
  expect(isKept(chosenFrom(stored), { tabs: stored.tabs })).toBe(false)
})
