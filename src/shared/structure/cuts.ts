/** Where a line may fall into pieces: caption | credit, paragraph | jump, kicker | headline, caption | the words it was glued to. */
import { WINDOW } from './cues.ts'
import { isBlank } from './lines.ts'
import type { Words } from '../words.ts'

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
  readonly words: Words | undefined
}

/** A wording that begins (`starts`) or ends (`ends`) a piece; looked for at the line's head or tail, or in a short line, and only where one of the `with` marks stands. */
type Rule = {
  readonly within: 'head' | 'tail' | 'short'
  readonly cut: 'starts' | 'ends'
  readonly with: string
  readonly pattern: RegExp
}

const RULES: readonly Rule[] = [
  // jumps, glued or bracketed
  {
    within: 'head',
    cut: 'ends',
    with: '版',
    pattern:
      /^[（(▶►★▲→\s]*(?:上\s*接|紧\s*接|接)\s*第?\s*[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}\s*版[^）)，。\s]{0,8}[）)]?/gu,
  },
  {
    within: 'tail',
    cut: 'starts',
    with: '版',
    pattern: /[（(▶►★▲→]*\s*下\s*转\s*第?\s*[A-Z]?[0-9０-９一二三四五六七八九十\s]{1,4}版[^，。]{0,10}$/gu,
  },
  {
    within: 'tail',
    cut: 'starts',
    with: '版',
    pattern: /[（(▶►★▲→]+[^（(▶►★▲→。]{0,14}见[^（(。]{0,8}版[^（(。]{0,4}$/gu,
  },
  // a closing bracket group, or what follows the last full stop: credit, note, byline
  { within: 'tail', cut: 'starts', with: '）)】', pattern: /[（(【][^（()）。]{2,40}[）)】]\s*$/gu },
  {
    within: 'tail',
    cut: 'ends',
    with: '。！？”）)',
    pattern: /(?<=[。！？”）)])\s*(?=[^。！？…\s”’」』）)][^。！？]{1,40}$)/gu,
  },
  // what follows a credit
  {
    within: 'head',
    cut: 'ends',
    with: '摄图影',
    pattern: /(?:摄|供图|摄影)(?:[（(][^（()）]{2,10}[）)])?[）)]?(?=[^\s。，、（(）)影像制图])/gu,
  },
  {
    within: 'head',
    cut: 'ends',
    with: '摄图',
    pattern: /(?:摄|供图)(?:[（(][^（()）]{2,10}[）)])?[）)]?\s+(?=\S{6})/gu,
  },
  // headings on one line: at blanks, at dashes, before 本报记者
  { within: 'short', cut: 'ends', with: '', pattern: /\s+/gu },
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
const LEFTOVER = /^(?:.|摄影|摄影报道|供图|文[/／]图)[）)\s]*$/u

/** Within a line that ends as credits do: where the credit may begin. */
const CREDIT_END = /(?:摄|影|图|发|中国|视觉|供|提供)\s*[）)】]*(?:[（(][^（()）]{1,12}[）)])?\s*$/u
const CREDIT_RULES: readonly Rule[] = [
  { within: 'tail', cut: 'ends', with: '', pattern: /\s+(?=\S{1,14}(?:\s\S{1,8}){0,4}$)/gu },
  { within: 'tail', cut: 'starts', with: '', pattern: /(?:本报|新华社|中新社)?(?:记者|通讯员)\s*(?=\S)/gu },
  { within: 'tail', cut: 'starts', with: '', pattern: /(?:图片|图|摄影?|供图)\s*[/／:：由]/gu },
]

/** Offsets into `text` where a new piece may begin, ascending, each where a non-blank character stands; `glue` > 0 scores a cut without any mark. */
export function cutsOf(text: string, around: Around): readonly Cut[] {
  const found = new Map<number, number>()
  const add = (at: number, glue = 0) => {
    let i = at
    while (i < text.length && isBlank(text.charCodeAt(i))) i++
    if (i > 0 && i < text.length && !LEFTOVER.test(text.slice(i, i + 8)) && !isLowSurrogate(text.charCodeAt(i)))
      found.set(i, Math.max(glue, found.get(i) ?? 0))
  }
  const head = text.slice(0, WINDOW)
  const tailAt = Math.max(0, text.length - WINDOW)
  const tail = text.slice(tailAt)
  const short = text.length <= WINDOW && !around.whole && !/[。；]$/u.test(text)
  const apply = (rule: Rule) => {
    const part = rule.within === 'tail' ? tail : rule.within === 'head' || short ? head : ''
    if (part === '' || (rule.with !== '' && ![...rule.with].some((c) => part.includes(c)))) return
    for (const m of part.matchAll(rule.pattern))
      add((rule.within === 'tail' ? tailAt : 0) + m.index + (rule.cut === 'ends' ? m[0].length : 0))
  }
  RULES.forEach(apply)
  if (CREDIT_END.test(tail)) CREDIT_RULES.forEach(apply)
  if (around.openTail !== undefined || around.wide) {
    for (const m of head.matchAll(/[。！？][”）)]?\s*(?=\S)/gu)) if (m.index < 60) add(m.index + m[0].length)
  }
  if (around.openTail !== undefined)
    for (const cut of glueCuts(head, around.openTail, around.words)) add(cut.at, cut.glue)
  const cuts = [...found].map(([at, glue]) => ({ at, glue })).sort(byPlace)
  if (cuts.length <= MOST_CUTS) return cuts
  const fromEnd = (c: Cut) => Math.min(c.at, text.length - c.at) - 20 * c.glue
  return cuts
    .toSorted((a, b) => fromEnd(a) - fromEnd(b))
    .slice(0, MOST_CUTS)
    .sort(byPlace)
}

const byPlace = (a: Cut, b: Cut): number => a.at - b.at
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff

/**
 * A caption that OCR glued to the words after the picture has no mark between: the two best places, by what the words after the
 * cut could be (they go on with the open fragment) and what those before it could be (the end of a noun phrase).
 */
function glueCuts(head: string, openTail: string, words: Words | undefined): readonly Cut[] {
  const limit = Math.min(36, head.length - 1)
  const stop = head.slice(0, limit).search(/[，。；：？！、]/u)
  const last = stop < 0 ? limit : stop
  if (last < 3) return []
  const bounds = words ? boundaries(words.cut(head.slice(0, last + 12))) : undefined
  const tail = openTail.slice(-6)
  const scored: Cut[] = []
  for (let at = 3; at <= last; at++) {
    if (bounds && !bounds.has(at)) continue
    const next = head.slice(at, at + 8)
    let glue = 0
    if (/^[的了着过]/u.test(next)) glue += 2
    else if (/^[对和与及或并且而在于为以将把被由从向到给地得就也都还]/u.test(next)) glue += 1
    if (/^[，。、；：？！”）]/u.test(next)) glue += 2
    if (/[景貌外场落图面角区园馆桥楼房村镇街站中内厅台店厂塔湖河山海]$/u.test(head.slice(0, at))) glue += 1
    if (words && wordAcross(tail, next, words)) glue += 2
    if (words && /^(?:n|f|s|vn)/u.test(words.tag(head.slice(0, at)).at(-1)?.tag ?? '')) glue += 0.5
    if (glue >= 1.5) scored.push({ at, glue })
  }
  return scored.sort((a, b) => b.glue - a.glue || a.at - b.at).slice(0, 2)
}

function boundaries(cut: readonly string[]): ReadonlySet<number> {
  const set = new Set<number>()
  let at = 0
  for (const word of cut) set.add((at += word.length))
  return set
}

/** Whether a word of the segmenter stands across the place where `tail` ends and `head` begins. */
export function wordAcross(tail: string, head: string, words: Words): boolean {
  const left = tail.slice(-6)
  return !boundaries(words.cut(left + head.slice(0, 6))).has(left.length)
}
