/** A segment that is open for search: its head in memory, its lists in the database. */
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { reader } from './chunks.ts'
import { loadSegmentHead } from './heads.ts'
import type { Library } from './library.ts'
import { lookUpIn } from './look-up.ts'
import type { LookUp } from './look-up.ts'
import { dilution } from './score.ts'
import type { Segment } from './segment.ts'

type Head = Omit<Segment, 'data'> & {
  readonly id: number
  readonly lookUp: LookUp
  /** The number of an article by its id. */
  readonly placeOf: (id: number) => number | undefined
  /** For each article what its weights are multiplied by: longer ones are diluted. */
  readonly strength: Float32Array
  /** The roles of each article's blocks, a bit each; 0 where nobody asked yet. */
  readonly rolesOf: Uint16Array
  /** 1 for each article that is page furniture only. */
  readonly furniture: () => Uint8Array
  /** The day of each page as a year with fractions, 0 where it is not known; made anew for another library. */
  readonly daysOf: (library: Library) => Float64Array
}

export type OpenSegment = Head & {
  /** 1 for each page that this segment no longer holds for. */
  readonly dead: Uint8Array
  readonly anyDead: boolean
}

/** The head of segment `id`, read once. */
export function openHead(db: Db, id: number): Head {
  const head = loadSegmentHead(db, id)
  let furniture: Uint8Array | undefined
  let days: { readonly library: string; readonly values: Float64Array } | undefined
  return {
    ...head,
    id,
    lookUp: lookUpIn(head, reader(db, id, head.form), head.form),
    placeOf: placesOf(head.articles),
    strength: Float32Array.from(head.lengths, (length) => 1 / dilution(length)),
    rolesOf: new Uint16Array(head.articles.length),
    furniture: () => (furniture ??= furnitureIn(db, head.articles)),
    daysOf: (library) => {
      const key = `${library.change}.${library.library}`
      if (days?.library !== key)
        days = { library: key, values: Float64Array.from(head.pages, (page) => dayOf(library.pages.get(page)?.date)) }
      return days.values
    },
  }
}

/** The same segment without the pages that `isDead` tells. */
export function openSegment(head: Head, isDead: (page: number) => boolean): OpenSegment {
  const dead = Uint8Array.from(head.pages, (page) => Number(isDead(page)))
  return { ...head, dead, anyDead: dead.includes(1) }
}

/** An article that is changed is in this segment no more; so this is read once. */
function furnitureIn(db: Db, articles: Float64Array): Uint8Array {
  const ids = new Set(
    sql<{ id: number }>(db, "SELECT id FROM article WHERE roles NOT GLOB '*[^n]*'")
      .all()
      .map((row) => row.id),
  )
  return Uint8Array.from(articles, (id) => Number(ids.has(id)))
}

/** A date as a year with fractions, 0 where it is not known. */
export const dayOf = (date: string | undefined): number =>
  date ? Number(date.slice(0, 4)) + Number(date.slice(5, 7)) / 12 + Number(date.slice(8, 10)) / 372 : 0

/** Merged segments need not be ascending: a map then, made when first wanted. */
function placesOf(articles: Float64Array): (id: number) => number | undefined {
  let places: Map<number, number> | undefined
  return (id) => (places ??= new Map(Array.from(articles, (a, i) => [a, i]))).get(id)
}
