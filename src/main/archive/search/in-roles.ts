/** Which articles and hits stand in blocks of certain roles: told by the index where it can, otherwise read. */
import { ROLES } from '../../../shared/page/page.ts'
import type { Role } from '../../../shared/page/page.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import type { Hits } from './find.ts'
import type { OpenSegment } from './open-segment.ts'
import { groupBit, roleOf } from './roles.ts'
import { SEPARATOR } from './segment.ts'

/** Those of the hits of `needle` that stand in one of `roles`. */
export function inRoles(db: Db, s: OpenSegment, needle: string, roles: readonly Role[], hits: Hits): Hits {
  const wanted = bitsOf(roles)
  const groups = roles.reduce((bits, r) => bits | groupBit(r), 0)
  const docs = new Uint32Array(hits.docs.length)
  const flags = new Uint8Array(hits.docs.length)
  let n = 0
  for (let i = 0; i < hits.docs.length; i++) {
    const doc = hits.docs[i]!
    const flag = hits.flags[i]!
    if ((flag & groups) === 0) continue
    const own = (s.rolesOf[doc] ||= rolesIn(db, s.articles[doc]!))
    if ((own & wanted) === 0) continue
    if (!(hits.exact && isSure(flag & groups, own, wanted)) && !reads(db, s.articles[doc]!, needle, roles)) continue
    docs[n] = doc
    flags[n++] = flag
  }
  return { docs: docs.subarray(0, n), flags: flags.subarray(0, n), exact: hits.exact }
}

/** The articles that have a block in one of `roles`. */
export function holding(db: Db, s: OpenSegment, roles: readonly Role[]): Uint32Array {
  const wanted = bitsOf(roles)
  const unread = s.articles.filter((_, doc) => s.rolesOf[doc] === 0)
  if (unread.length > 0)
    for (const row of sql<{ id: number; roles: string }>(
      db,
      'SELECT article.id, roles FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value',
    ).iterate(`[${unread.join()}]`)) {
      const doc = s.placeOf(row.id)
      if (doc !== undefined) s.rolesOf[doc] = bitsIn(row.roles)
    }
  const docs: number[] = []
  for (let doc = 0; doc < s.rolesOf.length; doc++) if ((s.rolesOf[doc]! & wanted) !== 0) docs.push(doc)
  return Uint32Array.from(docs)
}

/** Whether all roles that an article has of one of these groups are wanted: then what stands in that group stands in one of those. */
function isSure(groups: number, own: number, wanted: number): boolean {
  for (let group = 1; group < 32; group <<= 1)
    if ((groups & group) !== 0 && (own & ROLES_OF[group]! & ~wanted) === 0) return true
  return false
}

const bitsOf = (roles: readonly Role[]): number => roles.reduce((bits, role) => bits | (1 << ROLES.indexOf(role)), 0)

/** The roles of each group's bit, a bit each. */
const ROLES_OF = Uint16Array.from({ length: 32 }, (_, group) => bitsOf(ROLES.filter((r) => groupBit(r) === group)))

/** The roles of an article's blocks, a bit each. */
function rolesIn(db: Db, id: number): number {
  return bitsIn(sql<{ roles: string }>(db, 'SELECT roles FROM article WHERE id = ?').get(id)?.roles ?? '')
}

function bitsIn(roles: string): number {
  let bits = 0
  for (let i = 0; i < roles.length; i++) bits |= 1 << (roles.charCodeAt(i) - 97)
  return bits
}

function reads(db: Db, id: number, needle: string, roles: readonly Role[]): boolean {
  const row = sql<{ text: string; roles: string }>(db, 'SELECT text, roles FROM article WHERE id = ?').get(id)
  if (!row) return false
  return row.text
    .split(SEPARATOR)
    .some((block, i) => roles.includes(roleOf(row.roles[i] ?? 'i')) && normalise(block).includes(needle))
}
