/** The segmenter for benchmarks and training; undefined where its dictionaries are not installed. */
import { openSegmenter } from '../src/main/archive/words.ts'
import type { Words } from '../src/shared/words.ts'

export function segmenter(): Words | undefined {
  try {
    return openSegmenter()
  } catch {
    return undefined
  }
}
