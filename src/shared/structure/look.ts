/** What one look at a piece of a line tells: its size, its ends, its balance, and which cues stand in it. */
import { CUES, WINDOW } from './cues.ts'
import { isBlank } from './lines.ts'
import { isName, nameRun } from './names.ts'

export type Look = {
  readonly text: string
  /** Characters that are not blank; counted up to `COUNTED`. */
  readonly size: number
  readonly cues: readonly string[]
  /** The piece ends as a sentence does, or as a quotation that ends one does. */
  readonly ended: boolean
  readonly commas: number
  readonly stops: number
  /** Runs of characters between blanks. */
  readonly groups: number
  /** Opening minus closing quotation marks, and brackets. */
  readonly quotes: number
  readonly brackets: number
  readonly names: number
  readonly digits: number
  readonly kind: Kind
}

/** A first, rough guess of what a piece is, for the neighbours' sake. */
export type Kind =
  | 'body'
  | 'cut'
  | 'short'
  | 'brief'
  | 'byline'
  | 'names'
  | 'credit'
  | 'picture'
  | 'keyword'
  | 'jump'
  | 'note'
  | 'furniture'
  | 'label'
  | 'dated'

/** Longer pieces are looked at by their ends only: this many characters from each. */
const COUNTED = 3000

export function lookAt(whole: string): Look {
  const text = whole.length > 2 * COUNTED ? whole.slice(0, COUNTED) + whole.slice(-COUNTED) : whole
  const head = text.slice(0, WINDOW)
  const tail = text.length > WINDOW ? text.slice(-WINDOW) : text
  const c = counts(text)
  const cues: string[] = []
  const long = text.length > WINDOW
  for (const { name, pattern, atTail, atHead } of long ? LONG_CUES : c.size > TINY_SIZE ? SHORT_CUES : ALL_CUES) {
    if ((atHead && pattern.test(head)) || (long && atTail && pattern.test(tail))) cues.push(name)
  }
  const ended = /[。！？!?…；;.][”’」』）)】》"']*$/u.test(tail)
  const names = c.size <= 60 ? namesIn(text) : 0
  const found = { text, ...c, cues, ended, names }
  return { ...found, kind: kindOf(found) }
}

/** Where a cue is looked for in a long piece: a pattern bound to the head (^) or the tail ($) only there. */
const ALL_CUES = CUES.map(([name, pattern]) => ({
  name,
  pattern,
  atHead: true,
  atTail: !pattern.source.startsWith('^'),
}))
/** What only very short pieces are asked for, and what only pieces shorter than the window. */
const TINY = new Set(['label-word', 'law', 'slogan', 'verse', 'jump-mark', 'paper-name', 'section-name', 'lunar'])
const TINY_SIZE = 26
const SHORT_CUES = ALL_CUES.filter((c) => !TINY.has(c.name))
const BRIEF = new Set([
  'weekday',
  'lunar',
  'paper-name',
  'section-name',
  'question-tail',
  'label-word',
  'law',
  'slogan',
  'verse',
  'latin',
  'money',
  'score',
  'bracket-all',
  'slash-credit',
  'reporter-dup',
  'folio-page',
  'by-label',
  'keyword',
  'phone',
  'staff',
  'full-date',
])
const LONG_CUES = SHORT_CUES.filter((c) => !BRIEF.has(c.name)).map((c) => ({
  ...c,
  atHead: c.pattern.source.startsWith('^') || !c.pattern.source.endsWith('$'),
}))

function counts(text: string) {
  let size = 0,
    commas = 0,
    stops = 0,
    groups = 0,
    quotes = 0,
    brackets = 0,
    digits = 0
  let blank = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isBlank(code)) {
      blank = true
      continue
    }
    if (blank) groups++
    blank = false
    size++
    if (code >= 48 && code <= 57) digits++
    else if (code === 0xff0c || code === 0x2c) commas++
    else if (code === 0x3002 || code === 0xff01 || code === 0xff1f) stops++
    else if (code === 0x201c || code === 0x300c) quotes++
    else if (code === 0x201d || code === 0x300d) quotes--
    else if (code === 0xff08 || code === 0x28 || code === 0x300a) brackets++
    else if (code === 0xff09 || code === 0x29 || code === 0x300b) brackets--
  }
  return { size, commas, stops, groups, quotes, brackets, digits }
}

/** How many names the piece holds when what is around them is taken away (记者, 通讯员, 摄, brackets); 0 if other words are left. */
function namesIn(text: string): number {
  const bare = text
    .replace(/^[■□▲●◎◆★☆※\s]+/u, '')
    .replace(
      /本报|新华社|特约|实习|见习|记者|通讯员|评论员|作者|摄影报道|摄影|供图|文并?[/／]图|[（()）:：/／|｜]|[摄文图]$/gu,
      ' ',
    )
    .trim()
  if (!bare) return 0
  const run = nameRun(bare)
  if (run) return run.length
  const words = bare.split(/\s+/u)
  return words.length <= 8 && words.filter(isName).length * 2 > words.length ? 0.5 : 0
}

function kindOf(l: Omit<Look, 'kind'>): Kind {
  const has = (name: string) => l.cues.includes(name)
  if (has('keyword') && l.size < 16) return 'keyword'
  if (has('jump-turn') && l.size < 24) return 'jump'
  if (l.size <= 60 && (has('folio-page') || has('staff')) && !l.ended) return 'furniture'
  if ((has('weekday') || has('paper-name') || has('full-date')) && !l.ended && l.commas < 2 && l.size < 28)
    return 'furniture'
  if (l.size <= 40 && !l.ended && (has('photo-take') || has('photo-given') || (has('photo-tail') && l.names > 0)))
    return 'credit'
  if (l.size <= 50 && l.names > 0 && (has('reporter-any') || has('by-label'))) return 'byline'
  if (l.names >= 1 && l.size <= 40 && !l.ended) return 'names'
  if (has('note-head') || (has('note-author') && has('bracket-all')) || (has('source') && l.size < 40)) return 'note'
  if (has('picture-ref') || (l.size < 120 && has('date-day-head') && l.stops <= 3 && has('picture-in')))
    return 'picture'
  if (has('dateline')) return 'dated'
  if (l.size >= 45 || (l.ended && l.size >= 12)) return l.ended ? 'body' : l.commas + l.stops > 0 ? 'cut' : 'short'
  if (l.ended) return 'brief'
  if ((l.size >= 24 && !(l.size <= 36 && l.commas + l.stops === 0)) || (l.commas > 1 && l.size > 18) || l.stops > 0)
    return 'cut'
  return has('label-word') && l.size <= 8 ? 'label' : 'short'
}
