/**
 * What a person types → what is looked for. Words apart are all wanted (AND); `OR`, `NOT`/`-` (alone: all but that), `( )`,
 * `"a phrase"`, and the fields of `FIELDS`. Whatever is not well formed as such is looked for as it stands, so that any text finds itself.
 */
import type { Role } from '../page/page.ts'
import { normalise } from './normalise.ts'

/** `text` is in normal form. `roles`: only in blocks of these. `field` values are in normal form too. Dates are YYYY-MM-DD, both ends in. */
export type Query =
  | { readonly kind: 'text'; readonly text: string; readonly roles?: readonly Role[] }
  | { readonly kind: 'field'; readonly field: Field; readonly value: string }
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }

export type Field = 'byline' | 'number' | 'publication' | 'section' | 'keyword'

/** Names before a colon (：or :) at a word's start. */
export const FIELDS: Readonly<Record<string, Field | 'date' | readonly Role[]>> = {
  署名: 'byline',
  作者: 'byline',
  byline: 'byline',
  版: 'number',
  page: 'number',
  报纸: 'publication',
  paper: 'publication',
  版名: 'section',
  section: 'section',
  关键词: 'keyword',
  keyword: 'keyword',
  日期: 'date',
  date: 'date',
  标题: ['kicker', 'headline', 'deck'],
  title: ['kicker', 'headline', 'deck'],
  图说: ['caption', 'credit'],
  caption: ['caption', 'credit'],
}

/** The query in `typed`, or undefined if nothing but blanks was typed. Never throws. */
export function parseQuery(typed: string): Query | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  return parse(text) ?? { kind: 'text', text: normalise(text) }
}

/** The texts that a hit shows lit: those looked for, not those excluded. */
export function needlesOf(query: Query): readonly string[] {
  switch (query.kind) {
    case 'text':
      return [query.text]
    case 'and':
    case 'or':
      return query.parts.flatMap(needlesOf)
    case 'field':
    case 'date':
    case 'not':
      return []
  }
}

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }

function parse(text: string): Query | undefined {
  const tokens = joinLatin(tokensOf(text))
  let at = 0
  const peek = () => tokens[at]?.kind

  function either(): Query | undefined {
    const parts = [all()]
    while (peek() === 'or') {
      at++
      parts.push(all())
    }
    return join('or', parts)
  }

  function all(): Query | undefined {
    const parts: (Query | undefined)[] = [one()]
    for (let next = peek(); next !== undefined && next !== 'or' && next !== 'close'; next = peek()) {
      if (next === 'and') at++
      parts.push(one())
    }
    return join('and', parts)
  }

  function one(): Query | undefined {
    const token = tokens[at++]
    switch (token?.kind) {
      case 'word':
      case 'phrase':
        return { kind: 'text', text: normalise(token.text) }
      case 'field':
        return fieldQuery(token.name, token.value)
      case 'not': {
        const part = one()
        return part && { kind: 'not', part }
      }
      case 'open': {
        const part = either()
        return tokens[at++]?.kind === 'close' ? part : undefined
      }
      case 'and':
      case 'or':
      case 'close':
      case undefined:
        return undefined
    }
  }

  const query = either()
  // Something left over, or a number below zero (-5) and nothing that is looked for: then it was no syntax.
  return at < tokens.length || (query && BELOW_ZERO.test(text) && !hasPositive(query)) ? undefined : query
}

const BELOW_ZERO = /^[-－][\d.]/

function join(kind: 'and' | 'or', parts: readonly (Query | undefined)[]): Query | undefined {
  const known = parts.filter((p) => p !== undefined)
  if (known.length < parts.length) return undefined
  return known.length === 1 ? known[0] : { kind, parts: known }
}

function hasPositive(q: Query): boolean {
  switch (q.kind) {
    case 'not':
      return false
    case 'and':
      return q.parts.some(hasPositive)
    case 'or':
      return q.parts.every(hasPositive)
    case 'text':
    case 'field':
    case 'date':
      return true
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  // A group is one only with several words in it: (CPI) is looked for with its brackets.
  const grouped = /\([^()]*\s[^()]*\)/.test(text)
  const pattern = grouped ? WORDS_IN_GROUPS : WORDS
  for (const match of text.matchAll(pattern)) {
    const [word = '', minus, phrase, name, quoted, bare] = match
    const value = quoted ?? bare
    if (minus !== undefined) tokens.push({ kind: 'not' })
    else if (phrase !== undefined) tokens.push({ kind: 'phrase', text: phrase })
    else if (name !== undefined && value !== undefined && Object.hasOwn(FIELDS, name))
      tokens.push({ kind: 'field', name, value })
    else if (word === '(' && grouped) tokens.push({ kind: 'open' })
    else if (word === ')' && grouped) tokens.push({ kind: 'close' })
    else if (word === 'AND') tokens.push({ kind: 'and' })
    else if (word === 'OR') tokens.push({ kind: 'or' })
    else if (word === 'NOT') tokens.push({ kind: 'not' })
    else if (/^[-－][^-－\s]/.test(word)) tokens.push({ kind: 'not' }, ...tokensOf(word.slice(1)))
    else tokens.push({ kind: 'word', text: word })
  }
  return tokens
}

const NAMES = Object.keys(FIELDS).join('|')
const FIELD = `(?<![^\\s(－-])(${NAMES})[:：](?:"([^"]*)"|(\\S+))`
/** Before what is more than a word; before a word it is seen with that. */
const MINUS = `(?<![^\\s(])([-－])(?="|(?:${NAMES})[:：]")`
const WORDS = new RegExp(`${MINUS}|"([^"]+)"(?=\\s|$)|${FIELD}|\\S+`, 'gu')
const WORDS_IN_GROUPS = new RegExp(
  `${MINUS.replace('(?="', '(?=["(]')}|"([^"]+)"(?=[\\s)]|$)|${FIELD.replace('\\S+', '[^\\s()]+')}|[()]|[^\\s()]+`,
  'gu',
)

/** Latin words typed one after the other are a phrase, as they are in the text: New York. */
function joinLatin(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (token.kind === 'word' && last?.kind === 'word' && LATIN.test(token.text) && LATIN.test(last.text))
      joined[joined.length - 1] = { kind: 'word', text: `${last.text} ${token.text}` }
    else joined.push(token)
  }
  return joined
}

const LATIN = /^[\p{Script=Latin}\d .,'&-]+$/u

function fieldQuery(name: string, value: string): Query | undefined {
  const field = FIELDS[name]
  if (field === undefined || value === '') return undefined
  if (field === 'date') return dateQuery(value)
  if (typeof field === 'string') return { kind: 'field', field, value: normalise(value) }
  return { kind: 'text', text: normalise(value), roles: field }
}

/** `2022`, `2022-05`, `2022-05-04`, `20220504`, and `A..B` with either end left open. */
function dateQuery(value: string): Query | undefined {
  const [from = '', to] = value.split(/\.\.|…|至|~/)
  const ends = to === undefined ? [from, from] : [from, to]
  const [start, end] = [dateOf(ends[0] ?? '', 'start'), dateOf(ends[1] ?? '', 'end')]
  if (start === undefined || end === undefined || (start === '' && end === '')) return undefined
  return { kind: 'date', from: start || '0000-01-01', to: end || '9999-12-31' }
}

function dateOf(text: string, which: 'start' | 'end'): string | undefined {
  if (text === '') return ''
  const match = /^(\d{4})(?:[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?)?[年月日]?$/.exec(text)
  if (!match) return undefined
  const [, year = '', month = which === 'start' ? '01' : '12', day = which === 'start' ? '01' : '31'] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
