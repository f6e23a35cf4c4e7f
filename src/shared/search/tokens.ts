/** What a person types, cut into words, phrases, fields and operators. */
import { FIELDS } from './fields.ts'

/** `source` is what was typed for it. */
export type Token = { readonly source: string } & (
  | { readonly kind: 'word' | 'phrase'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
)

export const tokensOf = (text: string): readonly Token[] => joinLatin(cut(text))

function cut(text: string): Token[] {
  const tokens: Token[] = []
  // A group is one only with several words in it: (CPI) is looked for with its brackets.
  const grouped = /\([^()]*\s[^()]*\)/.test(text)
  const pattern = grouped ? WORDS_IN_GROUPS : WORDS
  for (const match of text.matchAll(pattern)) {
    const [source = '', minus, phrase, name, quoted, bare] = match
    const value = quoted ?? bare
    if (minus !== undefined) tokens.push({ kind: 'not', source })
    else if (phrase !== undefined) tokens.push({ kind: 'phrase', text: phrase, source })
    else if (name !== undefined && value !== undefined)
      tokens.push({ kind: 'field', name: name.toLowerCase(), value, source })
    else if (source === '(' && grouped) tokens.push({ kind: 'open', source })
    else if (source === ')' && grouped) tokens.push({ kind: 'close', source })
    else if (source === 'AND') tokens.push({ kind: 'and', source })
    else if (source === 'OR') tokens.push({ kind: 'or', source })
    else if (source === 'NOT') tokens.push({ kind: 'not', source })
    else if (/^[-－][^-－\s]/.test(source)) tokens.push({ kind: 'not', source: '-' }, ...cut(source.slice(1)))
    else tokens.push({ kind: 'word', text: source, source })
  }
  return tokens
}

const NAMES = Object.keys(FIELDS).join('|')
const FIELD = `(?<![^\\s(－-])(${NAMES})[:：](?:"([^"]*)"|(\\S+))`
/** Before what is more than a word; before a word it is seen with that. */
const MINUS = `(?<![^\\s(])([-－])(?="|(?:${NAMES})[:：]")`
const WORDS = new RegExp(`${MINUS}|"([^"]+)"(?=\\s|$)|${FIELD}|\\S+`, 'giu')
const WORDS_IN_GROUPS = new RegExp(
  `${MINUS.replace('(?="', '(?=["(]')}|"([^"]+)"(?=[\\s)]|$)|${FIELD.replace('\\S+', '[^\\s()]+')}|[()]|[^\\s()]+`,
  'giu',
)

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
