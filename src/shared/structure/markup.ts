/**
 * What stands in a text that print never had: characters without a width or a shape, HTML and Markdown that OCR programs and web pages
 * leave, rules drawn with marks. The engine reads past it, and it stays in the blocks beside it.
 */

/** Stands for a character that is read past. */
export const UNSEEN = '\ufeff'
/** Ends a line that only HTML ends. */
export const BREAK = '\u2028'

/** Controls, soft hyphens, joiners, marks of direction and of variants: none of them is seen. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\0-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0100}-\u{e01ef}]/u
const COMMENT = /<!--[^\n]{0,400}?-->/
/** Tags that begin or end a line, and those within one. */
const LINE_TAGS =
  'html|body|br|p|div|center|hr|h[1-6]|li|ul|ol|section|article|header|footer|blockquote|figure|figcaption'
const WORD_TAGS = 'span|b|i|u|s|em|strong|font|small|mark|sup|sub|a|img|unk'
const TAG = new RegExp(`<\\/?(?:${LINE_TAGS}|${WORD_TAGS})(?:\\s[^<>\\n]*)?\\/?>`)
const LINE_TAG = new RegExp(`^<\\/?(?:${LINE_TAGS})\\b`, 'i')
const ENTITY = /&(?:[a-z]{2,6}|#\d{2,5}|#x[\da-f]{2,4});/
/** The address is plain: what stands so in running text is no link. */
const LINK = /!?\[[^[\]\n]{0,80}\]\([-\w./:;,%#?=&~+@]+\)/
const FENCE = /^[^\S\r\n\u2028\u2029]*`{3}[\w-]*[^\S\r\n\u2028\u2029]*$/
/** A line drawn with one mark, or with a page's number in it: a dash of print is no more than two. */
const RULE =
  /^[^\S\r\n\u2028\u2029]*([-*_=~·—─－━═])(?:[^\S\r\n\u2028\u2029]*\1){2,}(?:[^\S\r\n\u2028\u2029]*(?:第\s?\d+\s?页|page \d+)[^\S\r\n\u2028\u2029]*\1{3,})?[^\S\r\n\u2028\u2029]*$/
/** Before the lines that Markdown quotes, and the blank behind it. */
const QUOTED = /^[^\S\r\n\u2028\u2029]*>(?: ?>){0,3}(?: |$)/
/** The stroke before a mark that Markdown would take for its own, and at a line's end; before a bar it keeps a cell of a row whole. */
const STROKE = /\\(?=[!-/:-@[-`{}~]|[^\S\r\n\u2028\u2029]*$)/

const LEFT = new RegExp(
  [RULE, QUOTED, INVISIBLE, COMMENT, TAG, ENTITY, LINK, FENCE, STROKE].map(({ source }) => source).join('|'),
  'gimu',
)
/** What a page has that has none of it, told by a look at each character. */
const MAYBE = new RegExp(
  `${INVISIBLE.source}|^[^\\S\\r\\n]*>|[<&\\\\\`]|\\]\\(|([-*_=~·—─－━═])[^\\S\\r\\n\\u2028\\u2029]*\\1[^\\S\\r\\n\\u2028\\u2029]*\\1`,
  'mu',
)

/** What a picture is called that nobody described. */
const UNNAMED = /^(?:图片?|插图|照片|image|img|picture|figure|fig)?[\s\w.-]*$/i

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  shy: '',
  zwnj: '',
  zwj: '',
}

/** `source` with all that unseen, as long as it was: what an entity stands for is in its first place. */
export function withoutMarkup(source: string): string {
  if (!MAYBE.test(source)) return source
  return source.replace(LEFT, (found: string) => {
    const seen = seenOf(found)
    return seen === undefined ? found : seen + UNSEEN.repeat(found.length - seen.length)
  })
}

/** What is seen of a find; undefined where it is text after all. */
function seenOf(found: string): string | undefined {
  if (found[0] === '<') return LINE_TAG.test(found) ? BREAK : ''
  if (found[0] === '&') return entityOf(found.slice(1, -1).toLowerCase())
  if (found.endsWith(')')) return namedIn(found)
  return ''
}

function entityOf(name: string): string | undefined {
  if (name[0] !== '#') return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code < 32 || code > 0xffff ? undefined : String.fromCharCode(code)
}

/** The words of a link or below a picture, in their places. */
function namedIn(link: string): string {
  const [from, to] = [link.indexOf('[') + 1, link.indexOf(']')]
  const words = link.slice(from, to)
  return link[0] === '!' && UNNAMED.test(words) ? '' : UNSEEN.repeat(from) + words
}
