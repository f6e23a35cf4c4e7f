/** A 大样: the composed page on A3 with line numbers, what is overset, what nobody confirmed yet, what changed since the last one, and room to sign. */
import type { Lang } from '../page/roles.ts'
import type { Page } from '../page/page.ts'
import { titleOf, walk } from '../page/walk.ts'
import { looseLine } from './compose/loose.ts'
import type { Composed } from './compose.ts'
import { BLACK } from './compose/set.ts'
import { findingsOf, layoutFindingText } from './findings.ts'
import type { ComposedPage, Item, TextLine } from './geometry.ts'
import { rectOf } from './hit.ts'
import type { Ink } from './template.ts'
import type { Words } from '../words.ts'

/** A3 in points, and what is kept free around the page for notes. */
const SHEET = { width: 841.89, height: 1190.55, side: 34, top: 44, foot: 96 } as const
const RED: Ink = [0, 95, 85, 0]
const YELLOW: Ink = [0, 8, 90, 0]
const BLUE: Ink = [85, 40, 0, 0]
/** A block that the structure engine was less sure of than this, and nobody confirmed, is marked. */
const SURE = 0.8
/** Every so many lines of a story stand with their number. */
const NUMBERED = 5
const NOTES_MOST = 12
/** Who signs a proof, from the left, and the line for each of them in points. */
const SIGNED = { zh: ['编辑', '校对', '签发'], en: ['Editor', 'Proofreader', 'Approved'] } as const
const SIGN_LINE = 64
const SIGN_GAP = 12

export type ProofOptions = {
  readonly lang: Lang
  /** The page as it was at the last proof: what differs is marked at the side. */
  readonly since?: Page
  readonly words?: Words
}

/** The sheets of `composed` as A3 proofs. */
export function proofOf(page: Page, composed: Composed, options: ProofOptions): Composed {
  const pages = composed.pages.map((sheet, index) => proofSheet(page, composed, sheet, index, options))
  return { ...composed, pages }
}

function proofSheet(page: Page, composed: Composed, sheet: ComposedPage, index: number, o: ProofOptions): ComposedPage {
  const by = Math.min(
    (SHEET.width - 2 * SHEET.side) / sheet.width,
    (SHEET.height - SHEET.top - SHEET.foot) / sheet.height,
  )
  const left = (SHEET.width - sheet.width * by) / 2
  const scaled = sheet.items.map((i) => scaledItem(i, by, left, SHEET.top))
  const lines = scaled.filter((i): i is TextLine => i.kind === 'line')
  const trim: Item = {
    kind: 'box',
    x: left,
    y: SHEET.top,
    width: sheet.width * by,
    height: sheet.height * by,
    stroke: { weight: 0.3, ink: [0, 0, 0, 40] },
  }
  const items = [
    ...stateBars(page, lines, o.since),
    trim,
    ...scaled,
    ...lineNumbers(page, lines),
    ...notes(page, composed, index, o),
    ...signatures(o.lang),
  ]
  return { width: SHEET.width, height: SHEET.height, grid: sheet.grid, items, areas: [], stories: sheet.stories }
}

/** Yellow under what nobody confirmed, a blue bar beside what changed. */
function stateBars(page: Page, lines: readonly TextLine[], since: Page | undefined): readonly Item[] {
  const before = since && new Map([...walk(since)].map((p) => [p.block.id, p.block.text]))
  const blocks = new Map([...walk(page)].map((p) => [p.block.id, p.block]))
  return lines.flatMap((line): readonly Item[] => {
    const block = blocks.get(line.block)
    if (!block) return []
    const r = rectOf(line)
    const isDoubtful = block.confirmed !== true && block.confidence < SURE
    const isChanged = before !== undefined && before.get(block.id) !== block.text
    return [
      ...(isDoubtful ? [{ kind: 'box' as const, ...r, fill: YELLOW }] : []),
      ...(isChanged ? [{ kind: 'box' as const, x: r.x - 4, y: r.y, width: 1.6, height: r.height, fill: BLUE }] : []),
    ]
  })
}

/** Each story's body lines counted from one; every fifth has its number in the gap at its left. */
function lineNumbers(page: Page, lines: readonly TextLine[]): readonly Item[] {
  const story = new Map(
    [...walk(page)].filter((p) => p.block.role === 'paragraph').map((p) => [p.block.id, p.article.id]),
  )
  const counts = new Map<string, number>()
  return lines.flatMap((line): readonly Item[] => {
    const article = story.get(line.block)
    if (article === undefined) return []
    const count = (counts.get(article) ?? 0) + 1
    counts.set(article, count)
    if (count % NUMBERED !== 0) return []
    const number = looseLine('line-number', String(count), 0, line.y, 4.5, 'hei', RED)
    return [{ ...number, x: line.x - number.width - 1.2 }]
  })
}

/** What the desk should see to, under the page. */
function notes(page: Page, composed: Composed, index: number, o: ProofOptions): readonly Item[] {
  const names = new Map(page.articles.map((a) => [a.id, titleOf(a)]))
  const found = findingsOf(page, composed, o.words).filter((f) => f.page === index)
  const said = found.map((f) =>
    [f.article && `《${names.get(f.article) ?? ''}》`, layoutFindingText(f, o.lang)].filter(Boolean).join(' '),
  )
  const head = {
    zh: '大样　黄底：尚未确认　蓝线：上次大样后有改动　红字：行号',
    en: 'Proof — yellow: not confirmed; blue bar: changed since the last proof; red: line numbers',
  }[o.lang]
  const foot = SHEET.height - SHEET.foot + 14
  const width = (SHEET.width - 2 * SHEET.side) / 2
  return [
    looseLine('proof-head', head, SHEET.side, SHEET.top - 12, 8, 'hei-bold', RED),
    ...said
      .slice(0, NOTES_MOST)
      .map((s, i) =>
        looseLine(
          'proof-note',
          `${i + 1}. ${s}`,
          SHEET.side + (i % 2) * width,
          foot + Math.floor(i / 2) * 12,
          8,
          'hei',
          RED,
        ),
      ),
  ]
}

/** At the right over the page: a name and a line for each who signs. */
function signatures(lang: Lang): readonly Item[] {
  const y = SHEET.top - 12
  let right = SHEET.width - SHEET.side
  return SIGNED[lang].toReversed().flatMap((who): readonly Item[] => {
    const from = right - SIGN_LINE
    const name = looseLine('proof-sign', who, 0, y, 8, 'hei', BLACK)
    const x = from - name.width - 3
    const rule: Item = { kind: 'rule', x1: from, y1: y + 1.5, x2: right, y2: y + 1.5, weight: 0.4, ink: BLACK }
    right = x - SIGN_GAP
    return [{ ...name, x }, rule]
  })
}

function scaledItem(item: Item, by: number, dx: number, dy: number): Item {
  switch (item.kind) {
    case 'line':
      return { ...item, x: dx + item.x * by, y: dy + item.y * by, width: item.width * by, size: item.size * by }
    case 'rule':
      return {
        ...item,
        x1: dx + item.x1 * by,
        y1: dy + item.y1 * by,
        x2: dx + item.x2 * by,
        y2: dy + item.y2 * by,
        weight: item.weight * by,
      }
    case 'box':
    case 'photo':
      return { ...item, x: dx + item.x * by, y: dy + item.y * by, width: item.width * by, height: item.height * by }
  }
}
