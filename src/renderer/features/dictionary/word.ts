/** A word as it goes into the dictionary, and what keeps a text from being one. Pure. */

/** Without blanks around it and between Chinese characters: bylines set 宁 川 apart. */
export const asWord = (typed: string): string => typed.trim().replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

/** `short`: a single character; `blank`: a blank in it, at which every text is cut anyway. */
export const wrongWord = (word: string): 'short' | 'blank' | undefined =>
  word === '' ? undefined : /\s/.test(word) ? 'blank' : [...word].length < 2 ? 'short' : undefined
