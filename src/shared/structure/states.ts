/** The states of the page's sequence model: what a piece is, how it begins its block, and how far the article has come after it. */
import { ROLES } from '../page/page.ts'
import type { Role } from '../page/page.ts'

/**
 * How far the article has come. `none`: no article yet; `head`: before its headline; `titled`: headline seen, no body;
 * `closed`/`open`: the last paragraph ended / was cut off; `signed`: after the sign-off byline.
 */
export const ZONES = ['none', 'head', 'titled', 'closed', 'open', 'signed'] as const
export type Zone = (typeof ZONES)[number]

/**
 * `start` opens an article, `new` a block, `inside` goes on with the piece before, `again` goes on with an interrupted block, `back` with
 * the last paragraph of a story that a whole other one interrupted.
 */
export type Entry = 'start' | 'new' | 'inside' | 'again' | 'back'

export type State = { readonly role: Role; readonly entry: Entry; readonly zone: Zone; readonly from: readonly Zone[] }

const ANY: readonly Zone[] = ['none', 'head', 'titled', 'closed', 'open', 'signed']
const LIVE: readonly Zone[] = ['head', 'titled', 'closed', 'open', 'signed']

/** The zones that a new block of a role may stand in; the zone stays as it is unless `AFTER` says otherwise. */
const STANDS_IN: Readonly<Record<Role, readonly Zone[]>> = {
  label: ['head', 'titled'],
  kicker: ['head'],
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

/** The blocks that may take more than a line; the others are read line by line. */
const LONG: ReadonlySet<Role> = new Set([
  'kicker',
  'headline',
  'deck',
  'standfirst',
  'byline',
  'crosshead',
  'caption',
  'note',
])

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
  if (LONG.has(role)) for (const zone of new Set(states.map((s) => s.zone))) add('inside', zone, zone)
  if (role === 'paragraph')
    for (const zone of ['closed', 'open'] as const) {
      add('again', zone, 'open')
      for (const from of LIVE) add('back', zone, from)
    }
  if (role === 'crosshead') for (const zone of ['closed', 'open'] as const) add('again', zone, zone)
  return states
})

/**
 * What the next piece must know of the one before: its role and zone, however it was entered. `GROUP_OF[state]` is the number of
 * that group; `TOP` is the group before a page's first piece.
 */
export type Group = { readonly role: Role | 'top'; readonly zone: Zone }
const groups: Group[] = []
export const GROUP_OF: Int16Array = Int16Array.from(STATES, ({ role, zone }) => {
  const known = groups.findIndex((g) => g.role === role && g.zone === zone)
  return known >= 0 ? known : groups.push({ role, zone }) - 1
})
export const TOP = groups.push({ role: 'top', zone: 'none' }) - 1
export const GROUPS: readonly Group[] = groups
/** The zone of each group as a bit, to say in one number in which zones groups stand. */
export const ZONE_BITS: Uint8Array = Uint8Array.from(GROUPS, ({ zone }) => 1 << ZONES.indexOf(zone))

/** Blocks of these roles never stand two on a line: blanks inside them are their own. */
const ONE_A_LINE: ReadonlySet<Role> = new Set(['kicker', 'headline', 'deck', 'standfirst', 'byline', 'keyword'])

/** Whether `next` may follow a piece of `before`; `sameLine`: both stand on one line. */
export function follows(before: Group, next: State, sameLine: boolean): boolean {
  if (!next.from.includes(before.zone)) return false
  const sameRole = before.role === next.role
  if (next.entry === 'inside') return !sameLine && sameRole
  if (next.entry === 'back') return !sameLine
  return !(sameLine && sameRole && (next.entry === 'again' || ONE_A_LINE.has(next.role)))
}

/** The names under which a state's evidence is weighed; a feature has one weight for each of them that matters. */
export function projectionsOf(s: State): readonly string[] {
  // a paragraph that comes back stands where a new one could: only what is said of that tells them apart
  if (s.entry === 'back')
    return ['paragraph', 'paragraph:new', `paragraph@${s.zone}`, `paragraph:new@${s.zone}`, 'paragraph:back']
  const names: string[] = [s.role, `${s.role}:${s.entry}`, `${s.role}@${s.zone}`]
  if (s.entry === 'start') names.push('start')
  if (s.role === 'paragraph') names.push(`paragraph:${s.entry}@${s.zone}`)
  return names
}
