/** How the text opens under each run of headings, and which runs of the page are alike: a story's headline has a byline or a dateline under it where others have, crossheads come in rows. */
import { cue } from './cues.ts'
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

/** What stands under a run: nothing near, text that could be any paragraph, text that names a day, a dateline, a byline. */
export const OPENINGS = ['none', 'plain', 'dated', 'dateline', 'byline'] as const
const [NONE, PLAIN, DATED, DATELINE, BYLINE] = [0, 1, 2, 3, 4] as const

/** The numbers of a run's first and last line. */
type Run = { readonly first: number; readonly last: number }

export type Openings = {
  /** By a run's first line: a number of `OPENINGS`. */
  readonly under: Uint8Array
  /** By a run's first line: how many of the nearest runs are as long and as wide, with neither byline nor dateline under them either. */
  readonly alike: Uint8Array
  /** How many of the page's runs have a byline or a dateline under them: none, few, about half, most. */
  readonly signed: number
}

/** So many runs before and after are compared. */
const NEAR = 4

export function openingsOf(lines: readonly Line[], looks: readonly Look[], runs: readonly Run[]): Openings {
  const under = new Uint8Array(lines.length)
  const alike = new Uint8Array(lines.length)
  const heads: Run[] = []
  for (let i = 0; i < runs.length; i = runs[i]!.last + 1) {
    const run = runs[i]!
    if (!isHeading(lines[i]!, looks[i]!)) continue
    under[i] = underOf(looks, run.last)
    heads.push(run)
  }
  heads.forEach((run, n) => {
    if (!opensPlainly(under[run.first]!)) return
    for (let k = Math.max(0, n - NEAR); k <= n + NEAR && k < heads.length; k++) {
      const other = heads[k]!
      if (k !== n && opensPlainly(under[other.first]!) && areAlike(looks, run, other)) alike[run.first]!++
    }
  })
  const led = heads.filter((run) => under[run.first]! >= DATELINE).length
  const share = led / (heads.length || 1)
  return { under, alike, signed: led === 0 ? 0 : share < 0.3 ? 1 : share < 0.6 ? 2 : 3 }
}

const opensPlainly = (under: number): boolean => under === PLAIN || under === DATED

const isHeading = (line: Line, { kind, stops }: Look): boolean =>
  line.level > 0 ||
  kind === KIND.short ||
  kind === KIND.label ||
  kind === KIND.asked ||
  (kind === KIND.cut && stops === 0)

function areAlike(looks: readonly Look[], a: Run, b: Run): boolean {
  if (a.last - a.first !== b.last - b.first) return false
  const [one, other] = [looks[a.first]!, looks[b.first]!]
  return Math.abs(one.size - other.size) <= 2 && one.commas === other.commas
}

const HAS_DATELINE = cue('dateline')
/** How soon after a run text begins, and where in it a day is named if it is a story's first sentence. */
const SOON = 4
const FIRST = 44
const DAY = /近日|日前|昨[日天晚]|今[日天晨年]|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|连日来|[本上]周/u

/** A story's first paragraph says when; a section's need not. */
function underOf(looks: readonly Look[], last: number): number {
  let signed = false
  for (let i = last + 1; i <= last + SOON && i < looks.length; i++) {
    const look = looks[i]!
    if (look.kind === KIND.byline || look.kind === KIND.names) signed = true
    if (look.cues.includes(HAS_DATELINE)) return DATELINE
    if (isText(look.kind)) return signed ? BYLINE : DAY.test(look.text.slice(0, FIRST)) ? DATED : PLAIN
  }
  return signed ? BYLINE : NONE
}

const isText = (kind: number): boolean =>
  kind === KIND.body || kind === KIND.cut || kind === KIND.dated || kind === KIND.brief
