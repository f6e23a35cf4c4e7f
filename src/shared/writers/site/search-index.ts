/** The search data of the edition: texts in parts, and for each part a filter that says which pairs of characters it can hold. */
import { scriptJson } from '../html/json-ld.ts'
import { base64 } from '../picture.ts'
import type { Story } from '../story.ts'
import { cleanText, utf8 } from '../text.ts'
import type { WrittenFile } from '../writer.ts'
import type { Listed } from './catalog.ts'
import { URLS } from './urls.ts'

/** A part is loaded when a query may have hits in it: big enough for few files, small enough to come quickly. */
const PART_CHARACTERS = 200_000

/** Lower case and half width, one code unit for one, so that places in the folded text are places in the text. */
export const fold = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000A-ZÀ-ÖØ-Þ]/g, (c) =>
    c === '\u3000'
      ? ' '
      : c >= '\uff01'
        ? String.fromCharCode(c.charCodeAt(0) - 0xfee0).toLowerCase()
        : c.toLowerCase(),
  )

export type Row = readonly [url: string, title: string, place: string, text: string]

/** What the search knows of a story. */
export const rowOf = (story: Story, listed: Listed): Row => [
  listed.url,
  listed.title,
  [listed.date, listed.place].filter(Boolean).join(' '),
  story.article.blocks.map((b) => cleanText(b.text).replaceAll('\n', '')).join('\n'),
]

/** Takes rows as they come; `add` and `end` give the files that are done. Memory holds one part at a time, and the filters. */
export function searchIndex() {
  let rows: Row[] = []
  let size = 0
  const filters: string[] = []
  const flush = (): readonly WrittenFile[] => {
    if (rows.length === 0) return []
    const n = filters.length
    filters.push(base64(filterOf(rows.map((r) => `${r[1]}\n${r[3]}`))))
    const bytes = utf8(`banxinPart(${n},${scriptJson(rows)})\n`)
    rows = []
    size = 0
    return [{ name: URLS.shard(n), bytes }]
  }
  return {
    add: (row: Row): readonly WrittenFile[] => {
      rows.push(row)
      size += row[3].length
      return size >= PART_CHARACTERS ? flush() : []
    },
    end: (): readonly WrittenFile[] => {
      const last = flush()
      return [...last, { name: URLS.manifest, bytes: utf8(`var banxinFilters=${scriptJson(filters)}\n`) }]
    },
  }
}

/**
 * A Bloom filter of the pairs of neighbouring characters: two hashes a pair, about six bits each, a power of two in all. The search
 * script asks it with the same arithmetic; a pair that is there is never denied.
 */
export function filterOf(texts: readonly string[]): Uint8Array {
  const pairs = new Set<number>()
  for (const text of texts) {
    const folded = fold(text)
    for (let i = 1; i < folded.length; i++) pairs.add(folded.charCodeAt(i - 1) * 0x10000 + folded.charCodeAt(i))
  }
  const bits = 2 ** Math.max(10, Math.ceil(Math.log2(pairs.size * 6)))
  const filter = new Uint8Array(bits / 8)
  for (const pair of pairs) {
    for (const at of placesOf(Math.floor(pair / 0x10000), pair % 0x10000, bits))
      filter[at >> 3] = (filter[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return filter
}

/** The two places of a pair in a filter of `bits`. The script has the same lines. */
const placesOf = (a: number, b: number, bits: number): readonly [number, number] => {
  const x = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0
  const y = (Math.imul(a, 0xc2b2ae35) + Math.imul(b, 0x27d4eb2f)) >>> 0
  return [((x ^ (x >>> 15)) >>> 0) % bits, ((y ^ (y >>> 13)) >>> 0) % bits]
}
