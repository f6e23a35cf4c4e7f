/** A step that was reached for one text is open again when the text changes. */
import { createHash } from 'node:crypto'
import type { Article, Page } from '../../../shared/page/page.ts'
import { now, sql } from './db.ts'
import type { Db } from './db.ts'

/** Call it when a page was saved: a step that was reached for another text is open again, and lists say so. */
export function reopen(db: Db, id: number, page: Page, who: string): void {
  const last = sql<{ step: string; hash: Buffer }>(
    db,
    'SELECT step, hash FROM state_log WHERE page_id = ? AND article_key IS NULL ORDER BY id DESC LIMIT 1',
  ).get(id)
  if (!last || last.step === '') return
  const hash = pageHash(page)
  if (last.hash.equals(hash)) return
  sql(db, "UPDATE page SET state = '' WHERE id = ?").run(id)
  sql(db, "INSERT INTO state_log (page_id, article_key, step, at, who, hash) VALUES (?, NULL, '', ?, ?, ?)").run(
    id,
    now(),
    who,
    hash,
  )
}

/** What is read counts, not where it came from: roles and texts. */
export const articleHash = (a: Article): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(a.blocks.map((b) => [b.role, b.text])))
    .digest()

export const pageHash = (p: Page): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(p.articles.map((a) => a.blocks.map((b) => [b.role, b.text]))))
    .digest()
