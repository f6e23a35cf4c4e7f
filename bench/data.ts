/** Articles for the benchmarks: the news corpus, as it is or several times with its paragraphs shuffled and numbered by a fixed seed. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sharedData } from '../scripts/shared-data.mjs'

export type News = { readonly date: string; readonly title: string; readonly paragraphs: readonly string[] }

/** The corpus, or undefined where it is absent. */
export function corpus(): readonly News[] | undefined {
  const file = sharedData('corpus', 'news-10k.jsonl.gz')
  if (file === undefined) return undefined
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  return lines.map((line) => {
    const { date, title, body } = JSON.parse(line) as { date: string; title: string; body: string }
    return {
      date,
      title,
      paragraphs: body
        .split(/\s*\n\s*/)
        .map((p) => p.trim())
        .filter(Boolean),
    }
  })
}

/** Numbers 0 ≤ n < 1, always the same ones for a seed (mulberry32). */
export function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` articles: the corpus again and again; from the second time on paragraphs are shuffled among all articles and numbered. */
export function* articles(news: readonly News[], count: number): Generator<News> {
  const next = random(20221021)
  for (let copy = 0, made = 0; made < count; copy++) {
    const pool = news.flatMap((n) => n.paragraphs)
    if (copy > 0) shuffle(pool, next)
    let at = 0
    for (const [i, n] of news.entries()) {
      if (made++ >= count) return
      const paragraphs = pool.slice(at, (at += n.paragraphs.length))
      yield copy === 0
        ? n
        : {
            ...n,
            title: `${n.title}（${copy}之${i}）`,
            paragraphs: paragraphs.map((p, k) => `${p}〔${copy}-${i}-${k}〕`),
          }
    }
  }
}

function shuffle(list: string[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1))
    ;[list[i], list[k]] = [list[k] ?? '', list[i] ?? '']
  }
}

/** The value below which `share` of `values` lie. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
