/** Looks up what the fields of a query name: people and keywords give articles, publications, sections and numbers give pages. */
import { lettersOf, soundOf, soundsLike } from '../../../shared/pinyin.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import type { Query } from '../../../shared/search/query.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { calledNow } from './called.ts'
import { normalName } from './names.ts'
import { numberFits } from './page-number.ts'
import type { Resolved } from './resolved.ts'

export function resolve(db: Db, q: Query): Resolved {
  switch (q.kind) {
    case 'text':
    case 'date':
    case 'roles':
      return q
    case 'and':
    case 'or':
      return { kind: q.kind, parts: q.parts.map((p) => resolve(db, p)) }
    case 'not':
      return { kind: 'not', part: resolve(db, q.part) }
    case 'field':
      switch (q.field) {
        case 'number': {
          const fits = numberFits(q.value)
          return { kind: 'pages', fits: (p) => fits(p.number) }
        }
        case 'section':
          return { kind: 'pages', fits: (p) => p.section.includes(q.value) }
        case 'publication': {
          const names = new Map<string, boolean>()
          const fits = (name: string) => {
            let known = names.get(name)
            if (known === undefined)
              names.set(name, (known = name !== '' && (normalise(name).includes(q.value) || sounds(name, q.value))))
            return known
          }
          return { kind: 'pages', fits: (p) => fits(p.publication) }
        }
        case 'byline':
          return { kind: 'articles', ids: articlesOfPeople(db, peopleLike(db, q.value)) }
        case 'keyword':
          return { kind: 'articles', ids: articlesOfWords(db, keywordsLike(db, q.value)) }
      }
  }
}

/** One letter is the sound of too many. */
function sounds(name: string, typed: string): boolean {
  const letters = lettersOf(typed) ?? ''
  return letters.length > 1 && soundsLike(name, letters)
}

/** Ids of keywords that hold `typed` (in normal form). */
const keywordsLike = (db: Db, typed: string): readonly number[] =>
  calledNow(db, 'keywords').normal.flatMap((word, id) => (word.includes(typed) ? [id] : []))

/** Ids of people whose name holds `typed` (in normal form), or sounds so or begins so, with all spellings of each. */
function peopleLike(db: Db, typed: string): readonly number[] {
  const letters = lettersOf(typed)
  const found = letters
    ? sql<{ id: number; name: string; whole: number }>(
        db,
        `SELECT id, name, pinyin = :letters OR initials = :letters OR instr(lower(name), :typed) AS whole FROM person
          WHERE whole OR pinyin GLOB :letters || '*'`,
      )
        .all({ typed, letters })
        .filter((p) => p.whole || beginsWithSound(p.name, letters))
    : sql<{ id: number; name: string }>(db, 'SELECT id, name FROM person')
        .all()
        .filter((p) => normalName(p.name).includes(typed))
  return spellings(
    db,
    found.map((p) => p.id),
  )
}

/** Whether the first characters of a name sound so: 欧阳明 as ouyang, and 林一舟 not as li. */
const beginsWithSound = (name: string, typed: string): boolean =>
  [...name].some((_, at, characters) => soundOf(characters.slice(0, at + 1).join(''), true).pinyin === typed)

/** Ids of everyone who is the person so named. */
export const variants = (db: Db, name: string): readonly number[] =>
  spellings(
    db,
    sql<{ id: number }>(db, 'SELECT id FROM person WHERE name = ?')
      .all(name)
      .map((p) => p.id),
  )

/** With everyone who is the same person. */
const spellings = (db: Db, ids: readonly number[]): readonly number[] =>
  sql<{ id: number }>(
    db,
    `WITH given AS (SELECT coalesce(same_as, id) AS id FROM person WHERE id IN (SELECT value FROM json_each(?)))
      SELECT id FROM person WHERE coalesce(same_as, id) IN (SELECT id FROM given)`,
  )
    .all(JSON.stringify(ids))
    .map((r) => r.id)

export const articlesOfPeople = (db: Db, ids: readonly number[]): ReadonlySet<number> =>
  new Set(
    sql<{ id: number }>(
      db,
      'SELECT DISTINCT article_id AS id FROM article_person WHERE person_id IN (SELECT value FROM json_each(?))',
    )
      .all(JSON.stringify(ids))
      .map((r) => r.id),
  )

export const articlesOfKeywords = (db: Db, words: readonly string[]): ReadonlySet<number> =>
  articlesOfWords(
    db,
    sql<{ id: number }>(db, 'SELECT id FROM keyword WHERE word IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify(words))
      .map((r) => r.id),
  )

const articlesOfWords = (db: Db, ids: readonly number[]): ReadonlySet<number> =>
  new Set(
    sql<{ id: number }>(
      db,
      'SELECT DISTINCT article_id AS id FROM article_keyword WHERE keyword_id IN (SELECT value FROM json_each(?))',
    )
      .all(JSON.stringify(ids))
      .map((r) => r.id),
  )
