/** The table of writers: a new format is a folder and a line here. */
import type { Writer } from './writer.ts'

export const WRITERS: readonly Writer[] = []

export const writerOf = (id: string): Writer | undefined => WRITERS.find((w) => w.id === id)
