/** Stores what the workshop prepared, with what came of each file, in one short transaction. */
import { likeness, mayBeAlike } from '../../../shared/search/likeness.ts'
import type { Context } from '../context.ts'
import type { Derived } from '../derive.ts'
import type { Failed, Prepared } from '../intake-file.ts'
import { alikeCandidates, pageTexts } from '../store/alike.ts'
import type { Candidate } from '../store/alike.ts'
import type { PageArticles } from '../store/article.ts'
import { write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { isFurniture } from '../store/furniture.ts'
import { setOutcomes, setSeconds } from '../store/job.ts'
import type { Outcome as Told } from '../store/job.ts'
import { insertPages, pageOfSource } from '../store/page.ts'
import type { NewPage } from '../store/page.ts'
import { addPicture, putPicture } from '../store/picture.ts'
import { addSource, sourceId } from '../store/source.ts'
import type { There } from './late-picture.ts'

/** What came of looking at a file: a page that is ready, a failure, or the page that is there already. */
export type Outcome = Prepared | Failed | There

/** From this likeness on a page is told to be like another. */
const ALIKE = 0.7
/** So many candidates are compared. */
const MOST_COMPARED = 4

/** Gives the ids of new pages, those of earlier ones that were given their picture, and what is told of each file. `seconds`: how long the job has run in all. */
export function keepResults(
  { db, who }: Pick<Context, 'db' | 'who'>,
  jobId: number,
  results: readonly Outcome[],
  seconds: number,
): {
  readonly ids: number[]
  readonly pictured: readonly number[]
  readonly told: readonly (readonly [n: number, outcome: Told])[]
} {
  return write(db, () => {
    const fresh: { readonly result: Prepared; readonly sourceId: number }[] = []
    const twins: { readonly n: number; readonly sourceId: number; readonly picture: Uint8Array | null }[] = []
    const pictured: number[] = []
    const bySource = new Map<number, number>()
    const told: [n: number, outcome: Told][] = []
    const isThere = (n: number, page: number | undefined, picture: Uint8Array | null | undefined) => {
      if (page !== undefined && picture && addPicture(db, page, picture)) pictured.push(page)
      told.push([n, { outcome: 'duplicate', page: page ?? null }])
    }
    for (const r of results) {
      if ('page' in r) isThere(r.n, r.page, r.picture)
      else if (!r.ok) told.push([r.n, { outcome: 'failed', page: null, code: r.code, params: r.params }])
      else {
        const sha256 = Buffer.from(r.sha256)
        const known = sourceId(db, sha256)
        const source = known ?? addSource(db, r.bytes, sha256)
        const there = known === undefined ? undefined : pageOfSource(db, known)
        if (there !== undefined) isThere(r.n, there, r.picture)
        else if (bySource.has(source)) twins.push({ n: r.n, sourceId: source, picture: r.picture })
        else {
          bySource.set(source, fresh.length)
          fresh.push({ result: r, sourceId: source })
        }
      }
    }
    const by = who()
    const ids = insertPages(
      db,
      fresh.map(({ result, sourceId }) => newPage(db, result, sourceId, by)),
    )
    for (const { n, sourceId, picture } of twins) isThere(n, ids[bySource.get(sourceId) ?? 0], picture)
    const pages = fresh.map(({ result }, i) => ({ pageId: ids[i] ?? 0, derived: result.derived }))
    const likes = mostAlike(db, pages)
    for (const [i, { pageId, derived }] of pages.entries()) {
      const { articles, characters } = derived
      const n = fresh[i]?.result.n ?? 0
      const furniture = articles.filter(isFurniture).length
      const counts = { articles: articles.length, furniture, characters }
      told.push([n, { outcome: 'new', page: pageId, ...counts, like: likes.get(pageId) }])
    }
    setOutcomes(db, jobId, told)
    setSeconds(db, jobId, seconds)
    return { ids, pictured, told }
  })
}

const newPage = (db: Db, r: Prepared, sourceId: number, who: string): NewPage => ({
  name: r.name,
  sourceId,
  reader: r.reader,
  encoding: r.encoding,
  notices: r.notices,
  meta: r.meta,
  json: r.json,
  derived: r.derived,
  who,
  pictureId: r.picture ? putPicture(db, r.picture).id : undefined,
})

type Like = { readonly page: number; readonly likeness: number }

/** The texts of so many pages are looked up at once: a call for each costs more than the text, and all at once are many. */
const AT_ONCE = 64

/** For those of `pages` that are like an earlier one the one that they are most like. */
function mostAlike(db: Db, pages: readonly PageArticles[]): ReadonlyMap<number, Like> {
  const found = new Map<number, Like>()
  const candidates = alikeCandidates(db, pages)
  for (let at = 0; at < pages.length; at += AT_ONCE) {
    const some = pages
      .slice(at, at + AT_ONCE)
      .map(({ pageId, derived }) => ({ pageId, derived, near: nearest(derived, candidates.get(pageId) ?? []) }))
    const texts = pageTexts(db, new Set(some.flatMap(({ near }) => near.map((c) => c.page))))
    for (const { pageId, derived, near } of some) {
      const like = likest(derived, near, texts)
      if (like) found.set(pageId, like)
    }
  }
  return found
}

/** The shorter has at most so large a share of all runs; they are counted a little otherwise, so there is some room. */
const nearest = ({ characters }: Derived, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates
    .filter((c) => Math.min(c.characters, characters) > ALIKE * 0.85 * Math.max(c.characters, characters))
    .slice(0, MOST_COMPARED)

/** Those that share one hash only are mostly not alike: a cheap look comes before the full one. */
function likest(
  { articles }: Derived,
  near: readonly Candidate[],
  texts: ReadonlyMap<number, string>,
): Like | undefined {
  let best: { page: number; likeness: number } | undefined
  if (near.length === 0) return best
  const text = articles.map((a) => a.text).join('')
  for (const { page, shared } of near) {
    const other = texts.get(page) ?? ''
    if (shared === 1 && !mayBeAlike(text, other)) continue
    const value = likeness(text, other)
    if (value >= ALIKE && value > (best?.likeness ?? 0)) best = { page, likeness: Math.round(value * 1000) / 1000 }
  }
  return best
}
