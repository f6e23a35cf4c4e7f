/** The segmenter for benchmarks and training, as the program asks it: nodejieba as a `Words` value; undefined where it is not installed. */
import { createRequire } from 'node:module'
import { taggerOf } from '../src/main/archive/words.ts'
import type { Words } from '../src/shared/words.ts'

type Jieba = {
  cut: (t: string, hmm?: boolean) => string[]
  tag: (t: string) => { word: string; tag: string }[]
  lookup?: never
}

export function segmenter(): Words | undefined {
  try {
    const jieba = createRequire(import.meta.url)('nodejieba') as Jieba // its own types do not say more
    jieba.cut('版面', true)
    return { cut: (t) => jieba.cut(t, true), tag: taggerOf(jieba).tag, frequency: () => 0 }
  } catch {
    return undefined
  }
}
