/**
 * What a person may have meant by a query that is not well formed: what can be mended is, what cannot is left out, and a remark
 * says so. What stands in the archive just as it was typed is text, and nothing is said of it.
 */
import { datesOf } from './dates.ts'
import { FIELDS, MEANT } from './fields.ts'
import { normalise } from './normalise.ts'
import { parseQuery, parseTokens } from './query.ts'
import type { Query } from './query.ts'
import type { Remark } from './remarks.ts'
import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

/** `read` is what was understood, as it would be typed; `query` is undefined where that is nothing. */
export type Understood = {
  readonly query: Query | undefined
  readonly read: string
  readonly remarks: readonly Remark[]
}

/**
 * `occurs` tells whether a text in normal form stands anywhere in the archive. `alone`: nothing else is looked for, so that what
 * was not understood at all is looked for as it stands.
 */
export function understand(typed: string, occurs: (text: string) => boolean, alone = true): Understood {
  const text = typed.trim()
  const remarks: Remark[] = []
  const isText = (word: string): boolean => occurs(normalise(word))
  const mended = MENDS.reduce((now, mend) => mend(now, isText, remarks), text)
  const tokens = tokensOf(mended)
  const doubts = new Map(tokens.map((token) => [token, doubtOf(token, isText)]))
  const kept = tokens.filter((token) => (doubts.get(token)?.outcome ?? 'mended') === 'mended')
  for (const [token, remark] of doubts) {
    const meant = meantBy(token, tokens[tokens.indexOf(token) + 1])
    const others = tokens.filter((t) => t === token || kept.includes(t))
    if (remark) remarks.push(meant === undefined ? remark : { ...remark, instead: typedOf(others, token, meant) })
  }
  const whole = mended === text && kept.length === tokens.length
  if (whole && (text === '' || parseTokens(tokens) || isText(text)))
    return { query: parseQuery(text), read: text, remarks }
  const paired = pair(kept, whole ? remarks : [])
  if (paired.length === 0 && alone)
    return {
      query: parseQuery(text),
      read: text,
      remarks: remarks.map((r) => (r.outcome === 'left-out' ? { ...r, outcome: 'as-text' } : r)),
    }
  const read = typedOf(paired)
  return { query: parseQuery(read), read, remarks }
}

type Mend = (text: string, isText: (word: string) => boolean, remarks: Remark[]) => string

/** What lacks its other half, or has a blank too many, is given what it lacks; but not what stands so in the archive. */
const MENDS: readonly Mend[] = [
  (text, isText, remarks) => {
    if (count(text, '"') % 2 === 0 || !has(text, '"', isText)) return text
    const at = text.lastIndexOf('"')
    const opens = at === 0 || /[\s(:：－-]/.test(text[at - 1] ?? '')
    const phrase = text.slice(at + 1).trim()
    if (phrase === '' || !opens) {
      const mended = `${text.slice(0, at)} ${text.slice(at + 1)}`.trim()
      return mended === '' ? text : say(remarks, 'quote', mended)
    }
    remarks.push({ kind: 'quote', text: `"${phrase}"`, outcome: 'mended' })
    return `${text.slice(0, at + 1)}${phrase}"`
  },
  (text, isText, remarks) => {
    const lacking = count(text, '(') - count(text, ')')
    if (lacking === 0 || !/\s/.test(text) || !has(text, lacking > 0 ? '(' : ')', isText)) return text
    const mended = lacking > 0 ? text + ')'.repeat(lacking) : '('.repeat(-lacking) + text
    return say(remarks, 'bracket', mended)
  },
  (text, isText, remarks) => {
    // Without a group a bracket is a character of its word, and one that stands so nowhere was a slip.
    const mended = withSources(text, (t) => (hasSlip(t, isText) ? t.source.replace(/[()（）]/g, '') : t.source))
    return mended === text ? text : say(remarks, 'bracket', mended)
  },
  (text, isText, remarks) => {
    const mended = withSources(text, (t) => {
      if (t.kind === 'word') return isText(t.text) ? t.source : t.source.replace(AROUND, '$1')
      // A name or a page has no brackets around it, wherever the text has them.
      if (t.kind !== 'field' || t.source.endsWith('"') || (isRoles(t.name) && isText(t.value))) return t.source
      return t.source.slice(0, t.source.length - t.value.length) + t.value.replace(AROUND, '$1')
    })
    return mended === text ? text : say(remarks, 'around', mended)
  },
  (text, isText, remarks) =>
    text.replace(BLANK_AFTER, (all: string, name: string, word: string) => {
      if (isText(`${name}:`)) return all
      return say(remarks, 'blank', `${name}:${word}`)
    }),
]

const BLANK_AFTER = new RegExp(
  `(?<![^\\s(])(${Object.keys(FIELDS).join('|')})[:：]\\s+([^\\s()"]+|\\([^()]*\\))`,
  'giu',
)

function say(remarks: Remark[], kind: Remark['kind'], text: string): string {
  // Of brackets that were mended in two ways the last is told.
  const before = kind === 'around' || kind === 'bracket' ? remarks.findIndex((r) => r.kind === 'bracket') : -1
  if (before >= 0) remarks.splice(before, 1)
  remarks.push({ kind, text, outcome: 'mended' })
  return text
}

/** `text` with each token's source as `change` has it, and the blanks between as they were typed. */
function withSources(text: string, change: (token: Token) => string): string {
  let made = ''
  let at = 0
  for (const token of tokensOf(text)) {
    // A minus is written in two ways, and the blanks within a phrase in several.
    const start = token.kind === 'not' ? -1 : text.indexOf(token.source, at)
    if (start < 0) continue
    made += text.slice(at, start) + change(token)
    at = start + token.source.length
  }
  return made + text.slice(at)
}

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** Whether a word or a value has this sign and does not stand so in the archive. A bracket that is all of a value has no other half to get. */
const has = (text: string, sign: string, isText: (word: string) => boolean): boolean =>
  tokensOf(text).some((t) => {
    if (!t.source.includes(sign) || isText(t.source)) return false
    return t.kind === 'word' || (t.kind === 'field' && !BRACKETS.test(t.value) && !isText(t.value))
  })

/** Whether a word or a value has a bracket that lacks its other half, and does not stand so in the archive. */
function hasSlip(token: Token, isText: (word: string) => boolean): boolean {
  const said = token.kind === 'word' ? token.text : token.kind === 'field' ? token.value : ''
  const text = said.replaceAll('（', '(').replaceAll('）', ')')
  // What was typed in quotation marks is meant.
  if (token.source.endsWith('"') || BRACKETS.test(said) || count(text, '(') === count(text, ')')) return false
  return !isText(said) && !isText(token.source)
}

const isRoles = (name: string): boolean => typeof FIELDS[name] !== 'string'

/** A word or a field and nothing else in brackets, as for a group of one. */
const AROUND = /^[(（]+([^()（）]+)[)）]+$/

const BRACKETS = /^[()（）]+$/

/** What is to be said of a token that is no word, phrase or field as it should be. */
function doubtOf(token: Token, isText: (word: string) => boolean): Remark | undefined {
  const { source } = token
  if (token.kind === 'field' && FIELDS[token.name] === 'date') {
    const dates = datesOf(token.value)
    if (dates && !dates.reversed) return undefined
    return isText(source)
      ? undefined
      : dates
        ? { kind: 'reversed', text: source, outcome: 'mended' }
        : leftOut('date', source)
  }
  if (token.kind === 'field' && token.value === '') return leftOut('value', source.slice(0, -2))
  // In quotation marks it is what the person means.
  if (token.kind === 'field' && BRACKETS.test(token.value) && source.endsWith(token.value) && !isText(token.value))
    return leftOut('value', source.slice(0, -token.value.length))
  if (token.kind !== 'word') return undefined
  const [, name = '', value = ''] = NAMED.exec(source) ?? []
  if (name === '' || isText(source)) return undefined
  if (Object.hasOwn(FIELDS, name.toLowerCase())) return value === '' ? leftOut('value', source) : undefined
  return leftOut('field', `${name}:`)
}

/** A name that there is, for one that people write for it. */
function meantBy(token: Token, next: Token | undefined): string | undefined {
  const [, name = '', value = ''] = NAMED.exec(token.source) ?? []
  const meant = Object.hasOwn(MEANT, name.toLowerCase()) ? MEANT[name.toLowerCase()] : undefined
  return meant === undefined || (value === '' && next?.kind !== 'open') ? undefined : `${meant}:${value}`
}

/** Tokens as they would be typed, with `other` in the place of one of them. */
export const typedOf = (tokens: readonly Token[], one?: Token, other = ''): string =>
  tokens
    .map((token, i) => {
      const before = tokens[i - 1]
      const joined =
        !before ||
        token.kind === 'close' ||
        before.kind === 'open' ||
        before.kind === 'within' ||
        (before === one && token.kind === 'open' && other.endsWith(':')) ||
        before.source === '-' ||
        before.source === '－'
      return (joined ? '' : ' ') + (token === one ? other : token.source)
    })
    .join('')

const leftOut = (kind: Remark['kind'], text: string): Remark => ({ kind, text, outcome: 'left-out' })

/** Letters before a colon; the address of a web page is none. */
const NAMED = /^(\p{L}{1,8})[:：](?!\/\/)(.*)$/u

/** Without the operators that lack a word beside them, and the brackets that lack their other half or hold nothing. */
function pair(tokens: readonly Token[], remarks: Remark[]): readonly Token[] {
  const lacking = tokens.findIndex((token, i) => lacks(token, tokens[i - 1], tokens[i + 1]))
  const token = tokens[lacking]
  if (!token) return balanced(tokens)
  if (token.kind === 'within') remarks.push(leftOut('value', token.source))
  else if (token.kind !== 'open' && token.kind !== 'close') remarks.push(leftOut('operator', token.source))
  return pair(tokens.toSpliced(lacking, 1), remarks)
}

function lacks(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  const ends =
    !before || before.kind === 'open' || before.kind === 'and' || before.kind === 'or' || before.kind === 'not'
  const begins = !after || after.kind === 'close' || after.kind === 'and' || after.kind === 'or'
  switch (token.kind) {
    case 'and':
    case 'or':
      return ends || begins
    case 'not':
    case 'open':
      return begins
    case 'within':
      return after?.kind !== 'open'
    case 'close':
      return ends
    case 'word':
    case 'phrase':
    case 'field':
      return false
  }
}

function balanced(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  let depth = 0
  for (const token of tokens) {
    if (token.kind === 'close' && depth === 0) continue
    depth += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0
    out.push(token)
  }
  for (; depth > 0; depth--) out.push({ kind: 'close', source: ')' })
  return out
}
