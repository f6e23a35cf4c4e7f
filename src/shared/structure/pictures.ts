/** Where OCR programs put pictures: what stands under one is most often its caption. */
import type { Clean } from './clean.ts'
import type { Values } from './evidence.ts'
import type { Line } from './lines.ts'

const PICTURE = /!\[[^[\]\n]{0,80}\]\([^()\s]{1,400}\)|<img(?:\s[^<>\n]{0,400})?\/?>/giu
const MAYBE = /!\[|<img/iu

/** The offsets in the text at which a picture of the source stood, ascending. */
export function picturesIn({ source, at }: Clean): readonly number[] {
  if (!at || !MAYBE.test(source)) return NONE
  const found: number[] = []
  let n = 0
  for (const picture of source.matchAll(PICTURE)) {
    const end = picture.index + picture[0].length
    while (n < at.length - 1 && at[n]! < end) n++
    found.push(n)
  }
  return found
}

const NONE: readonly number[] = []

/** Where a picture stands beside a line. */
export const PICTURED: Values = ['none', 'above', 'below', 'both']

/** For each line a number of `PICTURED`; a picture within a line counts for nothing. */
export function picturedOf(lines: readonly Line[], pictures: readonly number[]): Uint8Array {
  const pictured = new Uint8Array(lines.length)
  let i = 0
  for (const at of pictures) {
    while (i < lines.length && lines[i]!.end <= at) i++
    const over = lines[i - 1]
    if (i < lines.length && lines[i]!.start < at) continue
    if (i < lines.length) pictured[i]! |= 1
    if (over) pictured[i - 1]! |= 2
  }
  return pictured
}
