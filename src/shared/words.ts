/** The segmenter as a value, so that pure code can use it without knowing whose it is. */

export type TaggedWord = { readonly word: string; readonly tag: string }

/**
 * `cut` gives the words of a text in order, losing nothing; `tag` the same with part-of-speech tags (ICTCLAS set: `nr` person,
 * `ns` place, `v` verb …); `frequency` how often the dictionary saw a word, 0 for unknown.
 */
export type Words = {
  readonly cut: (text: string) => readonly string[]
  readonly tag: (text: string) => readonly TaggedWord[]
  readonly frequency: (word: string) => number
}
