/** GB18030 from Unicode, by turning the platform's own decoder round: the tables are the WHATWG's, none are shipped. */
import { cleanText } from '../text.ts'

/** `text` in GB18030. Every character of Unicode has a place in it; half surrogate pairs and 19 private code points become U+FFFD. */
export function gb18030(text: string): Uint8Array {
  const table = codes()
  const clean = cleanText(text).replaceAll('\n', '\r\n').replaceAll('\r\r\n', '\r\n')
  const bytes = new Uint8Array(clean.length * 4)
  let n = 0
  for (const character of clean) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes[n++] = point
    else
      for (const byte of point < 0x10000
        ? (table.get(point) ?? REPLACEMENT)
        : fourBytes(SUPPLEMENTARY + point - 0x10000))
        bytes[n++] = byte
  }
  return bytes.slice(0, n)
}

/** Neither the language nor Node alone owns the decoder: every platform Banxin runs on has it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }

const REPLACEMENT: readonly number[] = [0x84, 0x31, 0xa4, 0x37]
/** Index of U+10000 among the four-byte codes; from there on they count up with the code points. */
const SUPPLEMENTARY = 189000
/** How many four-byte codes the Basic Multilingual Plane needs. */
const FOUR_BYTE_BMP = 39420

let known: ReadonlyMap<number, readonly number[]> | undefined

/** Code point → bytes for the Basic Multilingual Plane above ASCII; made at first use (about 60,000 entries). */
function codes(): ReadonlyMap<number, readonly number[]> {
  if (known) return known
  const decoder = new TextDecoder('gb18030')
  const table = new Map<number, readonly number[]>()
  const see = (code: readonly number[], decoded: string) => {
    const point = decoded.codePointAt(0)
    if (point !== undefined && point !== 0xfffd && point < 0x10000 && decoded.length === 1 && !table.has(point))
      table.set(point, code)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) see([lead, trail], decoder.decode(Uint8Array.of(lead, trail)))
    }
  }
  for (let i = 0; i < FOUR_BYTE_BMP; i++) {
    const code = fourBytes(i)
    see(code, decoder.decode(Uint8Array.from(code)))
  }
  table.set(0xfffd, REPLACEMENT)
  known = table
  return table
}

const fourBytes = (index: number): readonly number[] => [
  0x81 + Math.floor(index / 12600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
]
