/** A text with ranges → its pieces in order, lit or plain, for showing without any markup in the text. */
export type Piece = { readonly text: string; readonly lit: boolean }

/** Ranges are in UTF-16 code units; they may overlap, stand in any order and reach beyond the text. */
export function pieces(text: string, lit: readonly (readonly [number, number])[]): readonly Piece[] {
  const out: Piece[] = []
  let at = 0
  for (const [start, end] of merged(lit)) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) out.push({ text: text.slice(at, from), lit: false })
    out.push({ text: text.slice(from, to), lit: true })
    at = to
  }
  if (at < text.length) out.push({ text: text.slice(at), lit: false })
  return out
}

function merged(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const out: [number, number][] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else out.push([start, end])
  }
  return out
}
