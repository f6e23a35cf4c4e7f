/** How readily a page loses its full stops: where a paragraph must have ended, before a headline or a dateline, some end without a mark. */
import { HAN, characterOf } from './classes.ts'
import { cue } from './cues.ts'
import type { Values } from './evidence.ts'
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

export const LOST: Values = ['none', 'few', 'many']

/** Paragraphs are longer. */
const LEAST = 26
/** One end in so many lost is many. */
const MANY = 6
const DATELINE = cue('dateline')

/** The number in `LOST` of a page with these lines. */
export function lostOf(lines: readonly Line[], looks: readonly Look[]): number {
  let ends = 0
  let lost = 0
  for (let i = 0; i < looks.length; i++) {
    const look = looks[i]!
    const text = look.kind === KIND.body || look.kind === KIND.cut || look.kind === KIND.dated
    if (!text || look.size < LEAST || !isHeadAt(lines, looks, i + 1)) continue
    ends++
    if (!look.ended && characterOf(look.ends) === HAN) lost++
  }
  return lost === 0 ? 0 : lost * MANY < ends ? 1 : 2
}

/** What begins here is no text that goes on: a heading, a story's first words, the page's end. */
function isHeadAt(lines: readonly Line[], looks: readonly Look[], i: number): boolean {
  const look = looks[i]
  if (!look || lines[i]!.level > 0) return true
  return look.kind === KIND.short || look.kind === KIND.label || look.cues.includes(DATELINE)
}
