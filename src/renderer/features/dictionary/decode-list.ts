/** The text of a word list: UTF-8 or UTF-16 by its mark, else the GB family, in which Chinese word lists mostly come. */
export function decodeList(bytes: ArrayBuffer): string {
  const head = new Uint8Array(bytes.slice(0, 2))
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Whether it is text at all: no picture, no document of a word processor. */
// eslint-disable-next-line no-control-regex
export const isList = (text: string): boolean => !/[\0-\x08\x0e-\x1f]/.test(text)
