/** An article as what flows: the head over the columns, the pictures with their words, and the body as lines of whole grid rows. */
import type { Article, Block } from '../../page/page.ts'
import type { Words } from '../../words.ts'
import type { Ink, Template, TypeStyle } from '../template.ts'
import { linesOf } from './paragraph.ts'
import type { Line, Setting } from './paragraph.ts'

export type Set = {
  readonly block: Block
  readonly lines: readonly Line[]
  readonly size: number
  readonly leading: number
  readonly ink: Ink
}

/** A piece of body: `rows` grid rows it takes with the air `before` and `after`; headings keep with what follows. */
export type FlowLine = {
  readonly set: Set
  readonly line: Line
  readonly rows: number
  /** Baseline below the top of its rows, in points. */
  readonly baseline: number
  readonly keepNext: boolean
  readonly first: boolean
  readonly last: boolean
  readonly badge: boolean
}

export type PictureSet = { readonly picture: Block; readonly words: readonly Block[] }

export type Parts = {
  readonly head: readonly Block[]
  readonly body: readonly Block[]
  readonly pictures: readonly PictureSet[]
}

const HEAD = new Set(['label', 'kicker', 'headline', 'deck', 'byline', 'standfirst'])
const PICTURE = new Set(['caption', 'credit'])
export const BLACK: Ink = [0, 0, 0, 100]

/** Splits an article into its head, its pictures with their captions and credits, and its body. */
export function partsOf(article: Article): Parts {
  const head: Block[] = []
  const body: Block[] = []
  const pictures: { picture: Block; words: Block[] }[] = []
  let open: { picture: Block; words: Block[] } | undefined
  for (const block of article.blocks) {
    if (PICTURE.has(block.role)) {
      if (!open || (block.role === 'caption' && open.words.some((w) => w.role === 'caption'))) {
        open = { picture: block, words: [] }
        pictures.push(open)
      }
      open.words.push(block)
      continue
    }
    open = undefined
    if (body.length === 0 && HEAD.has(block.role)) head.push(block)
    else if (block.role === 'headline' && !head.some((h) => h.role === 'headline')) head.push(block)
    else if (block.role !== 'folio') body.push(block)
  }
  return { head, body, pictures }
}

const lineCache = new Map<string, readonly Line[]>()

/** `linesOf`, remembered: an edit recomposes only the paragraph that changed. */
export function cachedLines(text: string, setting: Setting): readonly Line[] {
  const key = `${setting.face}|${setting.measure}|${setting.indent}|${setting.align}|${setting.hang}|${setting.track ?? 0}|${(setting.changes ?? []).map((c) => `${c.start}${c.face}`).join()}|${text}`
  let lines = lineCache.get(key)
  if (!lines) {
    if (lineCache.size > 4000) lineCache.clear()
    lines = linesOf(text, setting)
    lineCache.set(key, lines)
  }
  return lines
}

/** A block set in `style` to `width` points. */
export function setBlock(block: Block, style: TypeStyle, width: number, options: Partial<Setting> = {}): Set {
  const lines = cachedLines(block.text, {
    face: style.face,
    measure: width / style.size,
    indent: 0,
    align: 'justify',
    hang: false,
    ...options,
  })
  return { block, lines, size: style.size, leading: style.leading, ink: style.ink ?? BLACK }
}

/** The body as flowing lines in columns of `width` points. */
export function bodyOf(blocks: readonly Block[], t: Template, width: number, _words?: Words): readonly FlowLine[] {
  return blocks.flatMap((block) => flowOf(block, t, width))
}

function flowOf(block: Block, t: Template, width: number): readonly FlowLine[] {
  const row = t.grid.leading
  switch (block.role) {
    case 'crosshead':
    case 'keyword':
    case 'label': {
      const style = t[block.role]
      const set = setBlock(block, style, width, { align: 'center' })
      const heading = set.lines.length
      return set.lines.map((line, i) => ({
        set,
        line,
        rows: i === heading - 1 ? 2 : 1,
        baseline: row / 2 + baselineIn(row, style.size),
        keepNext: true,
        first: i === 0,
        last: i === heading - 1,
        badge: block.role === 'keyword' || block.role === 'label',
      }))
    }
    default: {
      const style = bodyStyle(block, t)
      const indent = block.role === 'paragraph' || block.role === 'note' ? t.body.indent : 0
      const dateline = block.marks.find((m) => m.kind === 'dateline')
      const changes = dateline
        ? [
            { start: dateline.start, face: t.body.dateline },
            { start: dateline.end, face: style.face },
          ]
        : []
      const set = setBlock(block, style, width, {
        indent,
        hang: t.body.hang,
        align: block.role === 'byline' || block.role === 'jump' ? 'right' : 'justify',
        changes,
      })
      return set.lines.map((line, i) => ({
        set,
        line,
        rows: 1,
        baseline: baselineIn(row, style.size),
        keepNext: false,
        first: i === 0,
        last: i === set.lines.length - 1,
        badge: false,
      }))
    }
  }
}

function bodyStyle(block: Block, t: Template): TypeStyle {
  const plain = { face: t.body.face, size: t.grid.size, leading: t.grid.leading }
  switch (block.role) {
    case 'note':
    case 'jump':
    case 'byline':
    case 'standfirst':
    case 'deck':
      return t[block.role]
    default:
      return plain
  }
}

/** Where the baseline stands in a line of `height`, so that a Han character of `size` is in its middle. */
export const baselineIn = (height: number, size: number): number => height / 2 + size * 0.38
