/** The composing worker: keeps the page, composes it at every change off the window's thread, and answers with what is new to draw. */
import '../../app/plain-checks.ts'
import { proposeAround } from '../../../shared/layout/around.ts'
import { composeFor } from '../../../shared/layout/choose.ts'
import { compose } from '../../../shared/layout/compose.ts'
import { fitChoices } from '../../../shared/layout/fit.ts'
import { findingsOf } from '../../../shared/layout/findings.ts'
import { proofOf } from '../../../shared/layout/proof.ts'
import { svgItems } from '../../../shared/layout/svg.ts'
import { templateOf } from '../../../shared/layout/templates.ts'
import { drawnOf } from './drawn.ts'
import { fitsOf } from './fits.ts'
import type { Composed } from '../../../shared/layout/compose.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Template } from '../../../shared/layout/template.ts'
import type { Article, Page } from '../../../shared/page/page.ts'
import type { Words } from '../../../shared/words.ts'
import type { Answer, Ask, Cut, PageChange, SheetChange } from './messages.ts'

const articles = new Map<string, Article>()
const cuts = new Map<string, Cut[1]>()
let page: Page | undefined
let composed: Composed | undefined
let proposal: { readonly key: string; readonly template: Template; readonly placement: Placement } | undefined
/** Of each sheet the numbers of its items by their SVG, and the order they stood in. */
let numbers: Map<string, number>[] = []
let orders: (readonly number[])[] = []
let newest = 0

const words: Words = {
  cut: (text) => cuts.get(text)?.cut ?? [...text],
  tag: (text) => cuts.get(text)?.tagged ?? [],
  frequency: () => 0,
}

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  let answer: Answer
  try {
    answer = answerTo(data)
  } catch (error) {
    answer = { kind: 'failed', seq: data.seq, message: String(error) }
  }
  self.postMessage(answer)
}

function answerTo(ask: Ask): Answer {
  switch (ask.kind) {
    case 'compose':
      return composeNow(ask)
    case 'try':
      return tryAll(ask)
    case 'draw':
      return drawNow(ask)
    case 'propose': {
      if (!page || !composed) return { kind: 'proposed', seq: ask.seq, placement: ask.base }
      return { kind: 'proposed', seq: ask.seq, placement: proposeAround(page, composed.template, ask.base, words) }
    }
  }
}

function composeNow(ask: Extract<Ask, { kind: 'compose' }>): Answer {
  const started = performance.now()
  if (ask.fresh) {
    articles.clear()
    proposal = undefined
    numbers = []
    orders = []
  }
  for (const [text, cut] of ask.cuts) cuts.set(text, cut)
  page = changed(ask.change)
  composed = composedNow(page, ask.template, ask.placement)
  const { template, placement } = composed
  if (!ask.placement) proposal = { key: keyOf(page, ask.template), template, placement }
  const sheets = composed.pages.map((_, i) => sheetChange(composed as Composed, i)) // set just now
  numbers.length = orders.length = sheets.length
  const findings = findingsOf(page, composed, words)
  return {
    kind: 'composed',
    seq: ask.seq,
    template,
    placement,
    sheets,
    findings,
    took: performance.now() - started,
  }
}

function composedNow(now: Page, template: Template | undefined, placement: Placement | undefined): Composed {
  if (placement) return compose(now, template ?? templateOf(placement.template), placement, words)
  if (proposal?.key === keyOf(now, template)) return compose(now, proposal.template, proposal.placement, words)
  return template ? compose(now, template, undefined, words) : composeFor(now, undefined, words)
}

function tryAll({ seq, article, base, placements }: Extract<Ask, { kind: 'try' }>): Answer {
  if (!page || !composed) return { kind: 'tried', seq, tried: { ways: [], overs: [] } }
  const [now, { template }] = [page, composed]
  // Of the page's leading the window knows better: frames keep their height, and take more rows.
  const ways = fitChoices(now, template, base, article, words).filter((w) => w.kind !== 'leading')
  const overs = [...placements, ...ways.map((w) => w.placement)].map((placement) => {
    const { pages } = compose(now, template, placement, words)
    return Object.fromEntries(fitsOf(pages).map((f) => [f.article, f.over]))
  })
  return { kind: 'tried', seq, tried: { ways, overs } }
}

function drawNow(ask: Extract<Ask, { kind: 'draw' }>): Answer {
  for (const [text, cut] of ask.cuts) cuts.set(text, cut)
  const made = composedNow(ask.page, ask.template, ask.placement)
  const { pages } = ask.proof ? proofOf(ask.page, made, proofOptions(ask.proof)) : made
  const sheets = pages.map((p) => ({ width: p.width, height: p.height, svgs: svgItems(p) }))
  return { kind: 'drawn', seq: ask.seq, sheets }
}

const proofOptions = ({ since, lang }: NonNullable<Extract<Ask, { kind: 'draw' }>['proof']>) => ({
  lang,
  words,
  ...(since && { since }),
})

function changed({ meta, order, articles: fresh }: PageChange): Page {
  for (const article of fresh) articles.set(article.id, article)
  for (const id of articles.keys()) if (!order.includes(id)) articles.delete(id)
  return { version: 1, meta, articles: order.flatMap((id) => articles.get(id) ?? []), proposals: [] }
}

/** What a proposal stands on: while it is the same, typing leaves the stories where they are. */
const keyOf = (p: Page, template: Template | undefined): string =>
  JSON.stringify([
    template ?? null,
    p.meta.number ?? '',
    p.articles.map((a) => [
      a.id,
      a.blocks
        .filter((b) => b.role === 'caption' || b.role === 'credit')
        .map((b) => [b.id, b.picture?.sha256, b.picture?.width, b.picture?.height]),
    ]),
  ])

/** Items are known by their SVG: what is drawn the same keeps its number. */
function sheetChange(from: Composed, index: number): SheetChange {
  const sheet = from.pages[index] as Composed['pages'][number] // the caller walks these pages
  const before = numbers[index] ?? new Map<string, number>()
  const now = new Map<string, number>()
  const fresh: { id: number; item: SheetChange['fresh'][number]['item']; svg: string }[] = []
  const order = drawnOf(sheet).map((svg, i) => {
    let key = svg
    while (now.has(key)) key += ' '
    const known = before.get(key)
    const id = known ?? ++newest
    now.set(key, id)
    const item = sheet.items[i]
    if (known === undefined && item) fresh.push({ id, item, svg })
    return id
  })
  const last = orders[index]
  const isSame = last !== undefined && last.length === order.length && last.every((id, i) => id === order[i])
  numbers[index] = now
  orders[index] = order
  const { width, height, grid, stories } = sheet
  return { width, height, grid, order: isSame ? undefined : order, fresh, stories }
}
