/** Tells a printer's machines where a page is cut: adds TrimBox and BleedBox to a PDF that has a classical cross-reference table. */

/** Distances from the edge of the sheet, in points: of the trim on all sides, and of the bleed outside it. */
export type Cut = { readonly trim: number; readonly bleed: number }

/**
 * `pdf` with the boxes on every page, as an incremental update: what was there stays byte for byte. A PDF without a classical table
 * comes back as it is.
 */
export function withBoxes(pdf: Uint8Array, cut: Cut): Uint8Array {
  const text = latin1(pdf)
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(text.lastIndexOf('trailer')))?.[1]
  if (!previous || !trailer) return pdf
  let added = '\n'
  const entries: string[] = []
  for (const match of text.matchAll(
    /(?:^|\n)(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S])*?\/Type \/Page\b(?!s)(?:(?!endobj)[\s\S])*?)>>\s*endobj/g,
  )) {
    const [, number = '', body = ''] = match
    const media = /\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(body)
    if (!media) continue
    const box = (inset: number) =>
      `[${inset} ${inset} ${round(Number(media[1]) - inset)} ${round(Number(media[2]) - inset)}]`
    const boxes = `/TrimBox ${box(round(cut.trim))} /BleedBox ${box(round(cut.trim - cut.bleed))}`
    entries.push(`${number} 1\n${String(pdf.length + added.length).padStart(10, '0')} 00000 n \n`)
    added += `${number} 0 obj\n<<${body} ${boxes}\n>>\nendobj\n`
  }
  if (entries.length === 0) return pdf
  const start = pdf.length + added.length
  added += `xref\n${entries.join('')}trailer\n<<${trailer.replace(/\/Prev \d+/, '')} /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`
  const out = new Uint8Array(pdf.length + added.length)
  out.set(pdf)
  for (let i = 0; i < added.length; i++) out[pdf.length + i] = added.charCodeAt(i) & 0xff
  return out
}

const round = (x: number): number => Math.round(x * 1000) / 1000

/** Bytes as the characters of the same codes: a PDF's structure is ASCII, and offsets must hold. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}
