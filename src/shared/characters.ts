/** Whether a text has at most `most` characters, as people count them: a rare one (𠮷), which takes two units of a string, is one. */
export function hasAtMost(text: string, most: number): boolean {
  if (text.length <= most) return true
  if (text.length > most * 2) return false
  let pairs = 0
  for (let i = 1; i < text.length; i++) if (isPair(text, i)) pairs++
  return text.length - pairs <= most
}

/** The two halves of a pair stand at `at - 1` and `at`: a half is never both. */
const isPair = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
