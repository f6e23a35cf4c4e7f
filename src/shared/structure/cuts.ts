/** Where a line may fall into pieces: caption | credit, paragraph | jump, kicker | headline, caption | the words it was glued to. */
import { codesOf } from './classes.ts'
import { WINDOW } from './cues.ts'
import { BLANKS, isBlank } from './lines.ts'
import type { Line } from './lines.ts'
import { startsWithSurname } from './names.ts'
import type { Reading } from './reading.ts'
import { sieveOf } from './sieve.ts'

/** At most so many cuts are weighed in one line; those at its ends, where things are glued, come first. */
const MOST_CUTS = 7

export type Cut = { readonly at: number; readonly glue: number }

/** What is known of the line and its surroundings. */
export type Around = {
  /** The end of a fragment that is still open where something was put between. */
  readonly openTail: string | undefined
  /** More blank lines stand above than usual. */
  readonly wide: boolean
  /** The line as a whole is a run of names or a folio strip: its blanks part nothing. */
  readonly whole: boolean
  readonly words: Reading | undefined
}

/**
 * A wording that begins (`starts`) or ends (`ends`) a piece; looked for at the line's head or tail, or in a short line, and only where
 * one of the characters of `with` stands, and one of `last` at its end; `open`: not where the line ends with its sentence; `credit`: what
 * it finds ends a credit, whose beginning is a place to cut as well; `strip`: even where the line as a whole looks like names or a folio strip.
 */
type Rule = {
  readonly within: 'head' | 'tail' | 'short'
  readonly cut: 'starts' | 'ends'
  readonly with: string
  readonly last?: string
  readonly open?: true
  readonly credit?: true
  readonly strip?: true
  readonly pattern: RegExp
}

const RULES: readonly Rule[] = [
  // jumps, glued or bracketed
  {
    within: 'head',
    cut: 'ends',
    with: '版',
    pattern:
      /^[（(▶►★▲→\s]*(?:上\s*接|紧\s*接|接)\s*[第笫]?\s*[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}\s*版[^）)，。\s]{0,8}[）)]?/gu,
  },
  {
    within: 'tail',
    cut: 'starts',
    with: '版',
    pattern: /[（(▶►★▲→]*\s*下\s*转\s*[第笫]?\s*[A-Z]?[0-9０-９一二三四五六七八九十\s]{1,4}版[^，。]{0,10}$/gu,
  },
  {
    within: 'tail',
    cut: 'starts',
    with: '版',
    pattern: /[（(▶►★▲→]+[^（(▶►★▲→。]{0,14}见[^（(。]{0,8}版[^（(。]{0,4}$/gu,
  },
  // a closing bracket group, or what follows the last full stop: credit, note, byline
  { within: 'tail', cut: 'starts', with: '（(【', last: '）)】', pattern: /[（(【][^（()）。]{2,40}[）)】]\s*$/gu },
  {
    within: 'tail',
    cut: 'ends',
    with: '。！？”）)',
    open: true,
    pattern: /[。！？”）)]\s*(?=[^。！？…\s”’」』）)][^。！？]{1,40}$)/gu,
  },
  // what follows a credit
  {
    within: 'head',
    cut: 'ends',
    with: '摄撮图影',
    credit: true,
    pattern: /(?<!拍)(?:摄|撮|供图|摄影)(?:[（(][^（()）]{2,10}[）)])?[）)]?(?=[^\s。，、（(）)影像制图氏])/gu,
  },
  {
    within: 'head',
    cut: 'ends',
    with: '摄撮图',
    credit: true,
    pattern: /(?:[摄撮]|供图)(?:[（(][^（()）]{2,10}[）)])?[）)]?\s+(?=\S{6}|\S{1,5}[。！？；])/gu,
  },
  // in an index, the page number behind a title
  {
    within: 'short',
    cut: 'starts',
    with: '版',
    last: '版',
    strip: true,
    pattern: /(?<=[^第A-Z0-9])(?:第\s*)?(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*版$/gu,
  },
  {
    within: 'short',
    cut: 'starts',
    with: 'ABCDEFGT',
    last: '0123456789',
    strip: true,
    pattern: /(?<=[\p{Script=Han}？！”）\s])[A-GT]\d{1,2}$/gu,
  },
  // captions side by side
  { within: 'head', cut: 'starts', with: '②③④⑤⑥⑦⑧⑨', pattern: /(?<=[。；\s])[②-⑨]/gu },
  // headings on one line: at blanks, at dashes, before 本报记者
  { within: 'short', cut: 'ends', with: BLANKS, pattern: /\s+/gu },
  { within: 'short', cut: 'ends', with: '—－─-', pattern: /(?:——|－－|──|--)\s*(?=\S)/gu },
  { within: 'short', cut: 'starts', with: '—－─-', pattern: /\s*(?:——|－－|──|--)/gu },
  { within: 'short', cut: 'starts', with: '■□▲●◎◆', pattern: /[■□▲●◎◆]{1,2}\s*(?=本报|记者|文)/gu },
  // a byline in front of the text; a keyword box, a badge in front of a heading
  {
    within: 'head',
    cut: 'ends',
    with: '记通',
    pattern:
      /(?:^|[\s）)])(?:本报|新华社)?(?:通讯员|(?:特约|实习|见习)?记者)\s*[^\s，。：:]{2,4}(?:\s+[^\s，。：:]{1,3}){0,4}\s+(?=\S{4})/gu,
  },
  { within: 'head', cut: 'ends', with: '词', pattern: /^[【[]?关\s*键\s*词[】\]]?[\s:：]*\S{1,6}\s+(?=\S)/gu },
  { within: 'head', cut: 'ends', with: '】', pattern: /^【[^】]{1,12}】\s*(?=\S)/gu },
]

/** What never stands alone: it belongs to the name before it. */
const LEFTOVER = /^(?:.|[（(](?:大?笑|笑了?笑|苦笑|沉默|停顿|鼓掌|掌声)|摄影|摄影报道|供图|文[/／]图)[）)\s]*$/u

/** Within a line that ends as credits do: where the credit may begin. */
const CREDIT_END = /(?:[摄撮]|影|图|发|中国|视觉|供|提供)\s*[）)】]*(?:[（(][^（()）]{1,12}[）)])?\s*$/u
const CREDIT_RULES: readonly Rule[] = [
  { within: 'tail', cut: 'ends', with: BLANKS, pattern: /\s+(?=\S{1,14}(?:\s\S{1,8}){0,4}$)/gu },
  { within: 'tail', cut: 'starts', with: '者讯', pattern: /(?:本报|新华社|中新社)?(?:记者|通讯员)\s*(?=\S)/gu },
  { within: 'tail', cut: 'starts', with: '/／:：由', pattern: /(?:图片|图|摄影?|供图)\s*[/／:：由]/gu },
]

const CREDIT_ENDS = codesOf('摄撮影图发国觉供）)】')
const ALL_RULES = [...RULES, ...CREDIT_RULES]
const sieve = sieveOf(
  ALL_RULES.map((rule) => ({ any: rule.with, ...(rule.last === undefined ? {} : { last: rule.last }) })),
  WINDOW,
)
const ENDERS = codesOf('。；')
const STOPS = codesOf('。！？')

/** Offsets into the line's text where a new piece may begin, ascending, each where a non-blank character stands; `glue` > 0 scores a cut without any mark. */
export function cutsOf({ text, units, start, end }: Line, around: Around): readonly Cut[] {
  const found: { at: number; glue: number }[] = []
  const add = (from: number, glue = 0) => {
    let at = from
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
    if (at === 0 || at === text.length || isLowSurrogate(text.charCodeAt(at))) return
    const before = found.find((c) => c.at === at)
    if (before) before.glue = Math.max(glue, before.glue)
    else if (!LEFTOVER.test(text.slice(at, at + 8))) found.push({ at, glue })
  }
  const long = text.length > WINDOW
  const head = long ? text.slice(0, WINDOW) : text
  const tailAt = Math.max(0, text.length - WINDOW)
  const tail = long ? text.slice(tailAt) : text
  const brief = !long && !ENDERS.has(units[end - 1]!)
  const shut = STOPS.has(units[end - 1]!) || (end - 2 >= start && STOPS.has(units[end - 2]!))
  let known: boolean | undefined
  const isCredit = () => (known ??= CREDIT_ENDS.has(units[end - 1]!) && CREDIT_END.test(tail))
  for (const n of sieve(units, start, end)) {
    const rule = ALL_RULES[n]!
    if ((rule.within === 'short' && !(brief && (rule.strip || !around.whole))) || (rule.open && shut)) continue
    if (n >= RULES.length && !isCredit()) break
    const inTail = rule.within === 'tail'
    eachMatch(rule.pattern, inTail ? tail : head, (from, to) => {
      add((inTail ? tailAt : 0) + (rule.cut === 'ends' ? to : from))
      if (rule.credit) add(creditStart(head.slice(0, to)))
    })
  }
  // a credit by name that nothing parts from its caption
  if (isCredit()) {
    const at = creditStart(tail)
    if (at > 0) add(tailAt + at)
  }
  if (around.openTail !== undefined || around.wide) {
    // where no more blank lines than usual stand above, only the first sentence may be a caption's
    let most = around.wide ? 60 : 1
    eachMatch(/[。！？][”）)]?\s*(?=\S)/gu, head, (from, to) => {
      if (from < 60 && most-- > 0) add(to)
    })
  }
  if (around.openTail !== undefined && !isCredit()) {
    const blank = /\S\s+(?=\S)/u.exec(head.slice(0, 40))
    if (blank) add(blank.index + blank[0].length, glueBehind(head, blank, around.openTail, around.words))
    for (const cut of glueCuts(head, around.openTail, around.words)) add(cut.at, cut.glue)
  }
  if (found.length <= 1) return found
  if (found.length <= MOST_CUTS) return found.sort(byPlace)
  const fromEnd = (c: Cut) => Math.min(c.at, text.length - c.at) - 20 * c.glue
  return found
    .sort(byPlace)
    .toSorted((a, b) => fromEnd(a) - fromEnd(b))
    .slice(0, MOST_CUTS)
    .sort(byPlace)
}

/** A credit by name, with what the person is; one in brackets. */
const BY_NAME =
  /((?:[本木]报|新华社)?(?:首席|特约|实习|见习)?(?:记者|通[讯汛迅]员)|市民|网友|读者)?\s*(\p{Script=Han})\s?(\p{Script=Han}\s?\p{Script=Han}?)\s*(?:[摄撮]影?|供图)\s*(?:[（(][^（()）]{2,10}[）)])?\s*$/u
const BRACKETED = /[（(][^（()）]{2,14}[）)]\s*$/u

/** Where the credit begins that `text` ends with, though nothing parts it from the caption; 0 where none is seen. */
function creditStart(text: string): number {
  const named = BY_NAME.exec(text)
  if (!named) return BRACKETED.exec(text)?.index ?? 0
  const [, office, first = '', rest = ''] = named
  if (office !== undefined || startsWithSurname(first + rest.trimStart())) return named.index
  // the name is of two characters
  return /^\p{Script=Han}\s?\p{Script=Han}/u.test(rest) && startsWithSurname(rest) ? text.indexOf(rest, named.index) : 0
}

/** Where each match of a global pattern begins and ends, without the copy of the pattern that `matchAll` makes. */
function eachMatch(pattern: RegExp, text: string, found: (from: number, to: number) => void): void {
  pattern.lastIndex = 0
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    const to = m.index + m[0].length
    found(m.index, to)
    if (m[0] === '') pattern.lastIndex = to + ((text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1)
  }
}

const byPlace = (a: Cut, b: Cut): number => a.at - b.at
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff

/** How much the words behind a blank go on with the open fragment, where those before it say no more than a caption does. */
function glueBehind(head: string, blank: RegExpExecArray, openTail: string, words: Reading | undefined): number {
  const next = head.slice(blank.index + blank[0].length, blank.index + blank[0].length + 8)
  if (MARK.test(head.slice(0, blank.index + 1))) return 0
  return glueAt(head, blank.index + 1, next, openTail.slice(-6), words)
}

const MARK = /[，。；：？！、]/u
/** What stands behind a number. */
const MEASURE = /^[个块名人年月日天亩斤元户项次条家位米公吨]/u

/**
 * A caption that OCR glued to the words after the picture has no mark between: the two best places, by what the words after the
 * cut could be (they go on with the open fragment) and what those before it could be (the end of a noun phrase).
 */
function glueCuts(head: string, openTail: string, words: Reading | undefined): readonly Cut[] {
  const limit = Math.min(36, head.length - 1)
  const first = head.slice(0, limit).search(MARK)
  // a caption may have a comma after its first words
  const within = head[first] === '，' && first < 14
  const second = within ? head.slice(first + 1, limit).search(MARK) : -1
  const stop = !within ? first : second < 0 ? -1 : first + 1 + second
  const last = stop < 0 ? limit : stop
  if (last < 3) return []
  const bounds = words?.ends(head.slice(0, last + 12))
  const tail = openTail.slice(-6)
  const places: number[] = []
  for (let at = 3; at <= last; at++) if (!bounds || bounds.has(at)) places.push(at)
  const behind = (at: number) => head.slice(at, at + 8)
  words?.readAcross(tail, places.map(behind))
  const scored: Cut[] = []
  for (const at of places) {
    const next = behind(at)
    let glue = glueAt(head, at, next, tail, words)
    if (/\p{Script=Han}\d|\d\p{Script=Han}/u.test(head.slice(at - 1, at + 1))) glue += 1
    // half a point more counts only where little is missing
    if (words && glue >= 1 && /^(?:n|f|s|vn)/u.test(words.tagBefore(head, at))) glue += 0.5
    if (glue >= 1.5) scored.push({ at, glue })
  }
  return scored.sort((a, b) => b.glue - a.glue || a.at - b.at).slice(0, 2)
}

/** How much speaks for a cut at `at`: what begins behind it goes on with the open fragment, what stands before it ends as captions do. */
function glueAt(head: string, at: number, next: string, tail: string, words: Reading | undefined): number {
  let glue = 0
  if (/^[的了着过]/u.test(next)) glue += 2
  else if (/^[对和与及或并且而在于为以将把被由从到向给地得就也都还]/u.test(next)) glue += 1
  if (/^[，。、；：？！”）]/u.test(next)) glue += 1
  if (/[景貌外场落图面角区园馆桥楼房村镇街站中内厅台店厂塔湖河山海室院校库港口岸边旁前下]$/u.test(head.slice(0, at)))
    glue += 1
  if (words?.across(tail, next)) glue += 2
  if (/[一二三四五六七八九十两几百千万\d]$/u.test(tail) && MEASURE.test(next)) glue += 1.5
  return glue
}
