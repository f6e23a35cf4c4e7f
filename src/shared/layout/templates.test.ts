import { expect, test } from 'vitest'
import { templateSchema } from './template.ts'
import { TEMPLATES, templateOf } from './templates.ts'

test.each(TEMPLATES)('$id is a template as it stands', (template) => {
  expect(templateSchema.parse(template)).toEqual(template)
  expect(templateOf(template.id)).toBe(template)
})

test('an unknown name is the first one', () => expect(templateOf('no-such')).toBe(TEMPLATES[0]))
