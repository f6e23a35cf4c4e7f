import { expect, test } from 'vitest'
import { keyFrom, matchesKey, namesOf } from './keys.ts'

type Event = Parameters<typeof matchesKey>[1]

const event = (code: string, key: string, held = ''): Event => ({
  code,
  key,
  ctrlKey: held.includes('Mod'),
  metaKey: false,
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
})

const check = (shortcut: string, pressed: Event, expected: boolean) => {
  expect(matchesKey(shortcut, pressed, false)).toBe(expected)
  // What is looked up by the names of the event must find every shortcut that the event is.
  const found = namesOf(shortcut).some((name) => name === pressed.code || name === pressed.key)
  if (expected) expect(found).toBe(true)
}

test('letters and digits go by their place', () => {
  check('Mod+Z', event('KeyZ', 'z', 'Mod'), true)
  check('Mod+Z', event('KeyZ', 'я', 'Mod'), true)
  check('Mod+Z', event('KeyZ', 'Z', 'Mod Shift'), false)
  check('Mod+1', event('Digit1', '1', 'Mod'), true)
  check('Mod+1', event('Numpad1', '1', 'Mod'), false)
  check('Alt+J', event('KeyJ', 'j', 'Alt'), true)
})

test('words go by either name', () => {
  check('F8', event('F8', 'F8'), true)
  check('Shift+F8', event('F8', 'F8', 'Shift'), true)
  check('Mod+Period', event('Period', '。', 'Mod'), true)
  check('Mod+Enter', event('NumpadEnter', 'Enter', 'Mod'), true)
  check('Escape', event('Escape', 'Escape'), true)
})

test('a key that types is no shortcut by itself', () => {
  expect(keyFrom(event('KeyA', 'a'), false)).toBe('alone')
  expect(keyFrom(event('KeyA', 'a', 'Mod'), false)).toBe('Mod+A')
})
