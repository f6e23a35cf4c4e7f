/** Stores what the workshop prepared, with what came of each file, in one short transaction. */
import path from 'node:path'
import { likeness } from '../../../shared/search/likeness.ts'
import type { Context } from '../context.ts'
import type { FileResult, Prepared } from '../intake-file.ts'
import { alikeCandidates, pageText } from '../store/article.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { setOutcome } from '../store/job.ts'
import { insertPage, pageOfSource } from '../store/page.ts'
import { putPicture } from '../store/picture.ts'
import { putSource, sourceId } from '../store/source.ts'

/** What came of looking at a file: a page that is ready, a failure, or the page that is there already. */
export type Outcome = FileResult | { readonly n: number; readonly page: number }

/** From this likeness on a page is told to be like another. */
const ALIKE = 0.7

/** Gives the ids of new pages. */
export function keepResults(context: Context, jobId: number, results: readonly Outcome[]): number[] {
  const { db } = context
  const who = context.who()
  return write(db, () => {
    const ids: number[] = []
    for (const r of results) {
      if ('page' in r) {
        setOutcome(db, jobId, r.n, { outcome: 'duplicate', page: r.page })
        continue
      }
      if (!r.ok) {
        setOutcome(db, jobId, r.n, { outcome: 'failed', page: null, code: r.code, params: r.params })
        continue
      }
      const sha256 = Buffer.from(r.sha256)
      const known = sourceId(db, sha256)
      const there = known === undefined ? undefined : pageOfSource(db, known)
      if (there !== undefined) {
        setOutcome(db, jobId, r.n, { outcome: 'duplicate', page: there })
        continue
      }
      const like = mostAlike(db, r)
      const id = insertPage(db, {
        name: nameOf(db, jobId, r.n),
        sourceId: putSource(db, r.bytes, sha256),
        reader: r.reader,
        encoding: r.encoding,
        notices: r.notices,
        meta: r.meta,
        json: r.json,
        derived: r.derived,
        who,
        pictureId: r.picture ? putPicture(db, r.picture).id : undefined,
      })
      ids.push(id)
      setOutcome(db, jobId, r.n, {
        outcome: 'new',
        page: id,
        articles: r.derived.articles.length,
        characters: r.derived.characters,
        like,
      })
    }
    return ids
  })
}

function nameOf(db: Db, jobId: number, n: number): string {
  const file =
    sql<{ path: string }>(db, 'SELECT path FROM job_file WHERE job_id = ? AND n = ?').get(jobId, n)?.path ?? ''
  return path.basename(file).replace(/(?:\.page)?\.[^.]{1,8}$/, '') || path.basename(file)
}

function mostAlike(db: Db, r: Prepared): { page: number; likeness: number } | undefined {
  const candidates = alikeCandidates(db, r.derived.likeness, 0)
  if (candidates.length === 0) return undefined
  const text = r.derived.articles.map((a) => a.text).join('')
  let best: { page: number; likeness: number } | undefined
  for (const page of candidates) {
    const value = likeness(text, pageText(db, page))
    if (value >= ALIKE && value > (best?.likeness ?? 0)) best = { page, likeness: Math.round(value * 1000) / 1000 }
  }
  return best
}
