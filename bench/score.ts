/** How well a recovered page agrees with its gold page: the six measures of the structure benchmark, in our own code. */
import type { Role, Span } from '../src/shared/page/page.ts'

type Shape = {
  readonly articles: readonly { readonly blocks: readonly { readonly role: Role; readonly spans: readonly Span[] }[] }[]
}

/**
 * `blocks`: F1 of blocks with the right role and exactly the right characters; `others`: the same without paragraphs; `joins`: F1 of
 * the places where a paragraph goes on over a line's end; `roles`: share of characters with the right role; `articles`: F1 over pairs
 * of characters in one article; `kept`: share of characters in exactly one block. Blanks and characters outside gold never count.
 */
export type Score = {
  readonly blocks: number
  readonly others: number
  readonly joins: number
  readonly roles: number
  readonly articles: number
  readonly kept: number
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

export const MEASURES = ['blocks', 'others', 'joins', 'roles', 'articles', 'kept'] as const

export function score(gold: Shape, out: Shape, source: string): Score {
  const g = chart(gold, source)
  const o = chart(out, source, g.role)
  let right = 0
  let kept = 0
  const together = new Map<string, number>()
  const inGold = new Map<number, number>()
  const inOut = new Map<number, number>()
  for (const [i, role] of g.role) {
    if (o.role.get(i) === role) right++
    if (o.times.get(i) === 1) kept++
    const a = g.article.get(i)!
    const b = o.article.get(i) ?? -1 - i
    bump(together, `${a} ${b}`)
    bump(inGold, a)
    bump(inOut, b)
  }
  const others = (keys: readonly string[]) => keys.filter((k) => !k.startsWith('paragraph:'))
  const common = (a: readonly string[], b: readonly string[]) => {
    const set = new Set(b)
    return a.filter((x) => set.has(x)).length
  }
  const f1of = (a: readonly string[], b: readonly string[]) => f1(common(a, b), a.length, b.length)
  const size = g.role.size || 1
  return {
    blocks: f1of(g.keys, o.keys),
    others: f1of(others(g.keys), others(o.keys)),
    joins: f1of(g.joins, o.joins),
    roles: right / size,
    articles: f1(pairs(together), pairs(inGold), pairs(inOut)),
    kept: kept / size,
    missed: g.keys.filter((k) => !o.keys.includes(k)).map((k) => inWords(k, source)),
    wrong: o.keys.filter((k) => !g.keys.includes(k)).map((k) => inWords(k, source)),
  }
}

const f1 = (hits: number, a: number, b: number): number => (a + b === 0 ? 1 : (2 * hits) / (a + b))
const bump = <K>(m: Map<K, number>, k: K): unknown => m.set(k, (m.get(k) ?? 0) + 1)
const pairs = (m: ReadonlyMap<unknown, number>): number =>
  [...m.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)

function chart(shape: Shape, source: string, wanted?: ReadonlyMap<number, Role>) {
  const role = new Map<number, Role>()
  const article = new Map<number, number>()
  const times = new Map<number, number>()
  const keys: string[] = []
  const joins: string[] = []
  shape.articles.forEach((a, n) => {
    for (const block of a.blocks) {
      const chars: number[] = []
      for (const [start, end] of block.spans) {
        for (let i = start; i < end; i++) {
          if (/\s/.test(source[i] ?? ' ') || (wanted && !wanted.has(i))) continue
          chars.push(i)
          role.set(i, block.role)
          article.set(i, n)
          bump(times, i)
        }
      }
      if (block.role === 'paragraph') {
        for (let k = 1; k < chars.length; k++) {
          const [a0, b0] = [chars[k - 1]!, chars[k]!]
          if (b0 < a0 || source.slice(a0 + 1, b0).includes('\n')) joins.push(`${a0}+${b0}`)
        }
      }
      if (chars.length > 0) keys.push(`${block.role}:${chars.join(',')}`)
    }
  })
  return { role, article, times, keys, joins }
}

function inWords(key: string, source: string): string {
  const [role, list] = key.split(':')
  const text = (list ?? '')
    .split(',')
    .map((i) => source[Number(i)])
    .join('')
  return `${role}: ${text.length > 44 ? `${text.slice(0, 22)}…${text.slice(-20)}` : text}`
}
