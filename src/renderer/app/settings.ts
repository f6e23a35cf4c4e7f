/** What this person set, remembered by the archive: language, theme, panes. */
import type { Settings } from '../../shared/api/app.ts'
import type { Chosen } from './settings-schema.ts'

export type { Chosen } from './settings-schema.ts'

/** What holds where nothing was set; a test holds it to the schema. */
export const UNSET: Chosen = {
  language: 'zh',
  theme: 'system',
  'panel.library': true,
  'panel.source': true,
  'panel.widths': {},
  'source.ledger': false,
  'view.zoom': 1,
  'view.focus': false,
  tabs: [],
  'panel.preview': false,
  'preview.zoom': 'width',
  'preview.drawer': 'fit',
  'export.presets': [],
  keys: {},
  'library.sort': { by: 'date', descending: true },
}

/** Where the window keeps a copy, so that it is drawn as it was left before the archive has answered. */
const COPY = 'banxin.chosen'

/** It was checked when it was kept; here only its kinds are looked at, and the archive's own settings follow a moment later. */
export function recallChosen(): Chosen {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(COPY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...UNSET, ...alike(kept) } : UNSET
  } catch {
    return UNSET
  }
}

/** Whether the copy says what the archive has. */
export function isKept(chosen: Chosen, stored: Settings): boolean {
  const unset: Readonly<Record<string, unknown>> = UNSET
  const now: Readonly<Record<string, unknown>> = chosen
  return [...Object.keys(UNSET), 'page.last', 'export.last'].every(
    (key) => JSON.stringify(stored[key] ?? unset[key]) === JSON.stringify(now[key]),
  )
}

/** The settings of the copy that are of the kind that they should be. */
const alike = (kept: object): Partial<Chosen> => {
  const kinds: Readonly<Record<string, unknown>> = UNSET
  const fits = ([key, value]: readonly [string, unknown]) =>
    key === 'preview.zoom' ||
    !(key in kinds) ||
    (typeof value === typeof kinds[key] && Array.isArray(value) === Array.isArray(kinds[key]))
  return Object.fromEntries(Object.entries(kept).filter(fits))
}

export function keepChosen(chosen: Chosen): void {
  try {
    localStorage.setItem(COPY, JSON.stringify(chosen))
  } catch {
    // The window's storage is full: the archive has the settings, and the next start shows them a moment later.
  }
}

/** Gives the text of page and source `zoom` times its size. */
export const showZoom = (zoom: number): void => document.documentElement.style.setProperty('--text-zoom', String(zoom))
