/** What the archive keeps of this person's settings, checked one by one. Not loaded before the first page stands. */
import { z } from 'zod'
import { exportOptionsSchema } from '../../shared/api/exports.ts'
import { THEMES } from './themes.ts'
import type { Settings } from '../../shared/api/app.ts'
import type { ChosenName } from '../../shared/settings.ts'

const choiceSchema = z.object({ formats: z.array(z.string()), options: exportOptionsSchema })
const presetSchema = choiceSchema.extend({ name: z.string().min(1).max(60) })
const tabSchema = z.object({ id: z.number(), title: z.string() })
export type Choice = z.infer<typeof choiceSchema>
export type Preset = z.infer<typeof presetSchema>
export type Tab = z.infer<typeof tabSchema>

/** Each setting with its default; a stored value that does not fit is the default. */
const schema = z.object({
  language: z.enum(['zh', 'en']).catch('zh'),
  theme: z.enum(THEMES).catch('system'),
  'panel.library': z.boolean().catch(true),
  'panel.source': z.boolean().catch(true),
  /** Widths that a person gave the panes, in CSS pixels. */
  'panel.widths': z.record(z.string(), z.number().positive()).catch({}),
  'source.ledger': z.boolean().catch(false),
  /** Size of the text in the page and its source, 1 as designed. */
  'view.zoom': z.number().min(0.7).max(2.5).catch(1),
  /** Nothing but the page. */
  'view.focus': z.boolean().catch(false),
  tabs: z.array(tabSchema).catch([]),
  'panel.preview': z.boolean().catch(false),
  /** Size of the sheet: `width`, `page`, or CSS pixels a point. */
  'preview.zoom': z.union([z.enum(['width', 'page']), z.number().positive().max(20)]).catch('width'),
  'preview.drawer': z.enum(['fit', 'findings', 'template', 'closed']).catch('fit'),
  'export.last': choiceSchema.optional().catch(undefined),
  'export.presets': z.array(presetSchema).catch([]),
  /** Keys that this person changed, by command. */
  keys: z.record(z.string(), z.string()).catch({}),
  /** The order of the library's pages. */
  'library.sort': z
    .object({ by: z.enum(['date', 'number', 'title', 'characters', 'updated']), descending: z.boolean() })
    .catch({ by: 'date', descending: true }),
  'page.last': z.number().optional().catch(undefined),
} satisfies Record<ChosenName, z.ZodType>)

export type Chosen = z.infer<typeof schema>

export const chosenFrom = (stored: Settings): Chosen => schema.parse(stored)
