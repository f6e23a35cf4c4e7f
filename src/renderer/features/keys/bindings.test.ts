import { expect, test } from 'vitest'
import { keysOf, rebind, takenBy } from './bindings.ts'

const undo = { id: 'edit.undo', key: 'Mod+Z' }
const redo = { id: 'edit.redo', key: 'Mod+Shift+Z', also: ['Mod+Y'] }
const plain = { id: 'export.html' }

test('a changed key takes the place of all the table’s own', () => {
  expect(keysOf(redo, {})).toEqual(['Mod+Shift+Z', 'Mod+Y'])
  expect(keysOf(redo, { 'edit.redo': 'F7' })).toEqual(['F7'])
  expect(keysOf(redo, { 'edit.redo': '' })).toEqual([])
  expect(keysOf(plain, { 'export.html': 'F9' })).toEqual(['F9'])
})

test('going back to the table’s key is no change any more', () => {
  const changed = rebind(undo, 'F7', {})
  expect(changed).toEqual({ 'edit.undo': 'F7' })
  expect(rebind(undo, 'Mod+Z', changed)).toEqual({})
  expect(rebind(plain, '', { 'export.html': 'F9' })).toEqual({})
})

test('a key that another command has is named', () => {
  expect(takenBy([undo, redo, plain], 'export.html', 'Mod+Y', {})).toEqual([redo])
  expect(takenBy([undo, redo, plain], 'edit.redo', 'Mod+Y', {})).toEqual([])
  expect(takenBy([undo, redo, plain], 'export.html', 'Mod+Y', { 'edit.redo': 'F7' })).toEqual([])
})
