/** A page's number as a person types it, and as it is kept. Pure. */

/** 第Ａ０４版 and a04 are kept as A04, 4版 as 4; a number is no longer or shorter than it was typed, and other words stay. */
export const readNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/^第?\s*([A-Za-z]?\d{1,3}(?:[-—–~][A-Za-z]?\d{1,3})?)\s*版?$/u, '$1')
    .replace(/^[a-z](?=\d)|(?<=[-—–~])[a-z](?=\d)/gu, (letter) => letter.toUpperCase())
    .replace(/^第(\S+)版$/u, '$1')
