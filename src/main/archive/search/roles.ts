/** Roles as the index knows them: a letter each for the article table, and five groups that fit into a posting's byte. */
import { ROLES } from '../../../shared/page/page.ts'
import type { Role } from '../../../shared/page/page.ts'

/** One letter a role, in the order of `ROLES`: `a` label, `b` kicker, `c` headline … */
export const letterOf = (role: Role): string => String.fromCharCode(97 + ROLES.indexOf(role))

export const roleOf = (letter: string): Role => ROLES[letter.charCodeAt(0) - 97] ?? 'paragraph'

const GROUPS = {
  kicker: 0,
  headline: 0,
  deck: 0,
  byline: 1,
  credit: 1,
  keyword: 2,
  label: 2,
  crosshead: 2,
  standfirst: 2,
  caption: 3,
  paragraph: 4,
  note: 4,
  jump: 4,
  folio: 4,
} as const satisfies Readonly<Record<Role, number>>

/** The bit of a role's group: 1 heading, 2 people, 4 keyword and other headings, 8 caption, 16 body. */
export const groupBit = (role: Role): number => 1 << GROUPS[role]

/** What a hit in each group is worth beside one in body text; where it stands in several, the best and a little more count. */
const WORTH = [12, 7, 6, 3, 1] as const

/** Worth by the groups' bits (0…31). */
export const WORTH_OF: Float32Array = Float32Array.from({ length: 32 }, (_, bits) => {
  const worths = WORTH.filter((_w, i) => bits & (1 << i))
  return (worths[0] ?? 0) + worths.slice(1).reduce((sum, w) => sum + w * 0.15, 0)
})
