/** The only caller of Typst: source → PDF, with the fonts of the project and nothing of the machine's. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { BanxinError } from '../../shared/errors.ts'
import type { Typeset } from '../../shared/writers/writer.ts'

const FONT_FOLDERS = [
  ['noto-serif-sc', '400Regular'],
  ['noto-serif-sc', '600SemiBold'],
  ['noto-serif-sc', '900Black'],
  ['noto-sans-sc', '400Regular'],
  ['noto-sans-sc', '700Bold'],
  ['noto-sans-sc', '900Black'],
] as const

let compiler: NodeCompiler | undefined

/** Sets `source` to PDF; `standard` is one of `1.7`, `a-2b`. Throws `export/failed` with Typst's first complaint. */
export const typeset: Typeset = async (source, options) => {
  compiler ??= NodeCompiler.create({ workspace: fontRoot(), fontArgs: [{ fontPaths: fontPaths() }] })
  const bytes = attempt(compiler, source, options?.standard)
  compiler.evictCache(10)
  return bytes
}

function attempt(typst: NodeCompiler, source: string, standard: string | undefined): Uint8Array {
  try {
    return new Uint8Array(
      typst.pdf({ mainFileContent: source }, standard === undefined ? undefined : { pdfStandard: standard }),
    )
  } catch (error) {
    const detail = /message: "([^"]*)"/.exec(String(error))?.[1] ?? String(error).slice(0, 200)
    throw new BanxinError('export/failed', { detail }, { cause: error })
  }
}

const require = createRequire(import.meta.url)
const folderOf = (family: string): string => path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
const fontRoot = (): string => path.dirname(folderOf('noto-serif-sc'))
const fontPaths = (): string[] => FONT_FOLDERS.map(([family, weight]) => path.join(folderOf(family), weight))
