/** An archive of many small pages, made through the store in a few seconds: two newspapers, four pages a day, one issue missing a month. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { derive } from '../../src/main/archive/derive.ts'
import { migrate } from '../../src/main/archive/migrations/index.ts'
import { openDb, write } from '../../src/main/archive/store/db.ts'
import { insertPage } from '../../src/main/archive/store/page.ts'
import { putSource } from '../../src/main/archive/store/source.ts'
import type { Page } from '../../src/shared/page/page.ts'

const PAPERS = ['海湾日报', '临川晚报'] as const
const PAGES_A_DAY = 4
const DAY = 86_400_000
const FIRST = Date.UTC(2026, 2, 31)

/** `count` pages in a new archive at `file`; the newest issue is of 2026-03-31. Search does not know them. */
export function makeArchive(file: string, count: number): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const db = openDb(file, { create: true })
  migrate(db)
  db.pragma('synchronous = OFF')
  const batch = 5000
  for (let from = 0; from < count; from += batch)
    write(db, () => {
      for (let n = from; n < Math.min(count, from + batch); n++) addPage(n)
    })
  db.exec('DELETE FROM search_pending')
  db.close()

  function addPage(n: number): void {
    const publication = PAPERS[n % PAPERS.length] ?? ''
    const issue = Math.floor(n / PAPERS.length / PAGES_A_DAY)
    // The tenth of a month is always missing.
    const day = new Date(FIRST - issue * DAY)
    if (day.getUTCDate() === 10) return
    const date = day.toISOString().slice(0, 10)
    const number = String((Math.floor(n / PAPERS.length) % PAGES_A_DAY) + 1).padStart(2, '0')
    const text = `第${n + 1}号版面的要闻`
    const page: Page = {
      version: 1,
      meta: { publication, date, number, section: '要闻' },
      articles: [
        { id: 'a1', blocks: [block('b1', 'headline', text), block('b2', 'paragraph', `${text}，今日刊出。`)] },
      ],
      proposals: [],
    }
    insertPage(db, {
      name: `${publication}_${date.replaceAll('-', '')}_${number}`,
      sourceId: putSource(db, Buffer.from(text)),
      reader: 'text',
      encoding: 'utf-8',
      notices: [],
      meta: page.meta,
      json: JSON.stringify(page),
      who: '档案室',
      derived: derive(page),
    })
  }
}

const block = (
  id: string,
  role: 'headline' | 'paragraph',
  text: string,
): Page['articles'][number]['blocks'][number] => ({
  id,
  role,
  text,
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
})
