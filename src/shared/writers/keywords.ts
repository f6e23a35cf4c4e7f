/** The keywords that stand on the page itself: those of the keyword boxes and the column's label. */
import type { Article } from '../page/page.ts'
import { textsOf } from '../page/walk.ts'
import { oneLine } from './text.ts'

/** 关键词 经济 → 经济; several in one box are told apart by blanks, commas and 、. */
export function keywordsOf(a: Article): readonly string[] {
  const found = new Set<string>()
  const add = (word: string) => void (word.trim() !== '' && found.add(word.trim()))
  for (const text of textsOf(a, 'keyword'))
    for (const word of oneLine(text)
      .replace(/^关键词\s*[：:]?/u, '')
      .split(/[\s、，,；;]+/u))
      add(word)
  for (const text of textsOf(a, 'label')) add(oneLine(text))
  return [...found]
}
