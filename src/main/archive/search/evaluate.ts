/** Answers a query from one segment. */
import type { Role } from '../../../shared/page/page.ts'
import { isWithin } from '../../../shared/search/dates.ts'
import type { Db } from '../store/db.ts'
import { find } from './find.ts'
import { filter, intersect, plain, subtract, unite } from './found.ts'
import type { Found } from './found.ts'
import { holding, inRoles } from './in-roles.ts'
import type { Library, PageInfo } from './library.ts'
import type { OpenSegment } from './open-segment.ts'
import { hasWords } from './resolved.ts'
import type { Resolved } from './resolved.ts'
import { groupBit } from './roles.ts'
import { WEIGHT_OF } from './score.ts'

/** The articles that fit, without those of pages that the segment no longer holds for; where no words are looked for, without page furniture. */
export function inSegment(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  const found = stories(db, s, query, library)
  return s.anyDead ? filter(found, (doc) => s.dead[s.pageOf[doc]!] === 0) : found
}

function stories(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  const found = raw(db, s, query, library)
  if (hasWords(query)) return found
  const furniture = s.furniture()
  return filter(found, (doc) => furniture[doc] === 0)
}

function raw(db: Db, s: OpenSegment, query: Resolved, library: () => Library): Found {
  switch (query.kind) {
    case 'text':
      return textFound(db, s, query.text, query.roles)
    case 'date':
      return byPage(s, library(), (p) => isWithin(p.date, query))
    case 'roles':
      return plain(holding(db, s, query.roles))
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
      return query.parts.map((p) => stories(db, s, p, library)).reduce(unite)
    case 'not':
      return subtract(everything(s), raw(db, s, query.part, library))
  }
}

function textFound(db: Db, s: OpenSegment, needle: string, roles: readonly Role[] | undefined): Found {
  const all = find(needle, s.lookUp)
  const { docs, flags } = roles ? inRoles(db, s, needle, roles, all) : all
  const mask = roles ? roles.reduce((bits, r) => bits | groupBit(r), 0) : 31
  const scores = new Float32Array(docs.length)
  weigh(docs, flags, mask, s.strength, scores)
  return { docs, scores }
}

function weigh(docs: Uint32Array, flags: Uint8Array, mask: number, strength: Float32Array, scores: Float32Array): void {
  for (let i = 0; i < docs.length; i++) scores[i] = WEIGHT_OF[flags[i]! & (mask | 0xe0)]! * strength[docs[i]!]!
}

function everything(s: OpenSegment): Found {
  const docs = new Uint32Array(s.articles.length)
  for (let doc = 0; doc < docs.length; doc++) docs[doc] = doc
  return plain(docs)
}

function byPage(s: OpenSegment, library: Library, fits: (page: PageInfo) => boolean): Found {
  const fitting = Uint8Array.from(s.pages, (id) => {
    const page = library.pages.get(id)
    return Number(page !== undefined && fits(page))
  })
  const docs: number[] = []
  for (let doc = 0; doc < s.pageOf.length; doc++) if (fitting[s.pageOf[doc]!]) docs.push(doc)
  return plain(Uint32Array.from(docs))
}
