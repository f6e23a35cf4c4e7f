/** The wordings by which newspapers say what a line is, by number. */
import { TABLE } from './cue-table.ts'
import type { Needs } from './sieve.ts'

/** The head and the tail of a piece that patterns look at; longer text is not searched, so that cost stays linear. */
export const WINDOW = 90

export const CUES: readonly { readonly name: string; readonly pattern: RegExp; readonly needs: Needs }[] = TABLE.map(
  ([name, pattern, needs = {}]) => ({ name, pattern, needs }),
)

/** The number of a cue is its place in the table. Throws where there is none of that name. */
export function cue(name: string): number {
  const n = CUES.findIndex((c) => c.name === name)
  if (n < 0) throw new Error(`no cue is named ${name}`)
  return n
}

/** A 1 at the number of each of these cues. */
export function cuesOf(...names: readonly string[]): Uint8Array {
  const marks = new Uint8Array(CUES.length)
  for (const name of names) marks[cue(name)] = 1
  return marks
}
