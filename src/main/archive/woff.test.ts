import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sfntOf } from './woff.ts'

/** A WOFF of one stored and one compressed table. */
function woffOf(tables: readonly (readonly [string, Buffer, boolean])[]): Buffer {
  const header = Buffer.alloc(44)
  header.write('wOFF\0\x01\0\0', 'latin1')
  header.writeUInt16BE(tables.length, 12)
  header.writeUInt32BE(12 + tables.reduce((sum, [, data]) => sum + 16 + Math.ceil(data.length / 4) * 4, 0), 16)
  let at = 44 + 20 * tables.length
  const parts = tables.map(([tag, data, isPacked]) => {
    const stored = isPacked ? deflateSync(data) : data
    const entry = Buffer.alloc(20)
    entry.write(tag, 'latin1')
    entry.writeUInt32BE(at, 4)
    entry.writeUInt32BE(stored.length, 8)
    entry.writeUInt32BE(data.length, 12)
    at += stored.length
    return { entry, stored }
  })
  return Buffer.concat([header, ...parts.map((p) => p.entry), ...parts.map((p) => p.stored)])
}

test('a WOFF becomes the font that it was', () => {
  const [head, glyf] = [Buffer.from('head!'), Buffer.alloc(400, 7)]
  const font = sfntOf(
    woffOf([
      ['head', head, false],
      ['glyf', glyf, true],
    ]),
  )
  expect(font?.length).toBe(12 + 32 + 8 + 400)
  expect(font?.readUInt16BE(4)).toBe(2)
  expect(font?.toString('latin1', 12, 16)).toBe('head')
  expect(font?.subarray(44, 49)).toEqual(head)
  expect(font?.subarray(font.readUInt32BE(28 + 8))).toEqual(glyf)
})
test('another file is none', () => expect(sfntOf(Buffer.from('OTTO'.padEnd(60)))).toBeUndefined())
