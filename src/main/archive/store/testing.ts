/** For tests of what lies in the database: an empty one in memory, and pages put into it as an import does. */
import type { Page } from '../../../shared/page/page.ts'
import { derive } from '../derive.ts'
import type { Derived } from '../derive.ts'
import { migrate } from '../migrations/index.ts'
import { openDb, write } from './db.ts'
import type { Db } from './db.ts'
import { insertPage } from './page.ts'
import { putSource } from './source.ts'

export function freshDb(): Db {
  const db = openDb(':memory:', { create: true })
  migrate(db)
  return db
}

/** Stores `page` and gives its number; `derived`: what is known of it, where that is not what it says by itself. */
export const putPage = (db: Db, page: Page, derived: Derived = derive(page)): number =>
  write(db, () =>
    insertPage(db, {
      name: '灯',
      sourceId: putSource(db, Uint8Array.of(1)),
      reader: 'text',
      encoding: 'utf-8',
      notices: [],
      meta: page.meta,
      json: JSON.stringify(page),
      derived,
      who: '编辑',
    }),
  )
