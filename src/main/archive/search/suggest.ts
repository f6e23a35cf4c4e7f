/** What a person may mean by the first letters: people, publications and keywords, by characters, pinyin or initials (hs → 海曙). */
import type { Suggestion } from '../../../shared/api/search.ts'
import { lettersOf, soundOf, soundsLike } from '../../../shared/pinyin.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { normalName } from './names.ts'

const MOST = 12

/** `typed` in normal form. Counts are of what is not in the bin; what is only there is not suggested. */
export function suggest(db: Db, typed: string): readonly Suggestion[] {
  if (typed === '') return []
  const letters = lettersOf(typed)
  const people = counted(
    sql<{ name: string; count: number }>(
      db,
      `SELECT name, (SELECT count(DISTINCT article_id) FROM article_person
          WHERE person_id = person.id AND article_id NOT IN (${BINNED})) AS count FROM person
        WHERE id IN (SELECT value FROM json_each(?)) ORDER BY count DESC LIMIT ${MOST}`,
    ).all(JSON.stringify(peopleNamed(db, typed, letters))),
  )
  const publications = sql<{ name: string; count: number }>(
    db,
    `SELECT publication.name, count(page.id) AS count FROM publication JOIN issue ON issue.publication_id = publication.id
      JOIN page ON page.issue_id = issue.id AND page.deleted_at IS NULL WHERE publication.name <> '' GROUP BY publication.id`,
  )
    .all()
    .filter((p) => (letters ? soundsLike(p.name, letters) : normalName(p.name).includes(typed)))
  const keywords = counted(
    letters
      ? keywordsBySound(db, letters)
      : sql<{ name: string; count: number }>(
          db,
          `SELECT word AS name, (SELECT count(*) FROM article_keyword
              WHERE keyword_id = keyword.id AND article_id NOT IN (${BINNED})) AS count FROM keyword
            WHERE word GLOB ? ORDER BY count DESC LIMIT ${MOST}`,
        ).all(`${escape(typed)}*`),
  )
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

const BINNED = 'SELECT article.id FROM page CROSS JOIN article ON page_id = page.id WHERE deleted_at IS NOT NULL'

const counted = <T extends { readonly count: number }>(found: readonly T[]): readonly T[] =>
  found.filter((f) => f.count > 0)

const escape = (text: string): string => text.replace(/[[\]*?]/g, '[$&]')

/** Those whose name holds what was typed, in either script, or sounds so from its start. */
const peopleNamed = (db: Db, typed: string, letters: string | undefined): readonly number[] =>
  letters
    ? sql<{ id: number }>(db, 'SELECT id FROM person WHERE pinyin GLOB :sound OR initials GLOB :sound')
        .all({ sound: `${letters}*` })
        .map((p) => p.id)
    : sql<{ id: number; name: string }>(db, 'SELECT id, name FROM person')
        .all()
        .filter((p) => normalName(p.name).includes(typed))
        .map((p) => p.id)

/** The commonest keywords are looked through; their sounds are kept. */
function keywordsBySound(db: Db, typed: string): { name: string; count: number }[] {
  return sql<{ name: string; count: number }>(
    db,
    `SELECT word AS name, count FROM (SELECT keyword_id, count(*) AS count FROM article_keyword
        WHERE article_id NOT IN (${BINNED}) GROUP BY keyword_id ORDER BY count DESC LIMIT 5000)
      JOIN keyword ON keyword.id = keyword_id ORDER BY count DESC`,
  )
    .all()
    .filter(({ name }) => {
      const { pinyin, initials } = soundOf(name)
      return pinyin.startsWith(typed) || initials === typed
    })
    .slice(0, MOST)
}
