/** What a person types, cut into words, phrases, fields and operators. */
import { FIELDS } from './fields.ts'

/** `source` is what was typed for it. */
export type Token = { readonly source: string } & (
  | { readonly kind: 'word' | 'phrase'; readonly text: string }
  /** `shared`: its name stands before the group that it is in, and its source has the value alone. */
  | { readonly kind: 'field'; readonly name: string; readonly value: string; readonly shared?: true }
  /** A field's name right before a group. */
  | { readonly kind: 'within'; readonly name: string }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
)

export const tokensOf = (text: string): readonly Token[] => inFields(joinLatin(cut(text)))

function cut(typed: string): Token[] {
  const tokens: Token[] = []
  const text = withGroups(typed)
  // A group is one only with several words in it: (CPI) is looked for with its brackets.
  const grouped = /\([^()]*\s[^()]*\)/.test(text)
  const pattern = grouped ? WORDS_IN_GROUPS : WORDS
  for (const match of text.matchAll(pattern)) {
    const [found, minus, phrase, name, quoted, bare, before] = match
    const source = typed.slice(match.index, match.index + found.length)
    const value = quoted ?? bare
    if (before !== undefined) tokens.push({ kind: 'within', name: before.toLowerCase(), source })
    else if (minus !== undefined) tokens.push({ kind: 'not', source })
    else if (phrase !== undefined) tokens.push({ kind: 'phrase', text: phrase, source })
    else if (name !== undefined && value !== undefined)
      tokens.push({ kind: 'field', name: name.toLowerCase(), value, source })
    else if (found === '(' && grouped) tokens.push({ kind: 'open', source })
    else if (found === ')' && grouped) tokens.push({ kind: 'close', source })
    else if (source === 'AND') tokens.push({ kind: 'and', source })
    else if (source === 'OR') tokens.push({ kind: 'or', source })
    else if (source === 'NOT') tokens.push({ kind: 'not', source })
    else if (/^[-－][^-－\s]/.test(source)) tokens.push({ kind: 'not', source: '-' }, ...cut(source.slice(1)))
    else tokens.push({ kind: 'word', text: source, source })
  }
  return tokens
}

const OPENS = /[(（]/
const CLOSES = /[)）]/
const NAMES = Object.keys(FIELDS).join('|')
const FIELD = `(?<![^\\s(－-])(${NAMES})[:：](?:"([^"]*)"|(\\S+))`
const BEFORE_GROUP = new RegExp(`(?<![^\\s(（－-])(?:${NAMES})[:：](?=[(（])`, 'giu')
/** Before what is more than a word; before a word it is seen with that. */
const MINUS = `(?<![^\\s(])([-－])(?="|(?:${NAMES})[:：]")`
const WORDS = new RegExp(`${MINUS}|"([^"]+)"(?=\\s|$)|${FIELD}|\\S+`, 'giu')
const WORDS_IN_GROUPS = new RegExp(
  `${MINUS.replaceAll('"', '["(]')}|"([^"]+)"(?=[\\s)]|$)|${FIELD.replace('\\S+', '[^\\s()]+')}|(?<![^\\s(－-])(${NAMES})[:：](?=\\()|[()]|[^\\s()]+`,
  'giu',
)

/** The full-width brackets of a group after a field's name as plain ones: 标题：（甲 OR 乙）. All else stays, and stands where it stood. */
function withGroups(text: string): string {
  const signs = text.split('')
  for (const { index, 0: before } of text.matchAll(BEFORE_GROUP)) {
    const open = index + before.length
    const close = closeOf(text, open)
    if (close < 0 || !/\s/.test(text.slice(open, close).trim())) continue
    signs[open] = '('
    signs[close] = ')'
  }
  return signs.join('')
}

/** Where the bracket at `open` is closed; negative: nowhere. */
function closeOf(text: string, open: number): number {
  for (let at = open, depth = 0; at < text.length; at++) {
    if (OPENS.test(text[at]!)) depth++
    else if (CLOSES.test(text[at]!) && --depth === 0) return at
  }
  return -1
}

/** What stands in a group after a field's name is in that field, but for what has a name of its own. */
function inFields(tokens: readonly Token[]): readonly Token[] {
  const names: (string | undefined)[] = []
  return tokens.map((token, i) => {
    const before = tokens[i - 1]
    const name = names.at(-1)
    if (token.kind === 'open') names.push(before?.kind === 'within' ? before.name : name)
    else if (token.kind === 'close') names.pop()
    else if ((token.kind === 'word' || token.kind === 'phrase') && name !== undefined)
      return { kind: 'field', name, value: token.text, source: token.source, shared: true }
    return token
  })
}

/** Latin words typed one after the other are a phrase, as they are in the text: New York. */
function joinLatin(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (token.kind === 'word' && last?.kind === 'word' && LATIN.test(token.text) && LATIN.test(last.text)) {
      const text = `${last.text} ${token.text}`
      joined[joined.length - 1] = { kind: 'word', text, source: text }
    } else joined.push(token)
  }
  return joined
}

const LATIN = /^[\p{Script=Latin}\d .,'&-]+$/u
