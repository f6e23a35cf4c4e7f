/** What a person may mean by the first letters: people, publications and keywords, by characters, pinyin or initials (hs → 海曙). */
import type { Suggestion } from '../../../shared/api/search.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { soundOf, soundsLike } from '../../../shared/pinyin.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'

const MOST = 12

/** `typed` in normal form. */
export function suggest(db: Db, typed: string): readonly Suggestion[] {
  if (typed === '') return []
  const latin = /^[a-z]+$/.test(typed)
  const people = sql<{ name: string; count: number }>(
    db,
    `SELECT name, (SELECT count(DISTINCT article_id) FROM article_person WHERE person_id = person.id) AS count FROM person
      WHERE ${latin ? 'pinyin GLOB ? OR initials GLOB ?' : 'name GLOB ? OR name GLOB ?'} ORDER BY count DESC LIMIT ${MOST}`,
  ).all(...patterns(typed, latin))
  const publications = sql<{ name: string; count: number }>(
    db,
    `SELECT publication.name, count(page.id) AS count FROM publication JOIN issue ON issue.publication_id = publication.id
      JOIN page ON page.issue_id = issue.id AND page.deleted_at IS NULL WHERE publication.name <> '' GROUP BY publication.id`,
  )
    .all()
    .filter((p) => fits(p.name, typed, latin))
  const keywords = latin
    ? keywordsBySound(db, typed)
    : sql<{ name: string; count: number }>(
        db,
        `SELECT word AS name, (SELECT count(*) FROM article_keyword WHERE keyword_id = keyword.id) AS count FROM keyword
          WHERE word GLOB ? ORDER BY count DESC LIMIT ${MOST}`,
      ).all(`${escape(typed)}*`)
  const as = (kind: Suggestion['kind'], field: string) => (r: { name: string; count: number }) => ({
    kind,
    value: r.name,
    count: r.count,
    insert: `${field}:${/\s/.test(r.name) ? `"${r.name}"` : r.name}`,
  })
  return [
    ...publications.map(as('publication', '报纸')),
    ...people.map(as('person', '署名')),
    ...keywords.map((k) => ({ ...as('keyword', '关键词')(k), insert: k.name })),
  ].slice(0, MOST * 2)
}

const patterns = (typed: string, latin: boolean): readonly [string, string] =>
  latin ? [`${typed}*`, `${typed}*`] : [`${escape(typed)}*`, `*${escape(typed)}*`]

const escape = (text: string): string => text.replace(/[[\]*?]/g, '[$&]')

function fits(name: string, typed: string, latin: boolean): boolean {
  return latin ? soundsLike(name, typed) : normalise(name).includes(typed)
}

/** The commonest keywords are looked through; their sounds are kept. */
function keywordsBySound(db: Db, typed: string): { name: string; count: number }[] {
  return sql<{ name: string; count: number }>(
    db,
    `SELECT word AS name, count(*) AS count FROM article_keyword JOIN keyword ON keyword.id = keyword_id
      GROUP BY word ORDER BY count DESC LIMIT 5000`,
  )
    .all()
    .filter(({ name }) => {
      const { pinyin, initials } = soundOf(name)
      return pinyin.startsWith(typed) || initials === typed
    })
    .slice(0, MOST)
}
