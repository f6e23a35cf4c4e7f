/** For tests of undo: an archive of a few pages, with what actions on it need and what they left. */
import { article, block, page } from '../../shared/page/build.ts'
import type { Acting } from './act.ts'
import type { addOwnWords } from './own-words.ts'
import { sql } from './store/db.ts'
import type { Db } from './store/db.ts'
import { operations } from './store/operation.ts'
import { getPage } from './store/page.ts'
import { freshDb, putPage } from './store/testing.ts'

export const ONE = page([article([block('headline', '渡口的灯'), block('paragraph', '灯亮了。')])])

type Archive = {
  readonly db: Db
  readonly ids: readonly number[]
  readonly context: Acting & Parameters<typeof addOwnWords>[0]
  /** Words that the segmenter was told of. */
  readonly relearned: readonly string[]
  readonly number: (id: number) => string
  readonly state: (id: number) => string | undefined
  readonly binned: () => readonly number[]
  /** The number of the last operation. */
  readonly last: () => number
}

export function archive(pages = 4, db: Db = freshDb()): Archive {
  const ids = Array.from({ length: pages }, () => putPage(db, ONE))
  const relearned: string[] = []
  const context = {
    db,
    emit: () => undefined,
    changed: () => undefined,
    who: () => '编辑',
    relearn: (list: readonly string[]) => void relearned.push(...list),
  }
  const number = (id: number) => getPage(db, id).page.meta.number ?? ''
  const state = (id: number) => sql<{ state: string }>(db, 'SELECT state FROM page WHERE id = ?').get(id)?.state
  const binned = () => ids.filter((id) => sql(db, 'SELECT 1 FROM page WHERE id = ? AND deleted_at IS NOT NULL').get(id))
  const last = () => operations(db, 1)[0]?.id ?? 0
  return { db, ids, context, relearned, number, state, binned, last }
}
