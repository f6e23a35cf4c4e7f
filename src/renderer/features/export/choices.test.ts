import { expect, test } from 'vitest'
import { groupsOf, shownOf, withPreset } from './choices.ts'

const format = (id: string) => ({ id, extension: `.${id}`, name: { zh: id, en: id } })

test('formats stand by what they are for', () =>
  expect(groupsOf(['pdf', 'html', 'txt', 'site'].map(format)).map((g) => g.formats.map((f) => f.id))).toEqual([
    ['pdf', 'txt'],
    ['html', 'site'],
  ]))
test('paper and text can be shown, paper first', () =>
  expect(shownOf(['docx', 'txt', 'wechat', 'pdf'])).toEqual(['pdf', 'wechat', 'txt']))
test('a preset replaces the one of its name', () => {
  const a = { name: '甲', formats: ['pdf'], options: {} }
  const b = { name: '乙', formats: ['txt'], options: {} }
  expect(withPreset([a, b], { ...a, formats: ['html'] }).map((p) => p.formats)).toEqual([['txt'], ['html']])
})
