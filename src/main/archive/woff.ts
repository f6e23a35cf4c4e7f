/** WOFF 1 → TrueType: the same tables without their compression, for programs that read font files. */
import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = { woff: 20, sfnt: 16 } as const

/** The font of a WOFF 1 file; undefined where `woff` is none. */
export function sfntOf(woff: Buffer): Buffer | undefined {
  if (woff.length < HEADER || woff.toString('latin1', 0, 4) !== 'wOFF') return undefined
  const count = woff.readUInt16BE(12)
  const out = Buffer.alloc(woff.readUInt32BE(16))
  woff.copy(out, 0, 4, 8)
  out.writeUInt16BE(count, 4)
  const power = Math.floor(Math.log2(count))
  out.writeUInt16BE(2 ** power * ENTRY.sfnt, 6)
  out.writeUInt16BE(power, 8)
  out.writeUInt16BE((count - 2 ** power) * ENTRY.sfnt, 10)
  let at = 12 + ENTRY.sfnt * count
  for (let i = 0; i < count; i++) {
    const from = HEADER + ENTRY.woff * i
    const [offset, stored, length] = [4, 8, 12].map((k) => woff.readUInt32BE(from + k)) as [number, number, number] // three were read
    const to = 12 + ENTRY.sfnt * i
    woff.copy(out, to, from, from + 4)
    out.writeUInt32BE(woff.readUInt32BE(from + 16), to + 4)
    out.writeUInt32BE(at, to + 8)
    out.writeUInt32BE(length, to + 12)
    const table = woff.subarray(offset, offset + stored)
    ;(stored < length ? inflateSync(table) : table).copy(out, at)
    at += Math.ceil(length / 4) * 4
  }
  return out
}
