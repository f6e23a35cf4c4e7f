/** The table of commands. Each is loaded when it is called: what it needs may take a second. */
import type { Command } from '../command.ts'

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  structure: async () => (await import('./structure.ts')).structureCommand,
  convert: async () => (await import('./convert.ts')).convertCommand,
  import: async () => (await import('./import.ts')).importCommand,
  search: async () => (await import('./search.ts')).searchCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  check: async () => (await import('./keep.ts')).checkCommand,
  stats: async () => (await import('./keep.ts')).statsCommand,
  backup: async () => (await import('./keep.ts')).backupCommand,
  restore: async () => (await import('./keep.ts')).restoreCommand,
  salvage: async () => (await import('./keep.ts')).salvageCommand,
  dump: async () => (await import('./keep.ts')).dumpCommand,
  load: async () => (await import('./keep.ts')).loadCommand,
  formats: async () => (await import('./formats.ts')).formatsCommand,
}
