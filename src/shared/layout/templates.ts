/** The templates that come with Banxin: three house styles on two sheets. A test checks them, so that no start has to. */
import cityBroadsheet from '../../../resources/templates/city-broadsheet.json' with { type: 'json' }
import cityTabloid from '../../../resources/templates/city-tabloid.json' with { type: 'json' }
import featureBroadsheet from '../../../resources/templates/feature-broadsheet.json' with { type: 'json' }
import featureTabloid from '../../../resources/templates/feature-tabloid.json' with { type: 'json' }
import nationalBroadsheet from '../../../resources/templates/national-broadsheet.json' with { type: 'json' }
import nationalTabloid from '../../../resources/templates/national-tabloid.json' with { type: 'json' }
import type { Template } from './template.ts'

export const TEMPLATES = [
  nationalBroadsheet,
  nationalTabloid,
  cityBroadsheet,
  cityTabloid,
  featureBroadsheet,
  featureTabloid,
] as unknown as readonly Template[] // what the compiler infers of JSON is too wide; the test holds each to the schema

/** The template of `id`, or the first one. */
export const templateOf = (id: string | undefined): Template =>
  TEMPLATES.find((t) => t.id === id) ?? (TEMPLATES[0] as Template) // never empty
