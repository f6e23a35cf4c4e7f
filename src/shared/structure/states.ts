/** The states of the page's sequence model: what a piece is, how it begins its block, and how far the article has come after it. */
import { ROLES } from '../page/page.ts'
import type { Role } from '../page/page.ts'

/**
 * How far the article has come. `none`: no article yet; `head`: before its headline; `titled`: headline seen, no body;
 * `closed`/`open`: the last paragraph ended / was cut off; `signed`: after the sign-off byline.
 */
export const ZONES = ['none', 'head', 'titled', 'closed', 'open', 'signed'] as const
export type Zone = (typeof ZONES)[number]

/** `start` opens an article, `new` a block, `inside` goes on with the piece before, `again` goes on with an interrupted block. */
export type Entry = 'start' | 'new' | 'inside' | 'again'

export type State = { readonly role: Role; readonly entry: Entry; readonly zone: Zone; readonly from: readonly Zone[] }

const ANY: readonly Zone[] = ['none', 'head', 'titled', 'closed', 'open', 'signed']
const LIVE: readonly Zone[] = ['head', 'titled', 'closed', 'open', 'signed']

/** The zones that a new block of a role may stand in; the zone stays as it is unless `AFTER` says otherwise. */
const STANDS_IN: Readonly<Record<Role, readonly Zone[]>> = {
  label: ['head', 'titled'],
  kicker: ['head', 'titled'],
  headline: ['head'],
  deck: ['head', 'titled'],
  standfirst: ['head', 'titled', 'closed'],
  byline: LIVE,
  keyword: LIVE,
  crosshead: LIVE,
  paragraph: LIVE,
  caption: LIVE,
  credit: LIVE,
  note: LIVE,
  jump: LIVE,
  folio: ANY,
}

const AFTER: Readonly<Record<Role, (zone: Zone) => readonly Zone[]>> = {
  label: same,
  kicker: same,
  headline: () => ['titled'],
  deck: same,
  standfirst: same,
  byline: (zone) => (zone === 'head' || zone === 'titled' ? [zone] : ['signed']),
  keyword: same,
  crosshead: same,
  paragraph: () => ['closed', 'open'],
  caption: same,
  credit: same,
  note: same,
  jump: same,
  folio: same,
}

function same(zone: Zone): readonly Zone[] {
  return [zone]
}

/** Every state, in a fixed order: the index is the state's number everywhere in the engine. */
export const STATES: readonly State[] = ROLES.flatMap((role) => {
  const states: State[] = []
  const add = (entry: Entry, zone: Zone, from: Zone) => {
    const known = states.findIndex((s) => s.entry === entry && s.zone === zone)
    if (known < 0) states.push({ role, entry, zone, from: [from] })
    else states[known] = { ...states[known]!, from: [...states[known]!.from, from] }
  }
  if (role !== 'folio') {
    for (const zone of AFTER[role]('head')) for (const from of ANY) add('start', zone, from)
  }
  for (const from of STANDS_IN[role]) for (const zone of AFTER[role](from)) add('new', zone, from)
  if (role !== 'paragraph') for (const zone of new Set(states.map((s) => s.zone))) add('inside', zone, zone)
  if (role === 'paragraph') for (const zone of ['closed', 'open'] as const) add('again', zone, 'open')
  if (role === 'crosshead') for (const zone of ['closed', 'open', 'signed'] as const) add('again', zone, zone)
  return states
})

/** The number of the state before a page's first piece. */
export const TOP = STATES.length

/** Whether `next` may follow `before` (its state, or undefined at the page's top); `sameLine`: both stand on one line. */
export function follows(before: State | undefined, next: State, sameLine: boolean): boolean {
  const zone = before?.zone ?? 'none'
  if (!next.from.includes(zone)) return false
  if (next.entry === 'inside') return !sameLine && before?.role === next.role
  if (sameLine && before?.role === next.role && next.entry === 'again') return false
  return true
}

/** The names under which a state's evidence is weighed; a feature has one weight for each of them that matters. */
export function projectionsOf(s: State): readonly string[] {
  const names: string[] = [s.role, `${s.role}:${s.entry}`, `${s.role}@${s.zone}`]
  if (s.entry === 'start') names.push('start')
  if (s.role === 'paragraph') names.push(`paragraph:${s.entry}@${s.zone}`)
  return names
}
