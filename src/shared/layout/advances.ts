/** How wide Western characters are in each face, in em; every other character is one em wide. */
import table from './advances.json' with { type: 'json' }

/** The faces that pages are set in: 宋体 and 黑体 of the Noto families, by weight, and 楷体 (LXGW WenKai). */
export const FACES = ['song', 'song-semibold', 'song-black', 'hei', 'hei-bold', 'hei-black', 'kai'] as const
export type Face = (typeof FACES)[number]

/** The font family and weight of a face, as CSS and Typst name them. */
export const FACE_FONT: Readonly<Record<Face, { readonly family: string; readonly weight: number }>> = {
  song: { family: 'Noto Serif SC', weight: 400 },
  'song-semibold': { family: 'Noto Serif SC', weight: 600 },
  'song-black': { family: 'Noto Serif SC', weight: 900 },
  hei: { family: 'Noto Sans SC', weight: 400 },
  'hei-bold': { family: 'Noto Sans SC', weight: 700 },
  'hei-black': { family: 'Noto Sans SC', weight: 900 },
  kai: { family: 'LXGW WenKai', weight: 400 },
}

/** Characters that a family lacks are drawn in this one. */
export const FALLBACK = 'Noto Serif SC'

/** Width of the pair —— as the font joins it, in em; it is drawn stretched to the two em that it takes. */
export const DASH_PAIR: Readonly<Record<Face, number>> = {
  song: 1.692,
  'song-semibold': 1.735,
  'song-black': 1.806,
  hei: 1.676,
  'hei-bold': 1.702,
  'hei-black': 1.716,
  kai: 2,
}

const TABLE: Readonly<Record<Face, Readonly<Record<string, number>>>> = table

/** Advance of `c` in em. Figures come from the hmtx table of the font, by `scripts/advances.mjs`. */
export const advance = (face: Face, c: string): number => (TABLE[face][c] ?? 1000) / 1000
