/** What a person chooses for an export: formats and options, remembered as the last ones and as presets under a name. */
import type { Choice, Preset } from '../../app/settings-schema.ts'
import type { Format } from '../../../shared/api/exports.ts'

export type { Choice, Preset }

export const FIRST_CHOICE: Choice = { formats: ['pdf'], options: {} }

/** Formats by what they are for, in the order of the writers' table. */
const PRINT = new Set(['pdf', 'proof', 'idml', 'icml', 'docx', 'txt'])

export const groupsOf = (formats: readonly Format[]) =>
  [
    { id: 'print', formats: formats.filter((f) => PRINT.has(f.id)) },
    { id: 'screen', formats: formats.filter((f) => !PRINT.has(f.id)) },
  ] as const

/** Formats that are sheets of paper: the composed page shows what they will be. */
const SHEETS = ['pdf', 'proof', 'idml'] as const
export type SheetFormat = (typeof SHEETS)[number]
export const isSheets = (format: string): format is SheetFormat => SHEETS.some((f) => f === format)

/** Formats that can be shown before they are made: sheets, and those that are text. */
const SHOWN: readonly string[] = [...SHEETS, 'wechat', 'txt', 'markdown', 'html', 'icml', 'json']

export const shownOf = (formats: readonly string[]): readonly string[] => SHOWN.filter((f) => formats.includes(f))

/** The presets with `preset` among them: one of its name gives way. */
export const withPreset = (presets: readonly Preset[], preset: Preset): readonly Preset[] => [
  ...presets.filter((p) => p.name !== preset.name),
  preset,
]
