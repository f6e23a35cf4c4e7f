/** The text of a word list: UTF-8 or UTF-16 by its mark, else the GB family, in which Chinese word lists mostly come. */
export function decodeList(bytes: ArrayBuffer): string {
  const head = new Uint8Array(bytes.slice(0, 2))
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const text = new TextDecoder().decode(bytes)
  return isOther(text) ? new TextDecoder('gb18030').decode(bytes) : text
}

/** Of another encoding next to nothing is UTF-8; a list of which a few lines are damaged is UTF-8 still. */
function isOther(text: string): boolean {
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  return wrong > 0 && wrong * 4 > (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}

/** Whether it is text at all: no picture, no document of a word processor. */
// eslint-disable-next-line no-control-regex
export const isList = (text: string): boolean => !/[\0-\x08\x0e-\x1f]/.test(text)
