/** Composed pages → SVG for the screen: the same runs at the same places, each line marked with its block and offsets. */
import { FACE_FONT, FALLBACK } from './advances.ts'
import { PLACEHOLDER } from './geometry.ts'
import type { ComposedPage, Item, Photo, TextLine } from './geometry.ts'
import { DOT, riseOf, sizeOf } from './compose/dress.ts'
import { cellsOf, dotsOf } from './compose/runs.ts'
import type { Run } from './compose/runs.ts'
import type { Ink } from './template.ts'

/** Address of a picture that the window can show, or undefined for a placeholder; it says `data-picture` where the picture has content. */
export type PictureAddress = (sha256: string) => string | undefined

/** A whole SVG document of the page; 1 unit is a point. */
export const svgOf = (page: ComposedPage, picture: PictureAddress = () => undefined): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(page.width)} ${n(page.height)}" width="${n(page.width)}pt" height="${n(page.height)}pt"><style>${SVG_STYLE}</style>`,
    ...svgItems(page, picture),
    '</svg>',
  ].join('\n')

/**
 * One piece of SVG an item, in drawing order. Pieces of what did not change are equal strings, so that a preview replaces only the
 * lines that changed. Put them into an `svg` whose style is `SVG_STYLE`; text carries `data-block`, `data-start` and `data-end`.
 */
export const svgItems = (page: ComposedPage, picture: PictureAddress = () => undefined): readonly string[] =>
  page.items.map((item) => svgItem(item, picture))

/** The program that draws must not kern, join or squeeze again. */
const SVG_STYLE =
  ".vert{font-feature-settings:'vert'}text{font-kerning:none;font-variant-ligatures:none;text-spacing-trim:space-all;text-autospace:no-autospace;white-space:pre}"

function svgItem(item: Item, picture: PictureAddress): string {
  switch (item.kind) {
    case 'line':
      return `<g data-block="${esc(item.block)}" data-start="${item.start}" data-end="${item.end}" fill="${rgb(item.ink)}">${item.runs.map((r) => (item.vertical ? vertical(item, r) : text(item, r))).join('')}</g>`
    case 'rule':
      return `<path d="M${n(item.x1)} ${n(item.y1)}L${n(item.x2)} ${n(item.y2)}" stroke="${rgb(item.ink)}" stroke-width="${n(item.weight)}"/>`
    case 'box': {
      const stroke = item.stroke ? ` stroke="${rgb(item.stroke.ink)}" stroke-width="${n(item.stroke.weight)}"` : ''
      return `<rect x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}" fill="${item.fill ? rgb(item.fill) : 'none'}"${stroke}/>`
    }
    case 'photo':
      return photo(item, item.sha256 ? picture(item.sha256) : undefined)
  }
}

function photo(item: Photo, address: string | undefined): string {
  const at = `data-block="${esc(item.block)}" x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}"`
  if (address) return `<image ${at} href="${esc(address)}" preserveAspectRatio="xMidYMid slice"/>`
  const [x1, y1, x2, y2] = [item.x, item.y, item.x + item.width, item.y + item.height].map(n)
  const stroke = `stroke="${rgb(PLACEHOLDER.stroke)}" stroke-width="0.3"`
  const awaited = item.sha256 ? ` data-picture="${esc(item.sha256)}"` : ''
  return `<g${awaited}><rect ${at} fill="${rgb(PLACEHOLDER.fill)}" ${stroke}/><path d="M${x1} ${y1}L${x2} ${y2}M${x1} ${y2}L${x2} ${y1}" ${stroke}/></g>`
}

function text(line: TextLine, run: Run): string {
  const dash = run.text === '——' ? ` textLength="${n(2 * line.size)}" lengthAdjust="spacingAndGlyphs"` : ''
  const spacing = run.track === 0 ? '' : ` letter-spacing="${n(run.track * line.size)}"`
  const dots = dotsOf(run).map(
    ({ x, y }) =>
      `<circle cx="${n(line.x + x * line.size)}" cy="${n(line.y + y * line.size)}" r="${n(DOT.radius * line.size)}"/>`,
  )
  return `<text x="${n(line.x + run.x * line.size)}" y="${n(line.y - riseOf(run) * line.size)}" ${font(line, run)}${spacing}${dash}>${esc(run.text)}</text>${dots.join('')}`
}

function vertical(line: TextLine, run: Run): string {
  return cellsOf(run)
    .map((cell) => {
      const y = line.y + cell.at * line.size
      if (cell.turned)
        return `<text transform="translate(${n(line.x + line.size * 0.14)} ${n(y)})rotate(90)" ${font(line, run)}>${esc(cell.text)}</text>`
      const shift = cell.width < 1 ? ((1 - cell.width) / 2) * line.size : 0
      return `<text x="${n(line.x + shift)}" y="${n(y + line.size * 0.88)}" ${font(line, run)} class="vert">${esc(cell.text)}</text>`
    })
    .join('')
}

function font(line: TextLine, run: Run): string {
  const { family, weight } = FACE_FONT[run.face]
  const families = family.startsWith('Noto') ? family : `${family}, ${FALLBACK}`
  return `font-family="${families}" font-weight="${weight}" font-size="${n(line.size * sizeOf(run))}"`
}

/** Four inks as the screen's three lights, without a profile. */
export function rgb([c, m, y, k]: Ink): string {
  const light = (ink: number) => Math.round(255 * (1 - ink / 100) * (1 - k / 100))
  return `#${[light(c), light(m), light(y)].map((v) => v.toString(16).padStart(2, '0')).join('')}`
}

const esc = (s: string): string => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
const n = (x: number): string => String(Math.round(x * 100) / 100)
