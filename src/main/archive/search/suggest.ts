/** What a person may mean by the first letters: people, publications and keywords, by characters, pinyin or initials (hs → 海曙). */
import type { Suggestion } from '../../../shared/api/search.ts'
import { lettersOf, soundsLike } from '../../../shared/pinyin.ts'
import { FIELDS } from '../../../shared/search/fields.ts'
import { sql } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { calledNow, soundAt } from './called.ts'
import type { Called } from './called.ts'
import { commonest } from './commonest.ts'
import { mostNamed } from './most-named.ts'
import type { Counted } from './most-named.ts'
import { libraryKey } from './library.ts'
import { namedNow } from './named.ts'
import type { Kind } from './named.ts'
import { normalName } from './names.ts'

/** Of each kind. */
const MOST = 12

/**
 * `typed` in normal form; after the name of a field (署名:林, byline:lyz) it is what that has. Counts are of what is not in the bin; what
 * is only there is not suggested.
 */
export function suggest(db: Db, typed: string): readonly Suggestion[] {
  const [, name = '', value = ''] = NAMED.exec(typed) ?? []
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
  if (field === undefined) return typed === '' ? [] : db.transaction(() => suggestions(db, typed))()
  const kind = KIND_OF.get(field)
  if (kind === undefined || value === '') return []
  return db
    .transaction(() => suggestions(db, value))()
    .filter((s) => s.kind === kind)
    .map((s) => ({ ...s, insert: `${name}:${quoted(s.value)}` }))
}

const NAMED = /^([^:]+):(.*)$/
const KIND_OF: ReadonlyMap<unknown, Suggestion['kind']> = new Map([
  ['byline', 'person'],
  ['publication', 'publication'],
  ['keyword', 'keyword'],
])

const quoted = (name: string): string => (/\s/.test(name) ? `"${name}"` : name)

function suggestions(db: Db, typed: string): readonly Suggestion[] {
  const letters = lettersOf(typed)
  const named = namedNow(db)
  const people = calledNow(db, 'people')
  const keywords = calledNow(db, 'keywords')
  const publications = papers(db).filter((p) =>
    letters ? soundsLike(p.name, letters) : normalName(p.name).includes(typed),
  )
  const found = (kind: Kind, { names }: Called, fits: (id: number) => boolean) =>
    mostNamed(named[kind].counts, MOST, (id) => names[id] ?? '', fits)
  const isPerson = (id: number) => {
    if (people.normal[id]?.includes(typed)) return true
    const sound = people.sounds[id]
    return letters !== undefined && (sound?.pinyin.startsWith(letters) || sound?.initials.startsWith(letters)) === true
  }
  const common = letters === undefined ? undefined : commonest(named)
  const isKeyword = (id: number) => {
    if (keywords.normal[id]?.startsWith(typed)) return true
    if (letters === undefined || !common?.has(id)) return false
    const { pinyin, initials } = soundAt(keywords, id)
    return pinyin.startsWith(letters) || initials === letters
  }
  const as = (kind: Suggestion['kind'], field: string) => (r: Counted) => ({
    kind,
    value: r.name,
    count: r.count,
    insert: `${field}:${quoted(r.name)}`,
  })
  return [
    ...publications.slice(0, MOST).map(as('publication', '报纸')),
    ...found('people', people, isPerson).map(as('person', '署名')),
    ...found('keywords', keywords, isKeyword).map((k) => ({ ...as('keyword', '关键词')(k), insert: k.name })),
  ]
}

const papersOf = new WeakMap<Db, { readonly key: string; readonly papers: readonly Counted[] }>()

/** Publications that have pages, and how many. */
function papers(db: Db): readonly Counted[] {
  const key = libraryKey(db)
  const kept = papersOf.get(db)
  if (kept?.key === key) return kept.papers
  const found = sql<Counted>(
    db,
    `SELECT publication.name, count(page.id) AS count FROM publication JOIN issue ON issue.publication_id = publication.id
      JOIN page ON page.issue_id = issue.id AND page.deleted_at IS NULL WHERE publication.name <> '' GROUP BY publication.id ORDER BY count DESC`,
  ).all()
  papersOf.set(db, { key, papers: found })
  return found
}
