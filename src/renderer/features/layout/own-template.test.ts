import { expect, test } from 'vitest'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { copyOf, gapOf, isOwn, valueAt, withValue } from './own-template.ts'
import { haoOf } from './sizes.ts'
import type { Template } from '../../../shared/layout/template.ts'

const t = TEMPLATES[0] as Template // six come with Banxin

test('a copy has an id of its own', () => {
  expect(copyOf(t, ['own-1', 'own-2']).id).toBe('own-3')
  expect([isOwn(t), isOwn(copyOf(t, []))]).toEqual([false, true])
})

test('values change by their path', () => {
  expect(withValue(t, 'crosshead.size', 12)?.crosshead.size).toBe(12)
  expect(withValue(t, 'accent.1', 40)?.accent[1]).toBe(40)
  expect(valueAt(t, 'grid.columns')).toBe(t.grid.columns)
})

test('what no sheet can be is refused', () => {
  expect(withValue(t, 'grid.columns', 40)).toBeUndefined()
  expect(withValue(t, 'grid.characters', 60)).toBeUndefined()
  expect(withValue(t, 'area.width', t.trim.width + 1)).toBeUndefined()
  expect(withValue(t, 'crosshead.face', 'comic')).toBeUndefined()
})

test('every template that comes with Banxin can be changed', () => {
  for (const template of TEMPLATES) expect(withValue(template, 'rules.box', 0.7), template.id).toBeDefined()
})

test('the gap is what the columns leave', () => expect(gapOf(t)).toBeGreaterThan(2))

test('sizes have their names', () => expect([haoOf(9), haoOf(10.5), haoOf(11)]).toEqual(['小五', '五号', undefined]))
