/** What this person set, remembered by the archive: language, theme, panes. */
import { z } from 'zod'
import { tabsSchema } from '../features/tabs/tabs.ts'
import { choiceSchema, presetSchema } from '../features/export/choices.ts'
import type { Settings } from '../../shared/api/app.ts'

export const THEMES = ['light', 'dark', 'system', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

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
  tabs: tabsSchema.catch([]),
  'panel.preview': z.boolean().catch(false),
  /** Size of the sheet: `width`, `page`, or CSS pixels a point. */
  'preview.zoom': z.union([z.enum(['width', 'page']), z.number().positive().max(20)]).catch('width'),
  'preview.drawer': z.enum(['fit', 'findings', 'template', 'closed']).catch('fit'),
  'export.last': choiceSchema.optional().catch(undefined),
  'export.presets': z.array(presetSchema).catch([]),
  /** Keys that this person changed, by command. */
  keys: z.record(z.string(), z.string()).catch({}),
  'page.last': z.number().optional().catch(undefined),
})

export type Chosen = z.infer<typeof schema>

export const chosenFrom = (stored: Settings): Chosen => schema.parse(stored)

/** Where the window keeps a copy, so that it is drawn as it was left before the archive has answered. */
const COPY = 'banxin.chosen'

export function recallChosen(): Chosen {
  try {
    return chosenFrom(JSON.parse(localStorage.getItem(COPY) ?? '{}') as Settings) // each setting is checked on its own
  } catch {
    return chosenFrom({})
  }
}

export function keepChosen(chosen: Chosen): void {
  try {
    localStorage.setItem(COPY, JSON.stringify(chosen))
  } catch {
    // The window's storage is full: the archive has the settings, and the next start shows them a moment later.
  }
}

const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)')

/** Puts the theme on the root element, where the tokens look for it. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark?.matches ? 'dark' : 'light') : theme
}

export const onSystemTheme = (hear: () => void): void => dark?.addEventListener('change', hear)

/** Gives the text of page and source `zoom` times its size. */
export const showZoom = (zoom: number): void => document.documentElement.style.setProperty('--text-zoom', String(zoom))
