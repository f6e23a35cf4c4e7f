/**
 * The settings that a person chooses in the window. Whatever else the archive notes for itself under a name, the window neither sets nor
 * hears of it: the watched folder is a path.
 */
export const CHOSEN_NAMES = [
  'language',
  'theme',
  'panel.library',
  'panel.source',
  'panel.widths',
  'source.ledger',
  'view.zoom',
  'view.focus',
  'tabs',
  'panel.preview',
  'preview.zoom',
  'preview.drawer',
  'export.last',
  'export.presets',
  'keys',
  'library.sort',
  'page.last',
] as const
export type ChosenName = (typeof CHOSEN_NAMES)[number]
