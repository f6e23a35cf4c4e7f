/** Editorial states: the step a page or an article has reached, by whom and when. */
import { z } from 'zod'
import type { StateEntry, Workflow } from '../../../shared/api/library.ts'
import { workflowSchema } from '../../../shared/api/library.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { nextChange } from './change.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'
import { findPage, getPage } from './page.ts'
import { articleHash, pageHash } from './reopen.ts'
import { setSetting, setting } from './setting.ts'

/** 三审三校: what most houses do; each may change it. */
const USUAL: Workflow = { pages: ['一校', '二校', '三校', '清样', '付印'], articles: ['初审', '复审', '终审'] }

export function workflow(db: Db): Workflow {
  const kept = workflowSchema.safeParse(setting(db, 'workflow'))
  return kept.success ? kept.data : USUAL
}

export const setWorkflow = (db: Db, w: Workflow): void => setSetting(db, 'workflow', w)

/**
 * Says that a page, or one article of it, has reached `step`; '' takes it away. False where the page is gone, which is left. Error:
 * `page/missing` for an article. Call it in a transaction of `operation`.
 */
export function setState(
  db: Db,
  id: number,
  article: string | undefined,
  step: string,
  who: string,
  operation: number,
): boolean {
  const page = findPage(db, id)?.page
  if (!page) return false
  const one = page.articles.find((a) => a.id === article)
  if (article !== undefined && !one) throw new BanxinError('page/missing')
  sql(
    db,
    'INSERT INTO state_log (page_id, article_key, step, at, who, hash, operation_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, article ?? null, step, now(), who, one ? articleHash(one) : pageHash(page), operation)
  if (article === undefined) sql(db, 'UPDATE page SET state = ?, change = ? WHERE id = ?').run(step, nextChange(db), id)
  return true
}

/** One entry of a page's log, as it is kept in files. `article`: its key, null for the page; `hash`: of the text that was passed, in base64. */
export const loggedStateSchema = z.object({
  article: z.string().nullable(),
  step: z.string(),
  at: z.string(),
  who: z.string(),
  hash: z.base64(),
})
type LoggedState = z.infer<typeof loggedStateSchema>

/** All that a page and its articles went through, the oldest first. */
export const stateLog = (db: Db, id: number): readonly LoggedState[] =>
  sql<Omit<LoggedState, 'hash'> & { hash: Buffer }>(
    db,
    'SELECT article_key AS article, step, at, who, hash FROM state_log WHERE page_id = ? ORDER BY id',
  )
    .all(id)
    .map((row) => ({ ...row, hash: row.hash.toString('base64') }))

/** Gives a new page the log that it had in another archive. Call it in a transaction. */
export function putStateLog(db: Db, id: number, log: readonly LoggedState[]): void {
  for (const { article, step, at, who, hash } of log)
    sql(db, 'INSERT INTO state_log (page_id, article_key, step, at, who, hash) VALUES (?, ?, ?, ?, ?, ?)').run(
      id,
      article,
      step,
      at,
      who,
      Buffer.from(hash, 'base64'),
    )
  const step = log.findLast((one) => one.article === null)?.step
  if (step !== undefined) sql(db, 'UPDATE page SET state = ? WHERE id = ?').run(step, id)
}

/** Where a page and its articles stand. `open`: the text changed since. */
export function states(db: Db, id: number) {
  const { page } = getPage(db, id)
  const rows = sql<{ article: string | null; step: string; at: string; who: string; hash: Buffer }>(
    db,
    'SELECT article_key AS article, step, at, who, hash FROM state_log WHERE page_id = ? ORDER BY id',
  ).all(id)
  const entry = (hash: Buffer | undefined, article: string | null): StateEntry | undefined => {
    const last = rows.findLast((r) => r.article === article)
    return last && last.step !== '' && hash
      ? { step: last.step, at: last.at, who: last.who, open: !last.hash.equals(hash) }
      : undefined
  }
  const articles: Record<string, StateEntry> = {}
  for (const a of page.articles) {
    const found = entry(articleHash(a), a.id)
    if (found) articles[a.id] = found
  }
  return {
    page: entry(pageHash(page), null) ?? null,
    articles,
    log: rows.map(({ article, step, at, who }) => ({ article, step, at, who })).toReversed(),
  }
}
