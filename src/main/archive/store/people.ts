/** People of bylines: their articles, spellings, and who may be the same. */
import type { Person } from '../../../shared/api/library.ts'
import { lettersOf } from '../../../shared/pinyin.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { sql, write } from './db.ts'
import type { Db } from './db.ts'

type Row = Omit<Person, 'kinds' | 'variants'> & { kinds: string | null; variants: string | null }

const PEOPLE = `SELECT main.id, main.name, main.pinyin, count(DISTINCT ap.article_id) AS articles,
  group_concat(DISTINCT ap.kind) AS kinds,
  (SELECT group_concat(name, char(31)) FROM person WHERE same_as = main.id) AS variants
  FROM person AS main JOIN person AS any_spelling ON coalesce(any_spelling.same_as, any_spelling.id) = main.id
  JOIN article_person AS ap ON ap.person_id = any_spelling.id
  JOIN article ON article.id = ap.article_id JOIN page ON page.id = article.page_id AND page.deleted_at IS NULL`

const person = ({ kinds, variants, ...row }: Row): Person => ({
  ...row,
  kinds: (kinds?.split(',') ?? []) as Person['kinds'], // a checked column
  variants: variants?.split('\u001f') ?? [],
})

/** Those with most articles first; `text` by characters in either script, pinyin or initials, in any spelling. */
export function people(db: Db, text: string, offset: number, limit: number): { total: number; people: Person[] } {
  const typed = normalise(text.trim())
  const where = typed === '' ? '' : 'WHERE main.id IN (SELECT value FROM json_each(?))'
  const values = typed === '' ? [] : [JSON.stringify(called(db, typed))]
  const rows = sql<Row>(db, `${PEOPLE} ${where} GROUP BY main.id ORDER BY articles DESC, main.name`).all(...values)
  return { total: rows.length, people: rows.slice(offset, offset + limit).map(person) }
}

/** Who is called or sounds as typed (in normal form), whichever spelling of them is. */
function called(db: Db, typed: string): readonly number[] {
  const letters = lettersOf(typed)
  const all = sql<{ main: number; name: string; pinyin: string; initials: string }>(
    db,
    'SELECT coalesce(same_as, id) AS main, name, pinyin, initials FROM person',
  ).all()
  const fits = all.filter(
    (p) =>
      normalise(p.name).includes(typed) ||
      (letters !== undefined && (p.pinyin.startsWith(letters) || p.initials === letters)),
  )
  return [...new Set(fits.map((p) => p.main))]
}

/** Groups of names that sound the same, or are one character apart and of three or more: perhaps one person misread. */
export function alikePeople(db: Db, limit: number): Person[][] {
  const all = sql<Row>(db, `${PEOPLE} GROUP BY main.id ORDER BY articles DESC, main.name`).all().map(person)
  const groups: Person[][] = []
  const taken = new Set<number>()
  const keys = new Map<string, Person[]>()
  for (const p of all)
    for (const key of keysOf(p)) {
      const group = keys.get(key)
      if (group) group.push(p)
      else keys.set(key, [p])
    }
  for (const group of keys.values()) {
    const fresh = group.filter((p) => !taken.has(p.id))
    if (fresh.length < 2) continue
    for (const p of fresh) taken.add(p.id)
    groups.push(fresh)
    if (groups.length >= limit) break
  }
  return groups
}

/** Names that share one of these may be one: the sound, and the name with each character left out. */
function keysOf(p: Person): readonly string[] {
  const chars = [...p.name]
  const holes = chars.length < 3 ? [] : chars.map((_, i) => chars.map((c, k) => (k === i ? '*' : c)).join(''))
  return [`~${p.pinyin}`, ...holes]
}

/** `ids` are spellings of `into` from now on. */
export function mergePeople(db: Db, into: number, ids: readonly number[]): void {
  write(db, () => {
    const main = sql<{ id: number }>(db, 'SELECT coalesce(same_as, id) AS id FROM person WHERE id = ?').get(into)?.id
    if (main === undefined) return
    for (const id of ids)
      if (id !== main) sql(db, 'UPDATE person SET same_as = ? WHERE id = ? OR same_as = ?').run(main, id, id)
  })
}

/** All spellings of a person are people of their own again. */
export const splitPerson = (db: Db, id: number): void =>
  void write(db, () => sql(db, 'UPDATE person SET same_as = NULL WHERE same_as = ? OR id = ?').run(id, id))

/** The commonest keywords that hold `text`, in either script. */
export function keywords(db: Db, text: string, limit: number): { word: string; articles: number }[] {
  const typed = normalise(text)
  const counted = sql<{ word: string; articles: number }>(
    db,
    `SELECT word, count(*) AS articles FROM article_keyword JOIN keyword ON keyword.id = keyword_id
      GROUP BY keyword.id ORDER BY articles DESC, word`,
  ).all()
  return counted.filter(({ word }) => normalise(word).includes(typed)).slice(0, limit)
}
