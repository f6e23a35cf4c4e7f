/** Made-up OCR pages with gold: stories are laid out, cut by columns and pictures, glued and blurred as OCR does it. */
import type { Role, Span } from '../src/shared/page/page.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import type { BenchPage } from './structure-pages.ts'
import { blur } from './synthetic-noise.ts'
import { corpusItems, dress, folioOf, storiesOf } from './synthetic-stories.ts'
import type { Item, Story } from './synthetic-stories.ts'

/** How a page looks: what its OCR does. */
type Style = {
  /** Blank lines between blocks, and above captions. */
  readonly gap: number
  readonly wide: number
  readonly marks: 'none' | 'headline' | 'heads' | 'all'
  /** Chance that a paragraph is cut in two, that a picture gets between, that things are glued. */
  readonly cut: number
  readonly wedge: number
  readonly glue: number
  readonly noise: number
  readonly headGap: number
}

/** A piece on its way to the page: a line, or with `glued` a further part of the line before. */
type Piece = {
  text: string
  readonly key: string
  readonly role: Role
  readonly glued: boolean
  readonly gap: number
  readonly broken: boolean
}

/** `count` pages from the stories of gold `pages` (their words, another layout) or, without any, from running news text. */
export function madePages(pages: readonly BenchPage[], count: number, seed: number): readonly BenchPage[] {
  const r = random(seed)
  const stories = pages.flatMap((p) => storiesOf(p)).filter((s) => s.some((b) => b.role !== 'folio'))
  const items = pages.length === 0 ? corpusItems() : []
  if (stories.length === 0 && items.length === 0) return []
  return Array.from({ length: count }, (_, n) => {
    const chosen = pages.length > 0 ? Array.from({ length: r.int(2, 5) }, () => r.pick(stories)) : fromItems(items, r)
    return layOut(
      r.chance(0.5) ? [folioOf(r).map((t) => ({ role: 'folio' as const, lines: [t] })), ...chosen] : chosen,
      styleOf(r),
      r,
      `made-${seed}-${n}`,
    )
  })
}

function fromItems(items: readonly Item[], r: Random): readonly Story[] {
  return Array.from({ length: r.int(2, 6) }, () => dress(r.pick(items), items, r))
}

function styleOf(r: Random): Style {
  const gap = r.pick([1, 1, 1, 1, 0])
  return {
    gap,
    wide: gap + (r.chance(0.6) ? r.pick([1, 2, 2]) : 0),
    marks: r.pick(['none', 'none', 'none', 'headline', 'heads', 'all']),
    cut: r.pick([0, 0.15, 0.3, 0.5]),
    wedge: r.pick([0.1, 0.4, 0.8]),
    glue: r.pick([0, 0.2, 0.6]),
    noise: r.chance(0.3) ? r.pick([0.003, 0.01, 0.02, 0.03]) : 0,
    headGap: r.chance(0.6) ? gap : 0,
  }
}

/** Puts stories on a page in `style`; the order of blocks is that of the stories but for what the columns displace. */
export function layOut(stories: readonly Story[], style: Style, r: Random, name: string): BenchPage {
  const pieces: Piece[] = []
  stories.forEach((story, a) => pieces.push(...flow(story, a, style, r)))
  let source = r.chance(0.5) ? '\n' : ''
  const blocks = new Map<string, { role: Role; spans: Span[] }>()
  pieces.forEach((piece, i) => {
    const text = style.noise > 0 ? blur(piece.text, piece.role, style.noise, r) : piece.text
    const head = piece.role === 'headline' || piece.role === 'kicker' || piece.role === 'deck'
    if (piece.glued && source !== '') source += r.chance(0.7) && piece.role === 'credit' ? ' ' : ''
    else {
      source += i === 0 ? '' : pieces[i - 1]!.broken ? '  \n' : '\n'.repeat(1 + piece.gap)
      const marked =
        style.marks !== 'none' &&
        (piece.role === 'headline' ||
          (style.marks !== 'headline' && head) ||
          (style.marks === 'all' && piece.role === 'crosshead' && r.chance(0.7)))
      if (marked) source += piece.role === 'headline' && style.marks !== 'heads' ? '# ' : '## '
    }
    const block = blocks.get(piece.key) ?? { role: piece.role, spans: [] }
    blocks.set(piece.key, block)
    block.spans.push([source.length, source.length + text.length])
    source += text
  })
  const articles = new Map<string, { role: Role; spans: Span[] }[]>()
  for (const [key, block] of blocks) {
    const a = key.split('.')[0]!
    articles.set(a, [...(articles.get(a) ?? []), block])
  }
  return {
    set: 'train',
    name,
    source: `${source}\n`,
    articles: [...articles.values()].map((b) => ({ blocks: b.map((x) => ({ ...x, text: '' })) })),
  }
}

/** The pieces of one story in the order in which OCR meets them. */
function flow(story: Story, article: number, style: Style, r: Random): readonly Piece[] {
  const pieces: Piece[] = []
  const put = (role: Role, key: string, text: string, more: Partial<Piece> = {}) => {
    if (text.trim()) pieces.push({ text: text.trim(), key, role, glued: false, gap: style.gap, broken: false, ...more })
  }
  const waiting: { index: number; picture: Story }[] = []
  const half: { key: string; text: string }[] = []
  const drop = () => {
    const next = waiting.shift()
    if (!next) return
    putPicture(next.picture, `${article}.${next.index}`, put, style, r)
  }
  story.forEach((part, b) => {
    const key = `${article}.${b}`
    if (part.role === 'caption' && story[b + 1]?.role === 'credit')
      return void waiting.push({ index: b, picture: [part, story[b + 1]!] })
    if (part.role === 'caption') return void waiting.push({ index: b, picture: [part] })
    if (part.role === 'credit' && waiting.some((w) => w.index === b - 1 && w.picture.length === 2)) return
    if (part.role === 'paragraph') return paragraph(part.lines.join(''), key, b)
    if (waiting.length > 0 && r.chance(0.5)) drop()
    if (part.role === 'credit' && pieces.at(-1)?.role === 'paragraph')
      return put(part.role, key, part.lines[0]!, { glued: r.chance(0.7) })
    if (part.role === 'byline' && /^（.*）$/.test(part.lines[0]!) && pieces.at(-1)?.role === 'paragraph')
      return put(part.role, key, part.lines[0]!, { glued: r.chance(0.8) })
    if (part.role === 'jump' && pieces.at(-1)?.role === 'paragraph')
      return put(part.role, key, part.lines[0]!, { glued: r.chance(0.6) })
    if (part.role === 'crosshead' && part.lines.length === 2 && r.chance(0.45)) {
      put(part.role, key, part.lines[0]!)
      half.push({ key, text: part.lines[1]! })
      return
    }
    if (part.role === 'headline' && pieces.at(-1)?.role === 'kicker' && r.chance(style.glue * 0.3)) {
      const before = pieces.pop()!
      pieces.push(before)
      part.lines.forEach((t, i) => put('headline', key, i === 0 ? ` ${t}` : t, { glued: i === 0, gap: style.headGap }))
      pieces.at(-part.lines.length)!.text = ` ${part.lines[0]!}`
      return
    }
    const close = part.lines.length > 1 && r.chance(0.7)
    part.lines.forEach((t, i) =>
      put(part.role, key, t, {
        gap:
          i === 0
            ? part.role === 'headline' || part.role === 'deck' || part.role === 'byline'
              ? style.headGap
              : style.gap
            : close
              ? 0
              : style.gap,
        broken: i + 1 < part.lines.length && close && r.chance(0.5),
      }),
    )
    // a picture may stand right under a heading too
    if (part.role === 'crosshead' && waiting.length > 0 && r.chance(0.3)) drop()
  })
  while (waiting.length > 0) drop()
  return pieces

  function paragraph(text: string, key: string, b: number): void {
    const wedge = half.length > 0 || (waiting.length > 0 && r.chance(style.wedge))
    if (text.length < 30 || !(wedge || r.chance(style.cut))) {
      put('paragraph', key, text)
      if (half.length > 0 && b + 1 >= story.length) put('crosshead', half[0]!.key, half.shift()!.text)
      if (waiting.length > 0 && r.chance(0.4)) drop()
      return
    }
    // a paragraph's first line is seldom left alone at a column's foot: few fragments are as short as a heading
    const least = r.chance(0.85) && text.length > 60 ? 24 : 8
    const cuts =
      text.length > 200 && r.chance(0.25)
        ? [r.int(least, text.length >> 1), r.int((text.length >> 1) + 5, text.length - 5)]
        : [r.int(least, text.length - 5)]
    const stops = [0, ...cuts.map((c) => cutNear(text, c)), text.length]
    for (let i = 0; i + 1 < stops.length; i++) {
      const piece = text.slice(stops[i], stops[i + 1])
      const glued = i > 0 && pieces.at(-1)!.role === 'caption' && r.chance(Math.max(0.3, style.glue))
      put('paragraph', key, piece, { glued })
      if (i + 2 >= stops.length) break
      if (half.length > 0) {
        const h = half.shift()!
        put('crosshead', h.key, h.text)
      } else if (wedge || r.chance(style.wedge)) drop()
    }
  }
}

/** A cut at a line's end never leaves a closing mark or a comma at the next line's head, nor a sentence's end before the cut. */
function cutNear(text: string, at: number): number {
  let i = at
  while (
    i < text.length - 2 &&
    (/[，。、；：？！”’）》】…—]/.test(text[i]!) ||
      /[“‘（《【。！？]/.test(text[i - 1]!) ||
      (/[\d.]/.test(text[i]!) && /[\d.]/.test(text[i - 1]!)))
  )
    i++
  return i
}

function putPicture(
  picture: Story,
  key: string,
  put: (role: Role, key: string, text: string, more?: Partial<Piece>) => void,
  style: Style,
  r: Random,
): void {
  const [caption, credit] = picture
  put('caption', key, caption!.lines.join(''), { gap: style.wide })
  if (!credit) return
  const number = Number(key.split('.')[1]) + 1
  put(
    'credit',
    `${key.split('.')[0]}.${number}`,
    credit.lines.join(''),
    r.chance(0.65) ? { glued: true } : { gap: r.chance(0.6) ? 0 : style.gap },
  )
}
