/** The gold pages of the repository: `train` teaches the structure engine, `held` is only ever measured. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseGold } from '../e2e/harness/gold.ts'
import type { GoldPage } from '../e2e/harness/gold.ts'

export type GoldFile = GoldPage & { readonly name: string }
export type GoldSet = 'train' | 'held'

/** All pages of a set, by name. Throws where a file breaks the format, naming file and line. */
export const goldPages = (set: GoldSet): GoldFile[] => goldFiles(new URL(`pages/${set}/`, import.meta.url))

/** The gold of the program's own sample pages (resources/samples). */
export const sampleGold = (): GoldFile[] => goldFiles(new URL('../resources/samples/gold/', import.meta.url))

function goldFiles(folder: URL): GoldFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'))
  return names.toSorted().map((file) => {
    try {
      return { name: file.replace('.gold.txt', ''), ...parseGold(readFileSync(new URL(file, folder), 'utf8')) }
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
  })
}
