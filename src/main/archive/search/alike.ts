/** Names and words of the archive that sound like one that it does not have, or differ from it in one character. */
import { soundOf } from '../../../shared/pinyin.ts'
import { normalise } from '../../../shared/search/normalise.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'

const MOST = 4
/** So many of the commonest keywords are looked through. */
const KEYWORDS = 5000

/** Those that sound alike first, then the commonest. */
export function alike(db: Db, typed: string): readonly string[] {
  const word = normalise(typed)
  const length = [...word].length
  if (!HAN.test(word) || length < 2 || length > 8) return []
  const sound = soundOf(word).pinyin
  return candidates(db)
    .flatMap(({ name, count }) => {
      const normal = normalise(name)
      if (normal === word || [...normal].length !== length) return []
      if (soundOf(normal).pinyin === sound) return [{ name, rank: count + SOUNDS }]
      // Of two characters one is too little to go by.
      return length > 2 && differing(normal, word) === 1 ? [{ name, rank: count }] : []
    })
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ name }) => name)
}

const HAN = /^\p{Script=Han}+$/u
const SOUNDS = 1e9

function differing(a: string, b: string): number {
  const other = [...b]
  return [...a].reduce((n, c, i) => n + Number(c !== other[i]), 0)
}

const candidates = (db: Db): readonly { readonly name: string; readonly count: number }[] => [
  ...sql<{ name: string; count: number }>(
    db,
    'SELECT name, (SELECT count(*) FROM article_person WHERE person_id = person.id) AS count FROM person',
  ).all(),
  ...sql<{ name: string; count: number }>(db, "SELECT name, 0 AS count FROM publication WHERE name <> ''").all(),
  ...sql<{ name: string; count: number }>(
    db,
    `SELECT word AS name, count(*) AS count FROM article_keyword JOIN keyword ON keyword.id = keyword_id
      GROUP BY word ORDER BY count DESC LIMIT ${KEYWORDS}`,
  ).all(),
]
