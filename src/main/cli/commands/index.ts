/** The table of commands. */
import type { Command } from '../command.ts'
import { convertCommand } from './convert.ts'
import { exportCommand } from './export.ts'
import { formatsCommand } from './formats.ts'
import { importCommand } from './import.ts'
import { structureCommand } from './structure.ts'

export const COMMANDS: readonly Command[] = [
  structureCommand,
  convertCommand,
  importCommand,
  exportCommand,
  formatsCommand,
]
