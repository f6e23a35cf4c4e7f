/** The templates that come with Banxin, checked as they are read. */
import nationalBroadsheet from '../../../resources/templates/national-broadsheet.json' with { type: 'json' }
import { templateSchema } from './template.ts'
import type { Template } from './template.ts'

export const TEMPLATES: readonly Template[] = [nationalBroadsheet].map((t) => templateSchema.parse(t))

/** The template of `id`, or the first one. */
export const templateOf = (id: string | undefined): Template =>
  TEMPLATES.find((t) => t.id === id) ?? (TEMPLATES[0] as Template) // never empty
