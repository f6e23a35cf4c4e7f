/** The table of commands. */
import type { Command } from '../command.ts'
import { convertCommand } from './convert.ts'
import { exportCommand } from './export.ts'
import { formatsCommand } from './formats.ts'
import { importCommand } from './import.ts'
import {
  backupCommand,
  checkCommand,
  dumpCommand,
  loadCommand,
  restoreCommand,
  salvageCommand,
  statsCommand,
} from './keep.ts'
import { searchCommand } from './search.ts'
import { structureCommand } from './structure.ts'

export const COMMANDS: readonly Command[] = [
  structureCommand,
  convertCommand,
  importCommand,
  searchCommand,
  exportCommand,
  checkCommand,
  statsCommand,
  backupCommand,
  restoreCommand,
  salvageCommand,
  dumpCommand,
  loadCommand,
  formatsCommand,
]
