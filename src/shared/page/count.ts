/** 字数: how long a text is, as Chinese editors count it. */

export type TextCount = {
  /** 字数 with punctuation: a Han character or a mark is one, a run of Latin letters or of digits is one. */
  readonly withPunctuation: number
  /** 字数 without punctuation. */
  readonly words: number
  /** Non-blank characters (code points). */
  readonly characters: number
}

/** A run of Latin or of digits with its inner marks (2.5、AI-3、don’t、50%、chuu) is one word, as word processors count it. */
const TOKEN =
  /(?<word>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇々])|(?<run>[\p{L}\p{N}\p{M}]+(?:[.,'’\-_/:@&+·][\p{L}\p{N}\p{M}]+)*%?)|(?<mark>\S)/gu

/** Counts `text`; cost is linear. `……` and `——` count as the two marks they are set as. */
export function countText(text: string): TextCount {
  let words = 0
  let marks = 0
  let characters = 0
  for (const match of text.matchAll(TOKEN)) {
    const run = match.groups?.['run']
    if (run !== undefined) {
      words += wordsInRun(run)
      characters += [...run].length
    } else {
      if (match.groups?.['word'] !== undefined) words++
      else marks++
      characters++
    }
  }
  return { withPunctuation: words + marks, words, characters }
}

/** A run may hold Han characters behind a Latin letter (AI招商 is 1 + 2): each Han is a word, each stretch between is one. */
function wordsInRun(run: string): number {
  return [
    ...run.matchAll(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇々]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇々]+/gu,
    ),
  ].filter(([part]) => /[\p{L}\p{N}]/u.test(part)).length
}
