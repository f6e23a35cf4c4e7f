/** The best path through the lattice → the Page: articles, blocks with their spans, joins, reasons and doubts. */
import { block, page as buildPage } from '../page/build.ts'
import type { Article, Block, Join, Mark, Page, Reason, Role, Span } from '../page/page.ts'
import { joinSpans, seam } from '../page/provenance.ts'
import { isRowOfCells } from '../page/tables.ts'
import { simplify } from '../search/normalise.ts'
import { placed } from './clean.ts'
import type { Clean, Placed } from './clean.ts'
import { datelineOf } from './dateline.ts'
import type { Step } from './decode.ts'
import { withProposals } from './doubts.ts'
import type { Lattice } from './lattice.ts'
import type { Model } from './model.ts'
import type { Reading } from './reading.ts'
import { REASON_CODES, REASON_SHARES, reasonOf } from './evidenced.ts'
import { FAR } from './returns.ts'
import { STATES } from './states.ts'
import { mapped } from '../packed.ts'

/**
 * `spans`: of the source, one for each step; `over`: for each step what stands between it and the step before: the role of the first such
 * block, or another story. A draft without steps holds what is no text of the page.
 */
type Draft = {
  readonly role: Role
  readonly index: number
  readonly steps: Step[]
  readonly spans: Span[]
  readonly over: (Role | 'story' | undefined)[]
}
type Story = { readonly drafts: Draft[]; readonly last: Map<Role, Draft>; between: Draft[] }

/** The page that `steps` through `lattice` say; the model turns its probability into the share that is right. */
export function assemble(
  clean: Clean,
  steps: readonly Step[],
  model: Model,
  { words, returns }: Pick<Lattice, 'words' | 'returns'>,
): Page {
  const stories = storiesOf(steps, placed(clean, mapped(steps, spanOf)), returns)
  const articles: Article[] = mapped(stories, (story) => ({
    id: 'a0',
    blocks: mapped(story.drafts, (draft) => blockOf(clean, draft, model, words)),
  }))
  const page = buildPage(articles)
  // a story's n-th draft became the n-th block of its article
  const joinable = mapped(stories, ({ drafts }) =>
    mapped(drafts, ({ steps: [first] }) => (!first || isRow(first) ? 0 : round(first.again))),
  )
  return withProposals(page, joinable)
}

/** Where a step's piece stands in the text that was read. */
const spanOf = ({ arc }: Step): Span => [arc.start, arc.end]

function storiesOf(steps: readonly Step[], { spans, alone }: Placed, returns: Int32Array): readonly Story[] {
  const stories: Story[] = []
  let current: Story | undefined
  let furniture: Story | undefined
  let left = 0
  // what is no text stays in the story that it stands in, at the page's top in the first one
  const leave = (to: number) => {
    if (!current && to < Infinity) return
    for (; left < alone.length && alone[left]![0] < to; left++) {
      if (!current) stories.push((current = newStory()))
      current.drafts.push({ role: 'note', index: current.drafts.length, steps: [], spans: [alone[left]!], over: [] })
    }
  }
  for (const [n, step] of steps.entries()) {
    const { role, entry } = STATES[step.state]!
    const span = spans[n]!
    leave(span[0])
    if (role === 'folio') {
      // a folio strip is no part of a story: it gets an article of its own, and the story around it goes on
      if (!furniture) stories.push((furniture = newStory()))
      place(furniture, role, step, span, entry === 'inside')
      continue
    }
    furniture = undefined
    const back = entry === 'back' ? storyLeftAt(stories, returns[step.arc.line]!) : undefined
    const away = back !== undefined && back !== current
    if (back) current = back
    else if (entry === 'start' || !current) stories.push((current = newStory()))
    leave(span[0])
    place(current, role, step, span, entry === 'inside' || entry === 'again' || back !== undefined, away)
  }
  leave(Infinity)
  return stories
}

/** The story whose last paragraph breaks off in this line. */
const storyLeftAt = (stories: readonly Story[], line: number): Story | undefined =>
  stories.slice(-FAR).findLast((story) => story.last.get('paragraph')?.steps.at(-1)!.arc.line === line)

const newStory = (): Story => ({ drafts: [], last: new Map(), between: [] })

/** Puts a step into the last block of its role, or into a new one; `away`: another story stands before it. */
function place(story: Story, role: Role, step: Step, span: Span, goesOn: boolean, away = false): void {
  let draft = goesOn ? story.last.get(role) : undefined
  // A table's row is whole: it goes on nothing, and nothing goes on with it.
  if (draft && !(role === 'paragraph' && (isRow(step) || isRow(draft.steps.at(-1)!)))) {
    draft.over.push(away ? 'story' : role === 'paragraph' ? firstAfter(draft, story.between) : undefined)
    draft.steps.push(step)
    draft.spans.push(span)
  } else {
    draft = { role, index: story.drafts.length, steps: [step], spans: [span], over: [undefined] }
    story.drafts.push(draft)
    story.last.set(role, draft)
  }
  // only paragraphs ask what stands between, and only the last one goes on
  if (role === 'paragraph') story.between = []
  else story.between.push(draft)
}

const isRow = ({ arc }: Step): boolean => isRowOfCells(arc.look.text)

/** The role of the first of `drafts` that was begun after `own`. */
function firstAfter(own: Draft, drafts: readonly Draft[]): Role | undefined {
  let first: Draft | undefined
  for (const d of drafts) if (d.index > own.index && (!first || d.index < first.index)) first = d
  return first?.role
}

function blockOf(clean: Clean, draft: Draft, model: Model, words: Reading | undefined): Block {
  const { spans } = draft
  const text = joinSpans(clean.source, spans, draft.role)
  if (draft.steps.length === 0) return block(draft.role, text, { spans, reasons: [{ code: 'marks.left' }] })
  const dateline = draft.role === 'paragraph' ? datelineIn(clean, draft, text) : undefined
  const sure = model.calibrate(draft.steps.reduce((least, s) => Math.min(least, s.sure), 1))
  const reasons = reasonsOf(draft.steps[0]!, model)
  if (draft.role === 'crosshead' && STATES[draft.steps.at(-1)!.state]!.entry === 'again')
    reasons.push({ code: 'half.crosshead' })
  return {
    id: 'b0',
    role: draft.role,
    text,
    marks: dateline ? [dateline] : [],
    spans,
    confidence: round(sure),
    reasons,
    joins: draft.role === 'paragraph' && draft.steps.length > 1 ? joinsOf(clean, draft, words) : [],
  }
}

/** The dateline of a paragraph's text, found in what was read of it. */
function datelineIn(clean: Clean, { steps, spans }: Draft, text: string): Mark | undefined {
  if (!clean.at) return datelineOf(text)
  const mark = datelineOf(joinSpans(clean.text, mapped(steps, spanOf), 'paragraph'))
  const { start, end } = steps[0]!.arc
  if (!mark || start + mark.end > end) return mark && datelineOf(text)
  return { ...mark, end: clean.at[start + mark.end - 1]! + 1 - spans[0]![0] }
}

const round = (p: number): number => Math.round(p * 1000) / 1000

/** What speaks less than this for a role is no reason for it. */
const CLEARLY = 0.2

/** How much the evidence under each reason speaks at most, and which piece of evidence that is; good for the reasons found in one step. */
const most = new Float64Array(REASON_CODES.length)
const seenAt = new Int32Array(REASON_CODES.length)
const found = new Uint8Array(REASON_CODES.length)
let speaks = new Float64Array(256)

/** Most reasons say nothing but their code: one for all blocks. */
const BARE: readonly Reason[] = REASON_CODES.map((code) => ({ code }))
const MOST_REASONS = 3

/** The three pieces of evidence that speak most for the role, in words; at least one. */
function reasonsOf({ arc, state }: Step, model: Model): Reason[] {
  const count = findReasons(arc.features, state, model)
  if (count === 0) return [{ code: 'sequence', params: { role: STATES[state]!.role } }]
  const reasons: Reason[] = []
  for (let n = 0; n < count && n < MOST_REASONS; n++) {
    let best = n
    for (let i = n + 1; i < count; i++) if (goesBefore(found[i]!, found[best]!)) best = i
    const code = found[best]!
    found[best] = found[n]!
    reasons.push(withLetters(BARE[code]!, arc.look.text))
  }
  return reasons
}

/** Lists in `found` the reasons that speak clearly for `state`; gives their number. */
function findReasons(features: readonly number[], state: number, model: Model): number {
  let count = 0
  most.fill(CLEARLY)
  if (features.length > speaks.length) speaks = new Float64Array(2 * features.length)
  model.evidence(features, state, speaks)
  for (let i = 0; i < features.length; i++) {
    if (speaks[i]! <= CLEARLY) continue
    const code = reasonOf(features[i]!)
    if (code < 0) continue
    const weight = REASON_SHARES[code]! * speaks[i]!
    if (weight <= most[code]!) continue
    if (most[code] === CLEARLY) found[count++] = code
    most[code] = weight
    seenAt[code] = i
  }
  return count
}

const goesBefore = (a: number, b: number): boolean =>
  most[a]! > most[b]! || (most[a] === most[b] && seenAt[a]! < seenAt[b]!)

/** The reason, with the character that it speaks of. */
function withLetters(reason: Reason, text: string): Reason {
  const { code } = reason
  if (code === 'letter.first') return { code, params: { head: begins(text)[0]! } }
  if (code === 'letter.last') return { code, params: { tail: ends(text).at(-1)! } }
  return reason
}

function joinsOf({ source, text }: Clean, draft: Draft, words: Reading | undefined): readonly Join[] {
  const joins: Join[] = []
  let at = 0
  let last = ''
  let lastRead = ''
  draft.steps.forEach((step, i) => {
    const piece = source.slice(...draft.spans[i]!)
    const read = text.slice(...spanOf(step))
    if (i > 0) {
      const reasons = joinReasons(lastRead, read, draft.over[i], words)
      joins.push({ at, score: round(step.sure), reasons })
      at += seam(last, piece, 'paragraph').length
    }
    at += piece.length
    last = piece
    lastRead = read
  })
  return joins
}

function joinReasons(
  before: string,
  after: string,
  over: Role | 'story' | undefined,
  words: Reading | undefined,
): readonly Reason[] {
  const tail = ends(before).slice(-2).join('')
  const head = begins(after).slice(0, 2).join('')
  const next = simplify(after.slice(0, 8))
  const reasons: Reason[] = []
  if (
    words &&
    /\p{Script=Han}$/u.test(before.slice(-1)) &&
    /^\p{Script=Han}/u.test(after) &&
    words.across(simplify(before.slice(-8)), next)
  ) {
    reasons.push({
      code: 'join.word',
      params: { tail: ends(before).at(-1) ?? '', head: begins(after)[0] ?? '' },
    })
  }
  if (/^[的了着过和与及或等]/u.test(next)) reasons.push({ code: 'join.particle', params: { head: after[0]! } })
  reasons.push({ code: 'join.cut', params: { tail } })
  if (opens(before) > 0 && opens(after) < 0) reasons.push({ code: 'join.quote', params: { head } })
  if (over === 'story') reasons.push({ code: 'join.over' })
  else if (over) reasons.push({ code: 'join.between', params: { role: over } })
  return reasons
}

/** Opening minus closing quotation marks of a text. */
function opens(text: string): number {
  let open = 0
  for (let i = Math.max(0, text.length - 300); i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === OPENING) open++
    else if (code === CLOSING) open--
  }
  return open
}

const [OPENING, CLOSING] = ['“'.charCodeAt(0), '”'.charCodeAt(0)]

/** The last and first characters of a text, whole ones. */
const ends = (text: string): readonly string[] => Array.from(text.slice(-4))
const begins = (text: string): readonly string[] => Array.from(text.slice(0, 4))
