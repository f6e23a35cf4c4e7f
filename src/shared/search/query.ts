/**
 * What a person types → what is looked for. Words apart are all wanted (AND); `OR`, `NOT`/`-` (alone: all but that), `( )`,
 * `"a phrase"`, and the fields of `FIELDS`, each before a value or before a group of them. Whatever is not well formed as such is looked for as it stands, so that any text finds itself.
 */
import type { Role } from '../page/page.ts'
import { datesOf } from './dates.ts'
import { FIELDS } from './fields.ts'
import type { Field } from './fields.ts'
import { normalise } from './normalise.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** `text` is in normal form. `roles`: only in blocks of these. `field` values are in normal form too. Dates are YYYY-MM-DD, both ends in, '' for none. `roles` alone: a block of one of these. */
export type Query =
  | { readonly kind: 'text'; readonly text: string; readonly roles?: readonly Role[] }
  | { readonly kind: 'field'; readonly field: Field; readonly value: string }
  | { readonly kind: 'date'; readonly from: string; readonly to: string }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }

/** The query in `typed`, or undefined if nothing but blanks was typed. Never throws. */
export function parseQuery(typed: string): Query | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const query = parseTokens(tokensOf(text))
  // A number below zero (-5) is looked for as such, and no syntax.
  return query && !(BELOW_ZERO.test(text) && !hasPositive(query)) ? query : { kind: 'text', text: normalise(text) }
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
    case 'roles':
    case 'not':
      return []
  }
}

/** The query of all tokens, undefined where they are not well formed: something is left over, an operator lacks a word. */
export function parseTokens(tokens: readonly Token[]): Query | undefined {
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
      // What stands in its group has its name already.
      case 'within':
        return peek() === 'open' ? one() : undefined
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
  return at < tokens.length ? undefined : query
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
    case 'roles':
      return true
  }
}

function fieldQuery(name: string, value: string): Query | undefined {
  const field = FIELDS[name]
  if (field === undefined || value === '') return undefined
  if (field === 'date') {
    const dates = datesOf(value)
    return dates && { kind: 'date', from: dates.from, to: dates.to }
  }
  if (typeof field === 'string') return { kind: 'field', field, value: normalise(value) }
  return { kind: 'text', text: normalise(value), roles: field }
}
