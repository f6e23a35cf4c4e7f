/** Gold pages: OCR text and its truth in one readable file; this reads that format (bench/pages/README.md). Pure. */
import { ROLES } from '../../src/shared/page/page.ts'
import type { Role, Span } from '../../src/shared/page/page.ts'

export type GoldBlock = { readonly role: Role; readonly spans: readonly Span[]; readonly text: string }
export type GoldArticle = { readonly blocks: readonly GoldBlock[] }
export type GoldPage = {
  /** The OCR text: the file without its `%%` lines and its tags. Spans are UTF-16 offsets into it. */
  readonly text: string
  readonly kind: string
  readonly quality: 'clean' | 'noisy'
  /** Whether the OCR wrote `#` before headings. */
  readonly marks: boolean
  readonly gold: { readonly articles: readonly GoldArticle[] }
}

type Draft = { readonly article: number; readonly block: number; readonly role: Role; readonly spans: Span[] }

/** The page that `file` holds. Throws an Error that names the line where the file breaks the format. */
export function parseGold(file: string): GoldPage {
  const lines = file.replace(/^\uFEFF/, '').split('\n')
  const heads = lines.findIndex((line) => !line.startsWith('%%'))
  const head = readHead(lines.slice(0, heads < 0 ? lines.length : heads))
  const drafts = new Map<string, Draft>()
  const texts: string[] = []
  let at = 0
  lines.slice(heads < 0 ? lines.length : heads).forEach((line, i) => {
    const fail = (what: string) => new Error(`line ${i + heads + 1}: ${what}`)
    if (!head.marks && /^#{1,6}\s/.test(line)) throw fail('a # mark on a page that says "marks: no"')
    const text = readLine(line, at, drafts, fail)
    texts.push(text)
    at += text.length + 1
  })
  const text = texts.join('\n')
  return { text, ...head, gold: { articles: articlesOf([...drafts.values()], text) } }
}

const TAG = /\[(\d+)\.(\d+)(?: ([a-z]+))?\]/g

/** The line without its tags; its pieces go into `drafts`, `at` being the line's offset in the page's text. */
function readLine(line: string, at: number, drafts: Map<string, Draft>, fail: (what: string) => Error): string {
  const tags = [...line.matchAll(TAG)]
  const before = tags[0] ? line.slice(0, tags[0].index) : line
  if (!/^(#{1,6})?\s*$/.test(before)) throw fail(`text without a tag: ${before.slice(0, 30)}`)
  let out = before
  tags.forEach((tag, i) => {
    const piece = line.slice(tag.index + tag[0].length, tags[i + 1]?.index)
    const trimmed = piece.trim()
    if (trimmed === '') throw fail(`${tag[0]} holds no text`)
    const start = at + out.length + piece.indexOf(trimmed)
    draftOf(tag, drafts, fail).spans.push([start, start + trimmed.length])
    out += piece
  })
  return out
}

function draftOf(tag: RegExpMatchArray, drafts: Map<string, Draft>, fail: (what: string) => Error): Draft {
  const [whole, article, block, role] = tag
  const key = `${article}.${block}`
  const known = drafts.get(key)
  if (role === undefined) {
    if (!known) throw fail(`${whole} goes on with a block that was never opened`)
    return known
  }
  if (known) throw fail(`${whole} opens a block a second time`)
  if (!isRole(role)) throw fail(`${whole}: there is no role "${role}"`)
  const draft = { article: Number(article), block: Number(block), role, spans: [] }
  drafts.set(key, draft)
  return draft
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

function readHead(lines: readonly string[]) {
  const said = new Map(
    lines.flatMap((line) => [...line.matchAll(/(\w+):\s*(.*?)(?=\s+\w+:|\s*$)/g)].map((m) => [m[1], m[2]] as const)),
  )
  const kind = said.get('kind')
  const quality = said.get('quality')
  const marks = said.get('marks')
  if (!kind) throw new Error('line 1: the head says no "kind:"')
  if (quality !== 'clean' && quality !== 'noisy') throw new Error('line 1: "quality:" is clean or noisy')
  if (marks !== 'yes' && marks !== 'no') throw new Error('line 1: "marks:" is yes or no')
  return { kind, quality, marks: marks === 'yes' } as const
}

function articlesOf(drafts: readonly Draft[], text: string): GoldArticle[] {
  const sorted = drafts.toSorted((a, b) => a.article - b.article || a.block - b.block)
  const numbers = [...new Set(sorted.map((d) => d.article))]
  return numbers.map((n) => {
    const blocks = sorted.filter((d) => d.article === n)
    const folios = blocks.filter((d) => d.role === 'folio').length
    if (folios > 0 && folios < blocks.length) throw new Error(`article ${n}: a folio stands in an article of its own`)
    return { blocks: blocks.map(({ role, spans }) => ({ role, spans, text: joined(role, spans, text) })) }
  })
}

const RUNNING: readonly Role[] = ['paragraph', 'standfirst', 'caption', 'credit', 'note']

/** Running text joins with nothing (a blank between two Latin words); headings and bylines keep their lines. */
function joined(role: Role, spans: readonly Span[], text: string): string {
  const parts = spans.map(([start, end]) => text.slice(start, end))
  if (!RUNNING.includes(role)) return parts.join('\n')
  return parts.reduce((all, part) => all + (/[A-Za-z0-9]$/.test(all) && /^[A-Za-z0-9]/.test(part) ? ' ' : '') + part)
}
