/** Quotation marks within quotation marks are single ones (GB/T 15834—2011): a title may have its own in a sentence that quotes it. */

const INNER: Readonly<Record<string, string>> = { '“': '‘', '”': '’' }

export function nestQuotes(text: string): string {
  if (!/“[^”]*“/.test(text)) return text
  let depth = 0
  let out = ''
  for (const c of text) {
    if (c === '”' && depth > 0) depth--
    out += depth > 0 ? (INNER[c] ?? c) : c
    if (c === '“') depth++
  }
  return depth === 0 ? out : text
}
