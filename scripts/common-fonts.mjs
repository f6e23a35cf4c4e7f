// Makes, for the window, small fonts of the characters that newspapers use: the larger ones are read only where a rarer character stands.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)

const FONTS = [
  ['noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'],
  ['noto-sans-sc', '600SemiBold/NotoSansSC_600SemiBold.ttf'],
]

/** First what nearly every line is made of, then what most pages have somewhere: names above all. */
const SETS = { first: firstCharacters(), second: secondCharacters() }
/** Other characters make other fonts. */
const version = createHash('sha256').update(JSON.stringify(SETS)).digest('hex').slice(0, 8)
/** Where they lie; style sheets name it `@common-fonts`. */
export const commonFontsFolder = path.join(root, 'node_modules', '.cache', 'banxin', `common-fonts-${version}`)

export async function makeCommonFonts() {
  mkdirSync(commonFontsFolder, { recursive: true })
  for (const [name, file] of FONTS) {
    const source = require.resolve(`@expo-google-fonts/${name}/${file}`)
    for (const [set, characters] of Object.entries(SETS)) {
      const made = path.join(commonFontsFolder, `${path.basename(file, '.ttf')}-${set}.ttf`)
      if (existsSync(made)) continue
      const font = await subsetFont(readFileSync(source), characters, { targetFormat: 'sfnt', noHinting: true })
      writeFileSync(`${made}.${process.pid}`, font)
      renameSync(`${made}.${process.pid}`, made)
    }
  }
}

/** The 3,755 Han characters of the first level of GB 2312 and its signs, Latin letters with their accents. */
function firstCharacters() {
  const all = [...range(0x20, 0x250)].map((code) => String.fromCodePoint(code))
  // Dashes, the thin space, the bullet, arrows, ticks: one that is missing here has the window read a larger font.
  for (const code of range(0x2000, 0x2c00)) all.push(String.fromCodePoint(code))
  return all.join('') + rows(0xa1, 0xd8)
}

/** The 3,008 Han characters of the second level. */
function secondCharacters() {
  return rows(0xd8, 0xf8)
}

/** What stands in some rows of GB 2312. */
function rows(from, to) {
  const decoder = new TextDecoder('gb2312')
  const all = []
  for (const row of range(from, to))
    for (const cell of range(0xa1, 0xff)) all.push(decoder.decode(Uint8Array.of(row, cell)))
  return all.join('').replaceAll('\ufffd', '')
}

function* range(from, to) {
  for (let n = from; n < to; n++) yield n
}
