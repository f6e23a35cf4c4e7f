/** The only caller of Typst: source → PDF, with the fonts of the project and nothing of the machine's. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { BanxinError } from '../../shared/errors.ts'
import type { Typeset } from '../../shared/writers/writer.ts'
import { sfntOf } from './woff.ts'

const FONT_FOLDERS = [
  ['noto-serif-sc', '400Regular'],
  ['noto-serif-sc', '600SemiBold'],
  ['noto-serif-sc', '900Black'],
  ['noto-sans-sc', '400Regular'],
  ['noto-sans-sc', '700Bold'],
  ['noto-sans-sc', '900Black'],
] as const

let compiler: NodeCompiler | undefined

/** Sets `source` to PDF. Throws `export/failed` with Typst's first complaint. */
export const typeset: Typeset = async (source, options = {}) => {
  compiler ??= NodeCompiler.create({
    workspace: fontRoot(),
    // fonts in memory come first: the typesetter takes none once it has looked into folders
    fontArgs: [{ fontBlobs: kaiFont() }, { fontPaths: fontPaths() }],
  })
  const typst = compiler
  const files = [...(options.files ?? [])].map(([name, bytes]) => [path.join(fontRoot(), name), bytes] as const)
  for (const [name, bytes] of files) typst.mapShadow(name, Buffer.from(bytes))
  try {
    return attempt(typst, source, options.standard)
  } finally {
    for (const [name] of files) typst.unmapShadow(name)
    typst.evictCache(10)
  }
}

function attempt(typst: NodeCompiler, source: string, standard: string | undefined): Uint8Array {
  try {
    const options = {
      creationTimestamp: Math.floor(Date.now() / 1000),
      ...(standard === undefined ? {} : { pdfStandard: standard }),
    }
    return new Uint8Array(typst.pdf({ mainFileContent: source }, options))
  } catch (error) {
    const detail = /message: "([^"]*)"/.exec(String(error))?.[1] ?? String(error).slice(0, 200)
    throw new BanxinError('export/failed', { detail }, { cause: error })
  }
}

const require = createRequire(import.meta.url)
const folderOf = (family: string): string => path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
const fontRoot = (): string => path.dirname(folderOf('noto-serif-sc'))
const fontPaths = (): string[] => FONT_FOLDERS.map(([family, weight]) => path.join(folderOf(family), weight))

/** 楷体 stands in its package as WOFF only. Without it its words are set in 宋体. */
function kaiFont(): Buffer[] {
  try {
    const font = sfntOf(
      readFileSync(require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')),
    )
    return font ? [font] : []
  } catch {
    return []
  }
}
