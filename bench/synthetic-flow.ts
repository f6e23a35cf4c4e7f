/** The order in which OCR meets the pieces of a story: pictures get between the halves of a paragraph, small things are glued to what they follow. */
import type { Role } from '../src/shared/page/page.ts'
import type { Random } from './random.ts'
import type { Story } from './synthetic-material.ts'
import type { Style } from './synthetic-style.ts'

/** A piece on its way to the page: a line, or with `glued` a further part of the line before. */
export type Piece = {
  readonly text: string
  readonly key: string
  readonly role: Role
  readonly glued: boolean
  readonly gap: number
  readonly broken: boolean
  readonly indent: string
  /** It opens its block. */
  readonly opens: boolean
}

type Put = (role: Role, key: string, text: string, more?: Partial<Piece>) => void

/** The pieces of one story in the order in which OCR meets them. */
export function flow(story: Story, article: number, style: Style, r: Random): readonly Piece[] {
  const pieces: Piece[] = []
  const opened = new Set<string>()
  const put: Put = (role, key, text, more = {}) => {
    if (!text.trim()) return
    const opens = !opened.has(key)
    opened.add(key)
    pieces.push({
      text: text.trim(),
      key,
      role,
      glued: false,
      gap: style.gap,
      broken: false,
      indent: '',
      opens,
      ...more,
    })
  }
  const waiting: { index: number; picture: Story }[] = []
  const half: { key: string; text: string }[] = []
  const drop = () => {
    const next = waiting.shift()
    if (next) putPicture(next.picture, `${article}.${next.index}`, put, style, r)
  }
  story.forEach((part, b) => {
    const key = `${article}.${b}`
    const before = pieces.at(-1)?.role
    if (part.role === 'caption' && !story.some((p) => p.role === 'paragraph')) return alone(b)
    if (part.role === 'caption') {
      const credit = story[b + 1]
      return void waiting.push({ index: b, picture: credit?.role === 'credit' ? [part, credit] : [part] })
    }
    if (part.role === 'credit' && story[b - 1]?.role === 'caption') return
    if (part.role === 'paragraph') return paragraph(part.lines.join(''), key, b)
    if (waiting.length > 0 && r.chance(0.5)) drop()
    const first = part.lines[0]!
    const tail = before === 'paragraph' && part.lines.length === 1
    if (tail && part.role === 'credit') return put(part.role, key, first, { glued: r.chance(0.7) })
    if (tail && part.role === 'byline' && /^[（(].*[)）]$/.test(first))
      return put(part.role, key, first, { glued: r.chance(0.8) })
    if (tail && part.role === 'note' && /^（.*）$/.test(first))
      return put(part.role, key, first, { glued: r.chance(0.3) })
    if (tail && part.role === 'jump') return put(part.role, key, first, { glued: r.chance(0.6) })
    if (part.role === 'jump' && before === 'headline')
      return put(part.role, key, first, { glued: r.chance(style.glue * 0.3) })
    if (part.role === 'crosshead' && part.lines.length === 2 && r.chance(0.45)) {
      put(part.role, key, first)
      half.push({ key, text: part.lines[1]! })
      return
    }
    const headed = part.role === 'headline' && (before === 'kicker' || before === 'label')
    // most often two even clauses, and a headline without a blank behind them
    const coupled = headed && before === 'kicker' && COUPLET.test(pieces.at(-1)!.text) && !/\s/.test(first)
    if (headed && r.chance(coupled ? 0.1 + style.glue : style.glue * 0.3)) {
      part.lines.forEach((t, i) => put('headline', key, t, { glued: i === 0, gap: style.headGap }))
      // the blank between them stands in the text of neither
      const at = pieces.length - part.lines.length - 1
      pieces[at] = { ...pieces[at]!, text: `${pieces[at]!.text} ` }
      return
    }
    const close = part.lines.length > 1 && r.chance(0.7)
    const near = part.role === 'headline' || part.role === 'deck' || part.role === 'byline'
    part.lines.forEach((t, i) =>
      put(part.role, key, t, {
        gap: i === 0 ? (near ? style.headGap : style.gap) : close ? 0 : style.gap,
        broken: i + 1 < part.lines.length && close && r.chance(0.5),
      }),
    )
    // a picture may stand right under a heading too
    if (part.role === 'crosshead' && waiting.length > 0 && r.chance(0.3)) drop()
  })
  while (waiting.length > 0) drop()
  return pieces

  function alone(b: number): void {
    const credit = story[b + 1]
    putPicture(
      credit?.role === 'credit' ? [story[b]!, credit] : [story[b]!],
      `${article}.${b}`,
      put,
      { ...style, wide: style.gap },
      r,
    )
  }

  function paragraph(text: string, key: string, b: number): void {
    const jumped = pieces.at(-1)?.role === 'jump' && pieces.at(-1)!.key.startsWith(`${article}.`)
    const open = { glued: jumped && r.chance(0.65) }
    const wedge = half.length > 0 || (waiting.length > 0 && r.chance(style.wedge))
    if (text.length < 40 || !(wedge || r.chance(style.cut))) {
      put('paragraph', key, text, open)
      if (half.length > 0 && b + 1 >= story.length) put('crosshead', half[0]!.key, half.shift()!.text)
      if (waiting.length > 0 && r.chance(0.4)) drop()
      return
    }
    // a paragraph's first line is seldom left alone at a column's foot: few fragments are as short as a heading
    const least = r.chance(0.9) && text.length > 50 ? 24 : 10
    const cuts =
      text.length > 200 && r.chance(0.25)
        ? [r.int(least, text.length >> 1), r.int((text.length >> 1) + 5, text.length - 5)]
        : [r.int(least, text.length - 5)]
    const stops = [0, ...cuts.map((c) => cutNear(text, c)), text.length]
    for (let i = 0; i + 1 < stops.length; i++) {
      const glued = i > 0 && pieces.at(-1)!.role === 'caption' && r.chance(Math.max(0.3, style.glue))
      put('paragraph', key, text.slice(stops[i], stops[i + 1]), i === 0 ? open : { glued })
      if (i + 2 >= stops.length) break
      if (half.length > 0) {
        const h = half.shift()!
        put('crosshead', h.key, h.text)
      } else if (wedge || r.chance(style.wedge)) drop()
    }
  }
}

const COUPLET = /^\S{3,10}\s\S{3,10}$/

/** A cut at a line's end never leaves a closing mark or a comma at the next line's head; seldom does it fall on a sentence's end. */
export function cutNear(text: string, at: number): number {
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

function putPicture(picture: Story, key: string, put: Put, style: Style, r: Random): void {
  const [caption, credit] = picture
  put('caption', key, caption!.lines.join(''), { gap: style.wide })
  if (!credit) return
  const number = Number(key.split('.')[1]) + 1
  const under = r.chance(0.65) ? { glued: true } : { gap: r.chance(0.6) ? 0 : style.gap }
  put('credit', `${key.split('.')[0]}.${number}`, credit.lines.join(''), under)
}
