/** Answers a query from one segment. */
import type { Role } from '../../../shared/page/page.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { find } from './find.ts'
import { filter, intersect, plain, subtract, unite } from './found.ts'
import type { Found } from './found.ts'
import type { Library, PageInfo } from './library.ts'
import type { OpenSegment } from './open-segment.ts'
import { blocksWith } from './reading.ts'
import type { Resolved } from './resolved.ts'
import { groupBit } from './roles.ts'
import { WEIGHT_OF } from './score.ts'
import { normaliseBlocks } from './store.ts'

/** The articles that fit, without those of pages that the segment no longer holds for. */
export function inSegment(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  const found = raw(db, s, query, library)
  return s.anyDead ? filter(found, (doc) => s.dead[s.pageOf[doc]!] === 0) : found
}

function raw(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  switch (query.kind) {
    case 'text':
      return textFound(db, s, query.text, query.roles)
    case 'date':
      return byPage(s, library(), (p) => p.date >= query.from && p.date <= query.to && p.date !== '')
    case 'pages':
      return byPage(s, library(), query.fits)
    case 'articles': {
      const docs: number[] = []
      for (const id of query.ids) {
        const at = s.placeOf(id)
        if (at !== undefined) docs.push(at)
      }
      return plain(Uint32Array.from(docs).sort())
    }
    case 'and': {
      // What must not be is taken away from what must.
      const wanted = query.parts.filter((p) => p.kind !== 'not').map((p) => raw(db, s, p, library))
      wanted.sort((a, b) => a.docs.length - b.docs.length)
      let found = wanted[0] ?? everything(s)
      for (const other of wanted.slice(1)) found = intersect(found, other)
      for (const p of query.parts) if (p.kind === 'not') found = subtract(found, raw(db, s, p.part, library))
      return found
    }
    case 'or':
      return query.parts.map((p) => raw(db, s, p, library)).reduce(unite)
    case 'not':
      return subtract(everything(s), raw(db, s, query.part, library))
  }
}

function textFound(db: Db, s: OpenSegment, needle: string, roles: readonly Role[] | undefined): Found {
  const hits = find(needle, s.lookUp)
  const mask = roles ? roles.reduce((bits, r) => bits | groupBit(r), 0) : 31
  const scores = new Float32Array(hits.docs.length)
  let n = 0
  const docs = roles ? new Uint32Array(hits.docs.length) : hits.docs
  for (let i = 0; i < hits.docs.length; i++) {
    const flags = hits.flags[i]!
    if ((flags & mask) === 0) continue
    const doc = hits.docs[i]!
    // The index knows groups of roles; which role it is stands in the text.
    if (roles && !inRoles(db, s.articles[doc]!, needle, roles)) continue
    docs[n] = doc
    scores[n++] = WEIGHT_OF[flags & (mask | 0xe0)]! * s.strength[doc]!
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

function inRoles(db: Db, id: number, needle: string, roles: readonly Role[]): boolean {
  const row = sql<{ text: string; roles: string }>(db, 'SELECT text, roles FROM article WHERE id = ?').get(id)
  if (!row) return false
  return blocksWith({ ...row, text: normaliseBlocks(row.text) }, needle).some((role) => roles.includes(role))
}

const everything = (s: OpenSegment): Found => plain(Uint32Array.from(s.articles.keys()))

function byPage(s: OpenSegment, library: Library, fits: (page: PageInfo) => boolean): Found {
  const fitting = Uint8Array.from(s.pages, (id) => {
    const page = library.pages.get(id)
    return Number(page !== undefined && fits(page))
  })
  const docs: number[] = []
  for (let doc = 0; doc < s.pageOf.length; doc++) if (fitting[s.pageOf[doc]!]) docs.push(doc)
  return plain(Uint32Array.from(docs))
}
