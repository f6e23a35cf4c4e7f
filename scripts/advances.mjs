// Reads the advance widths of Western characters and of the dash from the fonts' hmtx tables into src/shared/layout/advances.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { sfntOf } from '../src/main/archive/woff.ts'

const require = createRequire(import.meta.url)
const FACES = {
  song: ['noto-serif-sc', '400Regular'],
  'song-semibold': ['noto-serif-sc', '600SemiBold'],
  'song-black': ['noto-serif-sc', '900Black'],
  hei: ['noto-sans-sc', '400Regular'],
  'hei-bold': ['noto-sans-sc', '700Bold'],
  'hei-black': ['noto-sans-sc', '900Black'],
}
const ranges = [
  [0x20, 0x7e],
  [0xa1, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x2010, 0x2026],
  [0x2030, 0x2049],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2103, 0x2122],
  [0x2212, 0x2212],
  [0x2713, 0x2713],
  [0xff61, 0xff9f],
]

/** `face` → character → advance in thousandths of an em; characters of 1000 are left out. */
const table = {}
for (const [face, [family, folder]] of Object.entries(FACES)) {
  const dir = path.join(path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), folder)
  const name = `${family === 'noto-serif-sc' ? 'NotoSerifSC' : 'NotoSansSC'}_${folder}.ttf`
  table[face] = advances(readFileSync(path.join(dir, name)))
}
const kai = require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')
table.kai = advances(sfntOf(readFileSync(kai)))
writeFileSync(new URL('../src/shared/layout/advances.json', import.meta.url), JSON.stringify(table) + '\n')

function advances(font) {
  const tables = {}
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i
    tables[font.toString('latin1', at, at + 4)] = font.readUInt32BE(at + 8)
  }
  const unitsPerEm = font.readUInt16BE(tables.head + 18)
  const metrics = font.readUInt16BE(tables.hhea + 34)
  const glyphOf = cmap(font, tables.cmap)
  const found = {}
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code++) {
      const glyph = glyphOf(code)
      if (!glyph) continue
      const width = font.readUInt16BE(tables.hmtx + 4 * Math.min(glyph, metrics - 1))
      const thousandths = Math.round((width * 1000) / unitsPerEm)
      if (thousandths !== 1000) found[String.fromCodePoint(code)] = thousandths
    }
  }
  return found
}

/** Lookup by a format 12 or format 4 subtable. */
function cmap(font, cmapAt) {
  const subtables = Array.from(
    { length: font.readUInt16BE(cmapAt + 2) },
    (_, i) => cmapAt + font.readUInt32BE(cmapAt + 4 + 8 * i + 4),
  )
  const at = subtables.find((s) => font.readUInt16BE(s) === 12) ?? subtables.find((s) => font.readUInt16BE(s) === 4)
  if (font.readUInt16BE(at) === 12) {
    return (code) => {
      for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
        const from = at + 16 + 12 * g
        if (code >= font.readUInt32BE(from) && code <= font.readUInt32BE(from + 4))
          return font.readUInt32BE(from + 8) + code - font.readUInt32BE(from)
      }
      return 0
    }
  }
  const count = font.readUInt16BE(at + 6) / 2
  return (code) => {
    for (let s = 0; s < count; s++) {
      const end = font.readUInt16BE(at + 14 + 2 * s)
      const start = font.readUInt16BE(at + 16 + 2 * count + 2 * s)
      if (code < start || code > end) continue
      const delta = font.readUInt16BE(at + 16 + 4 * count + 2 * s)
      const offsetAt = at + 16 + 6 * count + 2 * s
      const offset = font.readUInt16BE(offsetAt)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = font.readUInt16BE(offsetAt + offset + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
