/** What to try where a search finds nothing: the same without a filter or a word, with a shorter word, with one that sounds or looks alike. */
import { FILTERS } from '../../../shared/api/search.ts'
import type { SearchInput, Try } from '../../../shared/api/search.ts'
import { FIELDS } from '../../../shared/search/fields.ts'
import { tokensOf } from '../../../shared/search/tokens.ts'
import type { Token } from '../../../shared/search/tokens.ts'
import { typedOf } from '../../../shared/search/understand.ts'
import type { Db } from '../store/db.ts'
import { alike } from './alike.ts'
import { engineOf } from './engine.ts'
import { isNothing, prepare } from './prepare.ts'

/** Tries of each kind but the filters, at most. */
const MOST = 6

/** Filters one by one, and all together where there are several; then what finds something. */
export function tries(db: Db, input: SearchInput): readonly Try[] {
  return db.transaction(() => {
    const count = (search: SearchInput) => engineOf(db).count(prepare(db, search).resolved).articles
    const counted = ({ kind, text, search }: Omit<Try, 'total'>): readonly Try[] =>
      isNothing(search) ? [] : [{ kind, text, search, total: count(search) }]
    const finding = (all: readonly Omit<Try, 'total'>[]): readonly Try[] =>
      all
        .slice(0, MOST * 3)
        .flatMap(counted)
        .filter((one) => one.total > 0)
        .slice(0, MOST)
    const filters = withoutFilters(input)
    const all: Omit<Try, 'total'> = { kind: 'filters', text: '', search: bare(input) }
    const tokens = tokensOf(prepare(db, input).typed.read)
    const as = (kind: Try['kind'], text: string, query: string) => ({ kind, text, search: { ...input, query } })
    const other = (kind: 'shorter' | 'spelling', token: Token, word: string) =>
      as(kind, word, typedOf(tokens, token, isShared(token) ? quoted(word) : inPlace(token, word)))
    const lacking = tokens.filter(
      (token, i) => tokens[i - 1]?.kind !== 'not' && valueOf(token) !== '' && count({ query: alone(token) }) === 0,
    )
    const found = [
      ...[...filters, ...(filters.length > 1 ? [all] : [])].flatMap(counted),
      ...finding(asSyntax(input.query).map((query) => as('spelling', query, query))),
      ...finding(lacking.flatMap((token) => alike(db, valueOf(token)).map((word) => other('spelling', token, word)))),
      ...finding(lacking.flatMap((token) => shorter(token, count).map((word) => other('shorter', token, word)))),
      ...finding(withoutWords(tokens).map(([text, query]) => as('word', text, query))),
    ]
    if (found.some((one) => one.total > 0)) return found
    // More than one thing stands in the way: what each word finds by itself.
    const words = tokens
      .filter((token, i) => isWord(token) && tokens[i - 1]?.kind !== 'not')
      .flatMap((token) => [token.source, ...shorter(token, count).map((word) => inPlace(token, word))])
    const each = wanted(tokens) ? words : []
    return [
      ...found,
      ...finding(each.map((text) => ({ kind: 'shorter', text, search: { ...bare(input), query: text } }))),
    ]
  })()
}

/** The query with the quotation marks and brackets that Chinese keyboards give as those that mean something; nothing where there are none. */
function asSyntax(query: string): readonly string[] {
  const typed = query
    .replaceAll(/[“”„＂]/g, '"')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
  return typed === query ? [] : [typed]
}

const bare = ({ query, sort }: SearchInput): SearchInput => ({ query, ...(sort && { sort }) })

function withoutFilters(input: SearchInput): Omit<Try, 'total'>[] {
  return FILTERS.flatMap((kind): Omit<Try, 'total'>[] => {
    if (kind === 'dates') {
      const { from, to, ...search } = input
      return from || to ? [{ kind, text: `${from ?? ''} … ${to ?? ''}`, search }] : []
    }
    const values: readonly string[] = input[kind] ?? []
    return values.map((text) => ({ kind, text, search: { ...input, [kind]: values.filter((v) => v !== text) } }))
  })
}

/** Whether all of them are. */
const wanted = (tokens: readonly Token[]): boolean =>
  !tokens.some((t) => t.kind === 'or' || t.kind === 'open' || t.kind === 'close')

/** Each word and field taken away in turn, where all are wanted. */
function withoutWords(tokens: readonly Token[]): readonly (readonly [string, string])[] {
  if (!wanted(tokens)) return []
  return tokens.flatMap((token, i) => {
    if (token.kind === 'and' || token.kind === 'not') return []
    const from = tokens[i - 1]?.kind === 'not' ? i - 1 : i
    const rest = tokens.toSpliced(from, i + 1 - from).filter((t) => t.kind !== 'and')
    return rest.length === 0 ? [] : [[typedOf(tokens.slice(from, i + 1)), typedOf(rest)] as const]
  })
}

const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'phrase' || kind === 'field'

/** What of a token may be written otherwise. */
function valueOf(token: Token): string {
  if (token.kind === 'word' || token.kind === 'phrase') return token.text
  return token.kind === 'field' && !EXACT.has(FIELDS[token.name]) ? token.value : ''
}

const EXACT: ReadonlySet<unknown> = new Set(['date', 'number'])

const isShared = (token: Token): boolean => token.kind === 'field' && token.shared === true

/** The token as it is typed outside of a group that its name stands before. */
const alone = (token: Token): string => (isShared(token) ? inPlace(token, valueOf(token)) : token.source)

const inPlace = (token: Token, word: string): string =>
  token.kind === 'field' ? `${token.name}:${quoted(word)}` : quoted(word)

const quoted = (word: string): string => (/[\s()":：]/.test(word) ? `"${word}"` : word)

/** The longest beginning and end of a Chinese word that stand somewhere. */
function shorter(token: Token, count: (search: SearchInput) => number): readonly string[] {
  const characters = [...valueOf(token)]
  if (!HAN.test(valueOf(token))) return []
  const longest = (part: (length: number) => readonly string[]) => {
    for (let length = Math.min(characters.length - 1, LONG); length >= 2; length--) {
      const word = part(length).join('')
      if (count({ query: inPlace(token, word) }) > 0) return [word]
    }
    return []
  }
  const found = [
    ...longest((length) => characters.slice(0, length)).map((word) => word.replace(LAST_PARTICLES, '')),
    ...longest((length) => characters.slice(characters.length - length)).map((word) =>
      word.replace(FIRST_PARTICLES, ''),
    ),
  ]
  return [...new Set(found)]
}

const LONG = 24
/** Characters that hang on a word and are hardly ever its own: 青浦湾 says more than 青浦湾的. Two characters are left at least. */
const LAST_PARTICLES = /(?<=..)[的了吗呢吧啊]+$/u
const FIRST_PARTICLES = /^的+(?=..)/u
const HAN = /^[\p{Script=Han}\p{P}\p{N}]{3,}$/u
