/** The evidence about a piece that lies around it: neighbours, its run of heading-like lines, sentences that were cut. */
import { beginOf, endOf, sizeOf } from './classes.ts'
import { wordAcross } from './cuts.ts'
import type { Piece } from './features.ts'
import type { Sheet } from './lattice.ts'

export function neighbourFeatures(f: string[], sheet: Sheet, p: Piece): void {
  const line = sheet.lines[p.line]!
  const next = sheet.lines[p.line + 1]
  const before = p.first ? gapOf(line.gap, sheet.gap, p.line) : 'glued'
  const after = p.last ? (next ? gapOf(next.gap, sheet.gap, p.line + 1) : 'end') : 'glued'
  const prev = p.first ? kindAt(sheet, p.line - 1) : 'same-line'
  const follow = p.last ? kindAt(sheet, p.line + 1) : 'same-line'
  const kind = p.look.kind
  f.push(
    `above=${before}`,
    `below=${after}`,
    `above=${before}&kind=${kind}`,
    `below=${after}&kind=${kind}`,
    `above=${before}&prev=${prev}`,
  )
  f.push(
    `prev=${prev}`,
    `next=${follow}`,
    `prev=${prev}&kind=${kind}`,
    `next=${follow}&kind=${kind}`,
    `prev=${prev}&next=${follow}`,
  )
  f.push(`next2=${kindAt(sheet, p.line + 2)}`, `prev2=${kindAt(sheet, p.line - 2)}`)
  if (kind !== 'body')
    f.push(
      `next=${follow}&next2=${kindAt(sheet, p.line + 2)}&kind=${kind}`,
      `prev=${prev}&prev2=${kindAt(sheet, p.line - 2)}&kind=${kind}`,
      `prev=${prev}&next=${follow}&kind=${kind}`,
    )
  const above = sheet.lines[p.line - 1]
  if (above && p.first) {
    if (above.broken && line.gap === 0) f.push('above-breaks', `above-breaks&kind=${kind}`)
    if (above.level > 0 || line.level > 0)
      f.push(
        `levels=${Math.sign(above.level)}${Math.sign(line.level)}${above.level === line.level ? '=' : above.level < line.level ? '<' : '>'}`,
      )
    const last = sheet.looks[p.line - 1]!
    if (last.size < 40 && p.look.size < 40) f.push(`longer=${Math.sign(Math.trunc((p.look.size - last.size) / 3))}`)
    for (const cue of [
      'dash-tail',
      'dash-head',
      'square-head',
      'jump-head',
      'bracket-tail',
      'photo-take',
      'report-end',
      'org-end',
      'jump-turn',
      'note-tail',
      'addressee',
      'label-word',
      'paper-name',
      'section-name',
      'folio-page',
      'bullet',
    ] as const)
      if (last.cues.includes(cue)) f.push(`above:${cue}`)
  }
  if (next && p.last) {
    const below = sheet.looks[p.line + 1]!
    if (line.broken && next.gap === 0) f.push('breaks', `breaks&kind=${kind}`)
    for (const cue of [
      'dash-tail',
      'dash-head',
      'dateline',
      'reporter-head',
      'jump-head',
      'photo-take',
      'keyword',
      'date-day-head',
      'opener',
      'addressee',
      'number-head',
      'bullet',
      'section-name',
      'folio-page',
    ] as const)
      if (below.cues.includes(cue)) f.push(`below:${cue}`)
    if (next.level > 0) f.push('below-marked', `below-marked&kind=${kind}`)
    if (below.size < 40 && p.look.size < 40) f.push(`shorter=${Math.sign(Math.trunc((p.look.size - below.size) / 3))}`)
  }
}

/** Where the line stands in its run of heading-like lines, what comes before and after the run, and how its length compares. */
export function runFeatures(f: string[], sheet: Sheet, p: Piece): void {
  const [first, last] = sheet.runs[p.line]!
  if (first === last && p.look.kind !== 'short' && p.look.kind !== 'label' && p.look.kind !== 'cut') return
  const size = Math.min(last - first + 1, 5)
  const place = Math.min(p.line - first, 4)
  const after = kindAt(sheet, last + 1)
  const before = kindAt(sheet, first - 1)
  f.push(
    `run=${place}/${size}`,
    `run=${place}/${size}&after=${after}`,
    `run=${place}/${size}&before=${before}`,
    `run:last=${p.line === last}&after=${after}&kind=${p.look.kind}`,
  )
  if (size > 1) {
    const lengths = sheet.looks.slice(first, last + 1).map((l) => l.size)
    const longest = lengths.indexOf(Math.max(...lengths)) === p.line - first
    f.push(
      `run:longest=${longest}&place=${place}/${size}`,
      `run:size=${sizeOf(p.look.size)}&place=${place}/${size}`,
      `run:ends=${endOf(p.look.text)}&place=${place}/${size}`,
      `run:groups=${Math.min(p.look.groups, 3)}&place=${place}/${size}`,
      `run:commas=${Math.min(p.look.commas, 2)}&place=${place}/${size}`,
    )
    const above = sheet.lines[p.line]!.gap
    if (p.line > first) f.push(`run:above=${gapOf(above, sheet.gap, p.line)}&place=${place}/${size}&after=${after}`)
  }
}

export const isBodyAt = (sheet: Sheet, line: number): boolean => {
  const kind = sheet.looks[line]?.kind
  return kind === 'body' || kind === 'cut' || kind === 'dated' || kind === 'brief'
}

const kindAt = (sheet: Sheet, line: number): string => {
  const look = sheet.looks[line]
  if (!look) return line < 0 ? 'top' : 'end'
  return sheet.lines[line]!.level > 0 ? `#${look.kind === 'short' || look.kind === 'cut' ? '' : look.kind}` : look.kind
}

const gapOf = (gap: number, usual: number, line: number): string =>
  line === 0 ? 'top' : gap === usual ? 'usual' : gap > usual ? 'more' : gap === 0 ? 'none' : 'less'

/** Whether the piece may go on with the sentence that was open before it. */
export function joinFeatures(f: string[], sheet: Sheet, p: Piece): void {
  const from = sheet.open[p.line]!
  if (p.look.cues.includes('illegal-head')) f.push('join:head=illegal')
  if (p.look.cues.includes('leading-particle')) f.push('join:head=particle')
  if (from < 0) {
    f.push('join=none')
    if (p.look.cues.includes('opener')) f.push('join=none&opener')
    return
  }
  const tail = sheet.looks[from]!
  const back = Math.min(p.line - from, 4)
  const end = endOf(tail.text)
  const begin = beginOf(p.look.text)
  f.push(
    'join=some',
    `join:back=${back}`,
    `join:tail=${end}`,
    `join:tail=${end}&head=${begin}`,
    `join:size=${sizeOf(p.look.size)}`,
    `join:back=${back}&kind=${p.look.kind}`,
    `join:ended=${p.look.ended}`,
  )
  if (tail.quotes > 0) f.push(p.look.quotes < 0 ? 'join:quote-closes' : 'join:quote-stays-open')
  else if (p.look.quotes < 0) f.push('join:quote-unopened')
  if (p.look.cues.includes('opener')) f.push('join:head=opener')
  if (p.look.cues.includes('dateline')) f.push('join:head=dateline')
  if (p.look.cues.includes('bullet')) f.push('join:head=bullet')
  if (DANGLING.test(tail.text)) f.push('join:dangling')
  const brief = tail.size < 20 ? 'brief' : 'long'
  f.push(`join:from=${brief}`, `join:from=${brief}&tail=${end}&back=${back}`)
  if (sheet.words && end === 'han' && begin === 'han') {
    const across = wordAcross(tail.text, p.look.text, sheet.words)
    f.push(`join:word=${across}`)
  }
}

/** Words that a sentence cannot end with: after one of them the piece was cut. */
export const DANGLING = /[的和与及或在是将对把为以从到向被让使并而且等其该各于由]$/u

/** Whether the sentence of an unfinished piece may go on in the next body line. */
export function onwardFeatures(f: string[], sheet: Sheet, p: Piece): void {
  if (p.look.ended || !p.last) return
  const dangling = DANGLING.test(p.look.text)
  if (dangling) f.push('onward:dangling')
  const next = nextBody(sheet, p.line)
  if (next < 0) {
    f.push('onward=none')
    return
  }
  const look = sheet.looks[next]!
  const end = endOf(p.look.text)
  const begin = beginOf(look.text)
  const size = p.look.size < 20 ? 'brief' : 'long'
  f.push(`onward:tail=${end}&head=${begin}&${size}`, `onward:back=${Math.min(next - p.line, 4)}&${size}`)
  for (const cue of ['opener', 'leading-particle', 'illegal-head', 'dateline', 'bullet'] as const)
    if (look.cues.includes(cue)) f.push(`onward:${cue}&${size}`)
  if (p.look.quotes > 0) f.push(`onward:quote=${look.quotes < 0}&${size}`)
  if (sheet.words && end === 'han' && begin === 'han')
    f.push(`onward:word=${wordAcross(p.look.text, look.text, sheet.words)}&${size}`)
  if (sheet.words && end === 'han' && p.look.size < 60) {
    const tag = sheet.words.tag(p.look.text.slice(-8)).at(-1)?.tag[0] ?? 'x'
    f.push(`onward:tag=${tag}&${size}`)
  }
}

/** The next line that could be body text, over what a picture or a crosshead puts between; −1 for none near. */
function nextBody(sheet: Sheet, line: number): number {
  for (let i = line + 1; i < sheet.lines.length && i <= line + 5; i++) {
    const look = sheet.looks[i]!
    if (sheet.lines[i]!.level > 0) return -1
    if (
      look.kind === 'body' ||
      look.kind === 'dated' ||
      (look.kind === 'cut' && look.size > 26) ||
      look.kind === 'brief'
    )
      return i
  }
  return -1
}
